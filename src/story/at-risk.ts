/** Which records of a number need somebody's hand, and how many there are as things stand. */
import type { Metric } from '../values/agreement.ts';
import { grains } from '../values/period.ts';
import type { MetricValue } from '../values/value.ts';
import { outcomeSense, wellAndIll } from './outcome-sense.ts';
import { isShare } from './traits.ts';

/** The newest value of the whole that the data reaches, of the shortest periods: how things stand. Null: nothing is counted yet. */
export function asThingsStand<Value extends MetricValue>(metric: Metric, values: readonly Value[]): Value | null {
  const whole = values.filter(
    ({ metric: slug, dimension, status, grain }) =>
      slug === metric.slug && dimension === '' && status !== 'ahead' && grain !== 'undated',
  );
  const finest = grains.find((grain) => whole.some((value) => value.grain === grain));
  const newestFirst = whole
    .filter(({ grain }) => grain === finest)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1));
  return newestFirst[0] ?? null;
}

/** How many of a value's records are at risk: all of a count; of a share those that did not come out as agreed. Null: not known. */
export function countAtRisk(
  metric: Metric,
  { value, numerator, denominator }: Pick<MetricValue, 'value' | 'numerator' | 'denominator'>,
): number | null {
  if (!isShare(metric)) return value;
  return numerator === null || denominator === null ? null : wellAndIll(metric, numerator, denominator).ill;
}

/** What those records of a metric are called by whoever looks behind its numbers. */
export const stateAtRisk = (metric: Metric): 'counted' | 'in time' | 'late' => {
  if (!isShare(metric)) return 'counted';
  return outcomeSense(metric) === 'against' ? 'in time' : 'late';
};
