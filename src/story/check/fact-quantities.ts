/** What the numbers among a statement's facts are numbers of, so that each may be said in no other unit. */
import type { Unit } from '../../values/tree.ts';
import { minorDigits } from '../numbers.ts';
import type { Facts } from '../statements/statement-kind.ts';
import type { Subject } from '../subject.ts';
import { isOfRecords, isShare } from '../traits.ts';

/** `count`: records or periods, said to the last one. `share`: from 0 to 1, said in percent; `points`: between two of them. Amounts are in major units, stretches of time in their own. */
export type Quantity =
  | { readonly of: 'count' | 'plain' | 'share' | 'points' | 'times'; readonly amount: number }
  | { readonly of: 'money'; readonly amount: number }
  | { readonly of: 'duration'; readonly amount: number; readonly unit: Unit };

/** Facts that count records or periods, whatever the metric is counted in. */
const counts = new Set([
  'kept', 'judged', 'periods', 'of', 'waiting', 'missing', 'records', 'count', 'inRow', 'takes', 'run', 'needed', 'tooFew', 'missed', 'promises',
  'slipping', 'broken', 'length', 'members', 'open', 'over', 'under',
  'lowestPart', 'lowestOf', 'highestPart', 'highestOf', 'allMissed', 'allOf',
]); // prettier-ignore

/** Facts that are parts of a whole, from 0 to 1, whatever the metric is counted in. */
const parts = new Set(['part', 'partOf', 'percent', 'percentOf']);

/** How many times as much. */
const times = new Set(['times']);

/** What a share is made of: records, or an amount. */
const shareParts = new Set(['numerator', 'denominator', 'earlierNumerator', 'earlierDenominator']);

const money = (minor: number, currency: string): Quantity => ({
  of: 'money',
  amount: minor / 10 ** minorDigits(currency),
});

/** The currency that amounts about a metric are said in. */
export const currencyOf = ({ metric: { unit }, agreement }: Subject): string =>
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

function quantitiesOf(name: string, amount: number, subject: Subject | null): Quantity[] {
  if (counts.has(name) || !subject) return [{ of: 'count', amount }];
  if (parts.has(name)) return [{ of: 'share', amount }];
  if (times.has(name)) return [{ of: 'times', amount }];
  if (/apart$/iu.test(name)) return apart(amount, subject);
  return shareParts.has(name) ? partOfShare(amount, subject) : own(amount, subject);
}

/** All that a statement's facts give to say. What no list names is in the metric's own unit. */
export const quantitiesIn = (facts: Facts, subject: Subject | null): Quantity[] => [
  ...Object.entries(facts).flatMap(([name, fact]) =>
    typeof fact === 'number' ? quantitiesOf(name, fact, subject) : [],
  ),
  ...restsIn(facts, subject),
];

/** What counts come to together, or leave: records that were judged, promises that can't be, missing fields past the two that are named. */
function restsIn({ promises, judged, kept, missed, why }: Facts, subject: Subject | null): Quantity[] {
  const count = (amount: number): Quantity[] => [{ of: 'count', amount }];
  if (typeof promises === 'number' && typeof judged === 'number') return count(promises - judged);
  if (typeof kept === 'number' && typeof missed === 'number') return count(kept + missed);
  return why === 'not countable' && subject ? count(subject.metric.missing.length - 2) : [];
}
