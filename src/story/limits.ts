/**
 * Process-behaviour limits: where a number lies as long as nothing but its usual wobble moves it. After Donald J. Wheeler,
 * 'Understanding Variation' (1993) and 'Making Sense of Data' (2003): the chart of individual values and moving ranges (XmR).
 */

/** Limits are made from the first so many values, and from no fewer than `fewestPeriods`: until then it is too early. */
export const mostPeriods = 24;
export const fewestPeriods = 12;

/** Limits lie so many standard deviations from the centre. */
const sigmas = 3;

/** 3 / d2: neighbours of a normal process lie d2 = 1.128 standard deviations apart in the mean. */
const reachOfMeanRange = 2.66;

/** How often likelier the numbers must be on the log scale before it is used. */
const likelier = 3;

/** Numbers that differ by less, in parts of what they are, are equal: what is left over from floating point. */
const hair = 1e-9;

export interface PeriodValue {
  readonly period: string;
  readonly value: number;
}

/** What numbers can be, in their own unit. */
export interface Nature {
  /** What they can't go beyond; null: they can. */
  readonly least: number | null;
  readonly greatest: number | null;
  /** How far apart two of them lie at least, if they differ: one record; null: there is no least distance. */
  readonly step: number | null;
}

/** All in the unit of the values. `lower` and `upper` are themselves still usual. */
export interface Limits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** Nearer than this to the centre is on it: half a step, for what is counted. */
  readonly onCentre: number;
  /** On `log` the centre is the geometric mean, and the limits lie equally many times from it. */
  readonly scale: 'linear' | 'log';
  /** The names of the first and last period that they are made from, and how many these are. */
  readonly from: string;
  readonly to: string;
  readonly periods: number;
}

/** Why there are no limits. `unmoved`: every value was the same, of numbers without a step: no wobble is known to hold a later one against. */
export interface NoLimits {
  readonly none: 'too early' | 'unmoved';
  /** How many values there are. */
  readonly periods: number;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The mean distance of neighbours: moving ranges of two. */
function meanRange(numbers: readonly number[]): number {
  return mean(numbers.slice(1).map((number, index) => Math.abs(number - (numbers[index] ?? number))));
}

const deviation = (numbers: readonly number[]): number => {
  const centre = mean(numbers);
  return Math.sqrt(mean(numbers.map((number) => (number - centre) ** 2)));
};

/**
 * Whether numbers are so skewed that their logarithms wobble more evenly: all are above zero, and the best lognormal distribution makes
 * them at least three times as likely as the best normal one (the ratio of the two greatest likelihoods, Cox 1961). Of a dozen numbers it
 * is steadier than their third moment, which one of them can make alone; and where both scales would give the same limits, as for
 * numbers far from zero, it stays with the numbers themselves. Another unit, or another order, changes nothing.
 */
export function isSkewed(numbers: readonly number[]): boolean {
  if (isEven(numbers) || numbers.some((number) => number <= 0)) return false;
  const logs = numbers.map(Math.log);
  const gain = numbers.length * (Math.log(deviation(numbers)) - Math.log(deviation(logs)) - mean(logs));
  return gain > Math.log(likelier);
}

/**
 * The usual range: the mean, and 2.66 times the mean moving range to either side of it, cut off at what the numbers can be. `values`: of periods
 * that compare, oldest first; where one was left out, its neighbours are neighbours of each other. What comes after the first 24 changes
 * no limit: a change could else hide itself.
 *
 * What is counted in steps is known no finer than by one: three steps are the least that limits reach (Wheeler's 'inadequate measurement units').
 */
export function limitsOf(values: readonly PeriodValue[], nature: Nature): Limits | NoLimits {
  const base = values.slice(0, mostPeriods);
  const [first, last] = [base[0], base.at(-1)];
  const numbers = base.map(({ value }) => value);
  if (!first || !last || base.length < fewestPeriods) return { none: 'too early', periods: base.length };
  if (nature.step === null && isEven(numbers)) return { none: 'unmoved', periods: base.length };
  return {
    ...rangeOf(numbers, nature),
    onCentre: (nature.step ?? 0) / 2,
    from: first.period,
    to: last.period,
    periods: base.length,
  };
}

const isEven = (numbers: readonly number[]) =>
  Math.max(...numbers) - Math.min(...numbers) <= hair * Math.max(...numbers.map(Math.abs));

function rangeOf(
  numbers: readonly number[],
  { least, greatest, step }: Nature,
): Pick<Limits, 'centre' | 'lower' | 'upper' | 'scale'> {
  const isLog = isSkewed(numbers);
  const scaled = isLog ? numbers.map(Math.log) : numbers;
  const back = isLog ? Math.exp : (number: number) => number;
  const [middle, reach] = [mean(scaled), reachOfMeanRange * meanRange(scaled)];
  const [centre, away] = [back(middle), sigmas * (step ?? 0)];
  return {
    centre,
    lower: Math.max(Math.min(back(middle - reach), centre - away), least ?? -Infinity),
    upper: Math.min(Math.max(back(middle + reach), centre + away), greatest ?? Infinity),
    scale: isLog ? 'log' : 'linear',
  };
}

/** On which side of a limit a value lies: 1 above, -1 below, 0 on it. */
export function sideOf(value: number, level: number, { upper, lower }: Limits): -1 | 0 | 1 {
  if (Math.abs(value - level) <= hair * Math.max(upper - lower, Math.abs(level))) return 0;
  return value > level ? 1 : -1;
}

/** The same of the centre. */
export function sideOfCentre(value: number, limits: Limits): -1 | 0 | 1 {
  const { centre, onCentre } = limits;
  return Math.abs(value - centre) < onCentre ? 0 : sideOf(value, centre, limits);
}
