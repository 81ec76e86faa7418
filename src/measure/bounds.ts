/**
 * Bounds: the least and the greatest value over all ways in which fields that records lack could be filled. What a record would be
 * under each way is found in `filled-facts.ts`; here each takes the way that suits the bound.
 */
import type { Measure } from '../values/agreement.ts';
import type { MetricValue } from '../values/value.ts';

/** Records of a period that lack a needed field and could turn out alike. Their amounts are all below zero, or none is. */
export interface Lacking {
  /** Under some way it is not counted, or waits; it is counted and kept; it is counted and not kept. */
  readonly canBeOut: boolean;
  readonly canBeKept: boolean;
  readonly canBeLate: boolean;
  /** What it is as the wording reads it, with the field empty. */
  readonly isIn: boolean;
  readonly isKept: boolean;
  readonly records: number;
  /** What they add up to, where the measure takes an amount. */
  readonly amount: number;
}

export type Bounds = Pick<MetricValue, 'low' | 'high'>;

type Known = Pick<MetricValue, 'value' | 'numerator' | 'denominator'>;

const unbounded: Bounds = { low: null, high: null };

type Bounding = (known: Known, lacking: readonly Lacking[], weightOf: (one: Lacking) => number) => Bounds;

const ofRecords = ({ records }: Lacking): number => records;
const ofAmounts = ({ amount }: Lacking): number => amount;

/** The measures whose values have bounds. */
const boundings: Partial<Record<Measure['measure'], Bounding>> = {
  count: sumBounds,
  sum: sumBounds,
  share: shareBounds,
  conversion: shareBounds,
};

/** Whether a measure's values have bounds. */
export const isBounded = ({ measure }: Measure): boolean => boundings[measure] !== undefined;

/** The bounds of a period's value; null where nothing is missing in it, or what it comes to is not known. */
export function boundsOf(measure: Measure, known: Known, lacking: readonly Lacking[]): Bounds {
  const bounding = boundings[measure.measure];
  if (!bounding || lacking.length === 0) return unbounded;
  const inAmounts = measure.measure === 'sum' || ('countedIn' in measure && measure.countedIn !== null);
  // What has no rate is no number.
  if (inAmounts && lacking.some(({ amount }) => Number.isNaN(amount))) return unbounded;
  return bounding(known, lacking, inAmounts ? ofAmounts : ofRecords);
}

function sumBounds({ value }: Known, lacking: readonly Lacking[], weightOf: (one: Lacking) => number): Bounds {
  if (value === null) return unbounded;
  let [low, high] = [value, value];
  for (const one of lacking) {
    const weight = weightOf(one);
    const choices = [...(one.canBeOut ? [0] : []), ...(one.canBeKept || one.canBeLate ? [weight] : [])];
    const now = one.isIn ? weight : 0;
    low += Math.min(...choices) - now;
    high += Math.max(...choices) - now;
  }
  return { low, high };
}

/** Amounts below zero have no bounds in a share. */
function shareBounds(known: Known, lacking: readonly Lacking[], weightOf: (one: Lacking) => number): Bounds {
  const { value, numerator, denominator } = known;
  if (numerator === null || denominator === null || (value === null && denominator !== 0)) return unbounded;
  if (lacking.some((one) => weightOf(one) < 0)) return unbounded;
  const sums = (of: (one: Lacking) => boolean): number =>
    lacking.reduce((sum, one) => (of(one) ? sum + weightOf(one) : sum), 0);
  const kept = numerator - sums(({ isKept }) => isKept);
  const late = denominator - numerator - sums(({ isIn, isKept }) => isIn && !isKept);
  const couldBeKept = sums(({ canBeKept }) => canBeKept);
  const couldBeLate = sums(({ canBeLate }) => canBeLate);
  const mustBeKept = sums(({ canBeKept, canBeLate, canBeOut }) => canBeKept && !canBeLate && !canBeOut);
  const mustBeLate = sums(({ canBeKept, canBeLate, canBeOut }) => canBeLate && !canBeKept && !canBeOut);
  return {
    low: part(kept + mustBeKept, late + couldBeLate) ?? (couldBeKept > 0 ? 1 : null),
    high: part(kept + couldBeKept, late + mustBeLate) ?? (couldBeLate > 0 ? 0 : null),
  };
}

const part = (kept: number, late: number): number | null => (kept + late === 0 ? null : kept / (kept + late));
