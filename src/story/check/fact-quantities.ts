/** What the numbers among a statement's facts may be said as, so that each is said in no other unit. */
import type { Unit } from '../../values/tree.ts';
import { minorDigits } from '../numbers.ts';
import type { Facts, NumberOf, OwnFacts } from '../statements/statement-kind.ts';
import type { Subject } from '../subject.ts';
import { isOfRecords, isShare } from '../traits.ts';

/** `count`: records or periods, said to the last one. `share`: from 0 to 1, said in percent; `points`: between two of them. Amounts are in major units, stretches of time in their own. */
export type Quantity =
  | { readonly of: 'count' | 'plain' | 'share' | 'points' | 'times'; readonly amount: number }
  | { readonly of: 'money'; readonly amount: number }
  | { readonly of: 'duration'; readonly amount: number; readonly unit: Unit };

const money = (minor: number, currency: string): Quantity => ({
  of: 'money',
  amount: minor / 10 ** minorDigits(currency),
});

/** The currency that amounts about a metric are said in. */
export const currencyOf = ({ metric: { unit }, agreement }: Pick<Subject, 'metric' | 'agreement'>): string =>
  unit.unit === 'money' ? unit.currency : agreement.company.currency;

/** A number in the metric's own unit. A ratio of two amounts may be said as one: won for each euro. */
function own(amount: number, subject: Subject): Quantity[] {
  const { unit } = subject.metric;
  if (unit.unit === 'share') return [{ of: 'share', amount }];
  if (unit.unit === 'money') return [money(amount, unit.currency)];
  if (unit.unit === 'duration') return [{ of: 'duration', amount, unit: unit.of }];
  if (unit.unit === 'records') return [{ of: 'count', amount }];
  if (unit.unit !== 'times') return [{ of: 'plain', amount }];
  return [
    { of: 'times', amount },
    { of: 'plain', amount },
    { of: 'money', amount },
  ];
}

function apart(amount: number, subject: Subject): Quantity[] {
  const { unit } = subject.metric;
  if (unit.unit === 'share') return [{ of: 'points', amount }];
  if (unit.unit === 'day') return [{ of: 'duration', amount, unit: 'days' }];
  return own(amount, subject);
}

function partOfShare(amount: number, subject: Subject): Quantity[] {
  const { metric } = subject;
  if (!isShare(metric)) return own(amount, subject);
  return isOfRecords(metric)
    ? [{ of: 'count', amount }]
    : [{ of: 'plain', amount }, money(amount, subject.agreement.company.currency)];
}

const count = (amount: number): Quantity => ({ of: 'count', amount });

/** How a number of each sort may be said of a metric. */
const said: Record<NumberOf, (amount: number, subject: Subject) => readonly Quantity[]> = {
  own,
  apart,
  count: (amount) => [count(amount)],
  part: (amount) => [{ of: 'share', amount }],
  times: (amount) => [{ of: 'times', amount }],
  'of share': partOfShare,
};

/** What its kind says that a fact is a number of; undefined: it may not be said. */
const sortOf = (name: string, { numbers }: Pick<OwnFacts<never>, 'numbers'>): NumberOf | undefined =>
  numbers[name] ?? numbers[name.slice(0, name.indexOf(': ') + 2)];

/** The facts whose numbers may be said, each with its sort. Nothing is counted below none. */
export const numbersIn = (facts: Facts, own: Pick<OwnFacts<never>, 'numbers'>) =>
  Object.entries(facts).flatMap(([name, amount]) => {
    const sort = sortOf(name, own);
    return typeof amount === 'number' && sort && (sort !== 'count' || amount >= 0) ? [{ amount, sort }] : [];
  });

/** All that the facts of a kind give to say of a metric. */
export const quantitiesIn = (facts: Facts, kind: OwnFacts<Subject>, subject: Subject): readonly Quantity[] => [
  ...numbersIn(facts, kind).flatMap(({ amount, sort }) => said[sort](amount, subject)),
  ...(kind.counts?.(facts, subject) ?? []).map(count),
];

/** All that the facts of a kind give to say of several metrics together: only counts. */
export const countsIn = <About>(facts: Facts, kind: OwnFacts<About>, about: About): readonly Quantity[] => [
  ...numbersIn(facts, kind).flatMap(({ amount, sort }) => (sort === 'count' ? [count(amount)] : [])),
  ...(kind.counts?.(facts, about) ?? []).map(count),
];
