import { cohortGrain, cohortsOf, isRipe, type CohortStage } from '../cohorts.ts';
import { briefest, mostWords, wordsIn } from '../count-words.ts';
import { cameBrief, cameWords, type CameWords } from '../locale/en/cohorts.ts';
import { periodWords } from '../locale/en/forms.ts';
import { number, text, type Facts } from '../statements/statement-kind.ts';
import type { ListKind, Listing } from './list-kind.ts';

/** Before the name of a stage, among the facts: how many came there. */
const came = 'came: ';

const stagesIn = ({ stages }: Listing): readonly CohortStage[] => stages ?? [];

/** The value of a stage in the period among the facts. */
const rowOf = ({ counted }: CohortStage, facts: Facts) =>
  counted.values.find(
    ({ grain, period, dimension }) => dimension === '' && grain === facts['grain'] && period === facts['period'],
  );

function saidOf(facts: Facts, listing: Listing): CameWords | null {
  const [first, ...later] = stagesIn(listing);
  const row = first && rowOf(first, facts);
  if (!row) return null;
  return {
    cohort: number(facts, 'cohort'),
    noun: first.noun,
    period: periodWords({ ...row, name: row.period }, first.counted.today),
    came: later.map(({ name, noun }) => ({ count: number(facts, came + name), noun })),
  };
}

/** Of the newest cohort of whose records all is known: how many there were, and how many came to each stage. */
export const cohortCame: ListKind = {
  kind: 'cohort came',
  numbers: { cohort: 'count', [came]: 'count' },
  directions: () => [],
  facts(listing) {
    const stages = stagesIn(listing);
    const grain = stages.length > 1 ? cohortGrain(stages) : null;
    const cohort = grain && cohortsOf(stages, grain).findLast(isRipe);
    if (!cohort) return null;
    const [first, ...later] = cohort.steps;
    const reached = later.map((step, index) => [came + (stages[index + 1]?.name ?? ''), step.came]);
    return { grain, period: cohort.period.name, cohort: first?.came ?? 0, ...Object.fromEntries(reached) };
  },
  words(facts, listing) {
    const said = saidOf(facts, listing);
    if (!said) return '';
    const words = cameWords(said);
    // A long way is told by its end.
    return wordsIn(words) <= mostWords ? words : cameWords({ ...said, came: said.came.slice(-1) });
  },
  brief(facts, listing) {
    const said = saidOf(facts, listing);
    return said ? briefest(cameBrief(said)) : '';
  },
  /** From the last stage back: of the same records, none waits, each stage has what its share makes of them, and none fewer than the one after it. */
  holds(facts, listing) {
    const stages = stagesIn(listing);
    let after = 0;
    for (const stage of stages.toReversed()) {
      const row = rowOf(stage, facts);
      const isFirst = stage === stages[0];
      const count = number(facts, isFirst ? 'cohort' : came + stage.name);
      if (!row || row.waiting > 0 || row.records !== number(facts, 'cohort') || count < after) return false;
      if (Math.round((isFirst ? 1 : (row.value ?? 0)) * row.records) !== count) return false;
      after = count;
    }
    return stages.length > 1 && !hasNewer(text(facts, 'period'), facts, stages);
  },
};

/** Whether a newer period that is over has records at every stage, none of which waits. */
function hasNewer(period: string, facts: Facts, stages: readonly CohortStage[]): boolean {
  const [first] = stages;
  const since = first && rowOf(first, facts)?.to;
  const later = first?.counted.values.filter(
    ({ grain, dimension, from, records, status }) =>
      dimension === '' && grain === facts['grain'] && status !== 'so far' && status !== 'ahead' && records > 0 && since !== undefined && from > since, // prettier-ignore
  );
  return (later ?? []).some((row) => {
    if (row.period === period) return false;
    const own = stages.map((stage) => rowOf(stage, { ...facts, period: row.period }));
    const all = own.every((one) => one !== undefined && one.waiting === 0 && one.records === row.records);
    const parts = own.slice(1).map((one) => one?.value ?? 0);
    return all && parts.every((part, index) => index === 0 || part <= (parts[index - 1] ?? 0));
  });
}
