import type { PublishedValue } from '../../values/value.ts';
import { membersIn } from '../figures/compared-period.ts';
import { sinceSentences, sinceWhen } from '../locale/en/who-moved.ts';
import { number, text } from '../statements/statement-kind.ts';
import { longRun, type Signal } from '../signals.ts';
import { calledIn, type Subject } from '../subject.ts';
import { partsIn } from './breakdown-parts.ts';
import { partsOfDifference } from './contributions.ts';
import { amountBriefs, amountWords, isMany } from './moved-amount.ts';
import { amountsMoved, greatestOf, holdsAmounts, newestSignal, valuesOf, type MovedShape } from './moved.ts';
import { calledMember, wholeIn } from './shape.ts';

/** An average of fewer periods says little of what was before. */
const fewestBefore = 6;

/** The periods of a long run and those before it, all counted alike. */
interface Stretches {
  readonly run: readonly PublishedValue[];
  readonly before: readonly PublishedValue[];
}

function stretchesOf({ usual: { points }, series }: Subject, { run, since }: Signal): Stretches | null {
  const rows = points.flatMap(({ period }) => series.find((row) => row.period === period) ?? []);
  const at = rows.findIndex(({ period }) => period === since);
  if (run < longRun || at < fewestBefore || rows.length !== points.length) return null;
  return { run: rows.slice(at), before: rows.slice(0, at) };
}

/** What each member came to on average. One without a row in a period came to nothing there. Null where members are not the whole of a period. */
function averages(subject: Subject, dimension: string, periods: readonly PublishedValue[]): Map<string, number> | null {
  const sums = new Map<string, number>();
  for (const period of periods) {
    const parts = partsIn(subject, dimension, period);
    const values = parts && valuesOf(parts);
    const total = [...(values?.values() ?? [])].reduce((sum, value) => sum + value, 0);
    if (!values || Math.abs(total - (period.value ?? Number.NaN)) > 1e-6 || Number.isNaN(total)) return null;
    for (const [member, value] of values) sums.set(member, (sums.get(member) ?? 0) + value);
  }
  return new Map([...sums].map(([member, sum]) => [member, sum / periods.length]));
}

const averageOf = (periods: readonly PublishedValue[]) =>
  periods.reduce((sum, { value }) => sum + (value ?? Number.NaN), 0) / periods.length;

/**
 * Of what adds up and lies on one side of its middle for long: who makes up most of how much more or less it is on average since that began than in the
 * periods before that tell what is usual. An average of sums is the sum of averages, so that the parts add up.
 */
export const stretch: MovedShape = {
  facts(subject, dimension, signal) {
    const both = subject.metric.adds.members ? stretchesOf(subject, signal) : null;
    const [early, late] = [
      both && averages(subject, dimension, both.before),
      both && averages(subject, dimension, both.run),
    ];
    if (!both || !early || !late) return null;
    const difference = averageOf(both.run) - averageOf(both.before);
    if (difference === 0 || difference > 0 !== (signal.side === 'above')) return null;
    const of = greatestOf([...early.values(), ...late.values()]);
    const found = amountsMoved(partsOfDifference(early, late), { difference, of });
    if (!found || !isMany(subject, found)) return null;
    return {
      says: 'stretch',
      dimension,
      period: signal.period,
      since: signal.since,
      run: both.run.length,
      periods: both.before.length,
      ...found,
    };
  },
  words(facts, subject) {
    const since = wholeIn(subject, text(facts, 'since'));
    if (!since) return [];
    const { whole, part, alone } = amountWords(facts, subject);
    const beyond = facts['alone'] === true;
    return sinceSentences({
      since: calledIn(subject, since),
      name: calledMember(facts, 'member', subject),
      whole,
      part: beyond ? alone : part,
      beyond,
      many: subject.metric.unit.unit === 'records',
      grain: since.grain,
      periods: number(facts, 'periods'),
    });
  },
  briefs(facts, subject) {
    const since = wholeIn(subject, text(facts, 'since'));
    return amountBriefs(facts, subject, sinceWhen(since ? calledIn(subject, since) : ''));
  },
  holds(facts, subject) {
    const since = wholeIn(subject, text(facts, 'since'));
    const signal = newestSignal(subject);
    if (!since || signal?.since !== since.period || signal.period !== facts['period']) return false;
    const judged = new Set(subject.usual.points.map(({ period }) => period));
    const wholes = subject.series.filter(({ period }) => judged.has(period));
    const [run, periods] = [
      wholes.filter(({ from }) => from >= since.from).length,
      wholes.filter(({ from }) => from < since.from).length,
    ];
    const again = new Map<string, number>();
    let [difference, of] = [0, 0];
    for (const whole of wholes) {
      const weight = whole.from >= since.from ? 1 / run : -1 / periods;
      difference += weight * (whole.value ?? Number.NaN);
      for (const { member, value } of membersIn(subject.values, text(facts, 'dimension'), whole)) {
        again.set(member, (again.get(member) ?? 0) + weight * (value ?? Number.NaN));
        of = greatestOf([of, value ?? 0]);
      }
    }
    return run === facts['run'] && periods === facts['periods'] && holdsAmounts(facts, again, { difference, of });
  },
  claims: () => [],
};
