/** Where a number usually lies, worked out again from plain rows (Wheeler's XmR), in both of its scales. */
import type { Raw } from './raw.ts';

interface Point {
  readonly period: string;
  readonly from: string;
  readonly value: number;
}

/** The first day from which a metric, or one that it is made of, is counted as today. */
function sinceOf(slug: string, raw: Raw): string {
  const metric = raw.metric.slug === slug ? raw.metric : raw.agreement.metrics.find((one) => one.slug === slug);
  if (!metric) return '';
  const [today, before] = metric.wordings;
  const own = before && before.exceptWhen.length !== today.exceptWhen.length ? (today.from ?? '') : '';
  const { measure } = today;
  const parts =
    measure.measure === 'ratio'
      ? [measure.of, measure.per]
      : measure.measure === 'difference'
        ? [measure.of, measure.less]
        : [];
  return [own, ...parts.map((part) => sinceOf(part, raw))].toSorted().at(-1) ?? '';
}

/** The periods that a range is made from: over, counted as today, of records enough. */
export const pointsOf = (raw: Raw): Point[] => pointsSince(raw, sinceOf(raw.metric.slug, raw));

/** The periods that numbers are compared among: where all were counted again by today's wording, all of them. */
export const comparedPoints = (raw: Raw): Point[] => (raw.restated.length > 0 ? pointsSince(raw, '') : pointsOf(raw));

function pointsSince(raw: Raw, since: string): Point[] {
  const { measure } = raw.metric.wordings[0];
  const ofRecords = 'countedIn' in measure && measure.countedIn === null;
  const needsMany = raw.metric.unit.unit === 'share' || ['median', 'average'].includes(measure.measure);
  const rows = raw.restated.length > 0 ? raw.restated : raw.values;
  const grain = raw.series[0]?.grain ?? raw.latest?.grain;
  return rows
    .filter((row) => row.dimension === '' && row.grain === grain && row.status === 'complete' && row.from >= since)
    .filter((row) => !needsMany || (ofRecords ? (row.denominator ?? 0) : row.records - row.waiting) >= 10)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .flatMap(({ period, from, value }) => (value === null ? [] : [{ period, from, value }]));
}

interface Range {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

function rangesOf(raw: Raw): Range[] {
  const base = pointsOf(raw).slice(0, 24).map(({ value }) => value);
  const least = raw.metric.unit.unit === 'records' ? 3 : 0;
  const on = (to: (value: number) => number, back: (value: number) => number): Range => {
    const scaled = base.map(to);
    const middle = scaled.reduce((sum, one) => sum + one, 0) / scaled.length;
    const moved = scaled.slice(1).reduce((sum, one, index) => sum + Math.abs(one - (scaled[index] ?? one)), 0);
    const reach = (2.66 * moved) / (scaled.length - 1);
    const centre = back(middle);
    return { middle: centre, low: Math.min(back(middle - reach), centre - least), high: Math.max(back(middle + reach), centre + least) };
  };
  const linear = on((value) => value, (value) => value);
  return base.every((value) => value > 0) ? [linear, on(Math.log2, (power) => 2 ** power)] : [linear];
} // prettier-ignore

export const middleOf = (raw: Raw): number[] => rangesOf(raw).map(({ middle }) => middle);

/** Whether a range that is said is one that the periods make, cut off at what the numbers can be. */
export function isPlausibleRange(low: number, high: number, room: number, raw: Raw): boolean {
  const whole = raw.metric.unit.unit === 'records' ? 1 : 0;
  const near = (said: number, one: number) => Math.abs(said - one) <= room + whole + 1e-6 * Math.max(1, Math.abs(one));
  const share = raw.metric.unit.unit === 'share';
  return rangesOf(raw).some(
    (range) =>
      (low === -Infinity ? range.low <= room + whole : near(low, range.low) || near(low, 0)) &&
      (high === Infinity ? share && range.high >= 1 - 1e-6 : near(high, range.high) || (share && near(high, 1))),
  );
}

/** How many of the newest periods in a row lie on the side of the middle that the newest one lies on; the most that either scale gives. */
export function runOf(raw: Raw): number {
  const values = pointsOf(raw).map(({ value }) => value);
  const runs = rangesOf(raw).map(({ middle, low, high }) => {
    const room = Math.max(raw.metric.unit.unit === 'records' ? 0.5 : 0, 1e-9 * Math.max(high - low, Math.abs(middle)));
    const sides = values.map((value) => (Math.abs(value - middle) < room ? 0 : Math.sign(value - middle))).toReversed();
    const other = sides.findIndex((side) => side === 0 || side !== sides[0]);
    return other === -1 ? sides.length : other;
  });
  return isSkewed(pointsOf(raw).slice(0, 24).map(({ value }) => value)) ? (runs[1] ?? 0) : (runs[0] ?? 0);
} // prettier-ignore

/** Whether logarithms wobble more evenly: the best lognormal distribution is three times likelier than the best normal one. */
function isSkewed(numbers: readonly number[]): boolean {
  if (
    numbers.some((number) => number <= 0) ||
    Math.max(...numbers) - Math.min(...numbers) <= 1e-9 * Math.max(...numbers)
  )
    return false;
  const variance = (of: readonly number[]) => {
    const mean = of.reduce((sum, one) => sum + one, 0) / of.length;
    return of.reduce((sum, one) => sum + (one - mean) ** 2, 0) / of.length;
  };
  const logs = numbers.map((number) => Math.log(number));
  const likelihood = (of: readonly number[]) => (-of.length / 2) * Math.log(variance(of));
  return likelihood(logs) - logs.reduce((sum, one) => sum + one, 0) - likelihood(numbers) > Math.log(3);
}
