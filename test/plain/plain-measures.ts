/** What a group of records comes to, by each measure. */
import { daysBetween } from './plain-clock.ts';
import { piecesOf, type Share } from './plain-credit.ts';
import type { Fact } from './plain-facts.ts';
import type { Measure } from '../../src/values/agreement.ts';
import type { MetricValue } from '../../src/values/value.ts';

export type Result = Pick<MetricValue, 'value' | 'numerator' | 'denominator'>;

/** The value of a group. Records that wait are in none. An amount without a rate makes it unknown. */
export function resultOf(measure: Measure, facts: readonly Fact[]): Result {
  const result = valueOf(
    measure,
    facts.filter((fact) => !fact.waits),
  );
  return facts.some((fact) => fact.unpriced) ? { ...result, value: null } : result;
}

/** What a member gets of the records that it has credit for. */
export function creditOf(
  measure: Measure,
  facts: readonly Fact[],
  isTheirs: (share: Share) => boolean,
): Pick<Result, 'value'> {
  const decided = facts.filter(({ waits }) => !waits);
  const pieces = decided
    .flatMap(({ credit }) => credit.filter(isTheirs))
    .reduce((sum, one) => sum + (one.pieces ?? 0), 0);
  return { value: facts.some(({ unpriced }) => unpriced) ? null : pieces / piecesOf(measure) };
}

function valueOf(measure: Measure, facts: readonly Fact[]): Result {
  const known = facts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  const numbers = known.map(Number).toSorted((one, other) => one - other);
  const total = numbers.reduce((sum, one) => sum + one, 0);
  switch (measure.measure) {
    case 'count':
      return plain(facts.length);
    case 'count different':
      return plain(new Set(known).size);
    case 'sum':
      return plain(total);
    case 'average':
      return plain(numbers.length === 0 ? null : total / numbers.length);
    case 'smallest':
      return plain(numbers.at(0) ?? null);
    case 'largest':
      return plain(numbers.at(-1) ?? null);
    case 'median':
      return plain(percentile(numbersWithOpen(numbers, facts), 50));
    case 'percentile':
      return plain(percentile(numbersWithOpen(numbers, facts), measure.percent));
    case 'earliest':
      return plain(known.length === 0 ? null : daysBetween('1970-01-01', known.map(String).toSorted().at(0) ?? ''));
    case 'latest':
      return plain(known.length === 0 ? null : daysBetween('1970-01-01', known.map(String).toSorted().at(-1) ?? ''));
    case 'share':
    case 'conversion':
      return partOf(facts, measure.countedIn === null ? () => 1 : ({ amount }) => Number(amount ?? 0));
    case 'ratio':
    case 'difference':
      throw new Error(`a ${measure.measure} has no records of its own`);
  }
}

const plain = (value: number | null): Result => ({ value, numerator: null, denominator: null });

/** Those that are kept, of all. Nothing out of nothing is not known. */
function partOf(facts: readonly Fact[], weight: (fact: Fact) => number): Result {
  const sum = (of: readonly Fact[]): number => of.reduce((total, fact) => total + weight(fact), 0);
  const [numerator, denominator] = [sum(facts.filter(({ kept }) => kept)), sum(facts)];
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}

/** A stretch of time that is not over yet is longer than any. */
const numbersWithOpen = (numbers: readonly number[], facts: readonly Fact[]): number[] => [
  ...numbers,
  ...facts.filter(({ open }) => open).map(() => Infinity),
];

/** By linear interpolation; not reached where it lies among those that are not over. */
function percentile(sorted: readonly number[], percent: number): number | null {
  if (sorted.length === 0) return null;
  const place = (percent / 100) * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  const value = below === above ? below : below + (above - below) * (place - Math.floor(place));
  return Number.isFinite(value) ? value : null;
}
