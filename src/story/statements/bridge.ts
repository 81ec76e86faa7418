import { when } from './backed.ts';
import type { Bridge, BridgePeriod } from '../../values/bridge.ts';
import { reportingGrain } from '../../values/reporting-grain.ts';
import type { Fact, Statement } from '../../values/statement.ts';
import { knownPeriod, newestOver } from '../bridge-steps.ts';
import { briefest, mostWords, wordsIn } from '../count-words.ts';
import { bridgeBrief, bridgeNotKnownWords, movementWords, notExplainedWords, wentWords } from '../locale/en/bridge.ts';
import { periodWords } from '../locale/en/forms.ts';
import type { Subject } from '../subject.ts';
import { claimOf } from './claims.ts';
import { atAllLengths, number, type Facts, type StatementKind } from './statement-kind.ts';

/** So many movements are told in a title. */
const mostTold = 3;

/** Before the name of a movement, among the facts: what it came to. */
const movedBy = 'moved: ';

/** The balance, as far as a sentence needs it. */
export type BalanceSubject = Pick<Subject, 'metric' | 'numbers' | 'today'>;
type Moving = BalanceSubject & Pick<Subject, 'bridge'>;

/** Amounts in the unit of the balance, the largest movements first; a change of null where a step is not known. */
function factsOf(bridge: Bridge, period: BridgePeriod): Facts {
  const about = { grain: period.grain, period: period.period };
  const known = knownPeriod(bridge, period);
  if (!known) return { ...about, change: null };
  const { opening, closing } = known;
  const moving = known.moved.filter(({ amount }) => amount !== 0);
  const told = moving.toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount)).slice(0, mostTold);
  const moved = told.map(({ movement, amount }) => [`${movedBy}${movement ?? notExplainedWords}`, amount]);
  const others = told.length < moving.length;
  return { ...about, opening, closing, change: closing - opening, others, ...Object.fromEntries(moved) };
}

/** The movements among the facts, as they were put there. */
const movedIn = (facts: Facts): { readonly movement: string; readonly amount: number }[] =>
  Object.entries(facts).flatMap(([name, amount]: [string, Fact]) =>
    name.startsWith(movedBy) && typeof amount === 'number' ? [{ movement: name.slice(movedBy.length), amount }] : [],
  );

const periodIn = (facts: Facts, bridge: Bridge | null): BridgePeriod | undefined =>
  bridge?.periods.find(({ grain, period }) => grain === facts['grain'] && period === facts['period']);

/** An amount without its sign; what is not nothing is not said as nothing. */
const sayIn =
  ({ numbers }: BalanceSubject) =>
  (amount: number) =>
    numbers.sentence(Math.abs(amount), [0]);

/** `483,000 opened`: the unit stands after the first blank of a spoken amount, and is told before. */
function partsIn(facts: Facts, say: (amount: number) => string, sign: number): string[] {
  return movedIn(facts)
    .filter(({ amount }) => Math.sign(amount) === sign)
    .map(({ movement, amount }) => movementWords(say(amount).split(' ')[0] ?? '', movement));
}

function wordsOf(facts: Facts, subject: Moving): string {
  const period = calledOf(facts, subject);
  const { title } = subject.metric;
  if (facts['change'] === null) return bridgeNotKnownWords(title, period);
  const say = sayIn(subject);
  const change = number(facts, 'change');
  const closing = number(facts, 'closing');
  const went = {
    period,
    title,
    change: change === 0 ? '' : say(change),
    grew: change > 0,
    closing: subject.numbers.sentence(closing),
    others: facts['others'] === true,
  };
  const whole = wentWords({ ...went, up: partsIn(facts, say, 1), down: partsIn(facts, say, -1) });
  return wordsIn(whole) > mostWords ? wentWords({ ...went, up: [], down: [] }) : whole;
}

function briefOf(facts: Facts, subject: Moving): string {
  const change = facts['change'] === null ? null : number(facts, 'change');
  return briefest(bridgeBrief(calledOf(facts, subject), change, sayIn(subject)));
}

function calledOf(facts: Facts, { bridge, today }: Moving): string {
  const period = periodIn(facts, bridge);
  return period ? periodWords({ ...period, name: period.period }, today) : '';
}

/** How a balance went through any of its periods. */
export function bridgeSays(bridge: Bridge, period: BridgePeriod, balance: BalanceSubject): Statement {
  const subject = { ...balance, bridge };
  const { slug, title } = balance.metric;
  const facts = factsOf(bridge, period);
  const said = { kind: 'bridge', subject: slug, facts, words: wordsOf(facts, subject) };
  return atAllLengths(said, briefOf(facts, subject), title);
}

/**
 * How a balance went through the newest period that is over, and the movements that moved it most: those up first, then those down, the largest
 * first. It adds up what was counted and tells no cause. Amounts of movements leave the unit to the change before them.
 */
export const bridge: StatementKind = {
  kind: 'bridge',
  numbers: { change: 'own', closing: 'own', [movedBy]: 'own' },
  names: [movedBy],
  directions: (facts) => [
    ...when(number(facts, 'change') > 0, 'more'),
    ...when(number(facts, 'change') < 0, 'less'),
    ...when(
      movedIn(facts).some(({ amount }) => amount < 0),
      'taken away',
    ),
  ],
  facts({ bridge: way, metric }) {
    const period = way && newestOver(way, reportingGrain(metric));
    const facts = way && period ? factsOf(way, period) : null;
    return facts && facts['change'] !== null ? facts : null;
  },
  words: wordsOf,
  brief: briefOf,
  holds(facts, { bridge: way }) {
    const period = periodIn(facts, way);
    if (!way || !period) return false;
    const { opening, closing, notExplained } = period;
    const steps = [...period.moved, notExplained];
    if (facts['change'] === null) return opening === null || closing === null || period.moved.includes(null);
    // From the end back to the beginning.
    const start = steps.reduce<number>((left, amount) => left - (amount ?? 0), closing ?? Number.NaN);
    if (start !== opening || facts['opening'] !== start || facts['closing'] !== closing) return false;
    return number(facts, 'opening') + number(facts, 'change') === closing && holdsLargest(facts, way, steps);
  },
  claims: (facts, subject) =>
    facts['change'] === null ? [] : claimOf('value', subject, facts['period'], facts['closing'] ?? null),
};

/** Whether the movements that are told moved it so much, and none that is not told moved it more. */
function holdsLargest(facts: Facts, { movements }: Bridge, steps: readonly (number | null)[]): boolean {
  const left = steps.map((amount, index) => ({ name: movements[index] ?? notExplainedWords, amount: amount ?? 0 }));
  const told = movedIn(facts);
  for (const { movement, amount } of told) {
    const at = left.findIndex((step) => step.name === movement && step.amount === amount);
    if (at === -1 || amount === 0) return false;
    left.splice(at, 1);
  }
  const least = Math.min(...told.map(({ amount }) => Math.abs(amount)));
  const untold = left.filter(({ amount }) => amount !== 0);
  return (
    facts['others'] === untold.length > 0 &&
    untold.every(({ amount }) => told.length === mostTold && Math.abs(amount) <= least)
  );
}
