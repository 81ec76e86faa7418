/** One metric's values over another's: sum over sum, wherever either has a value. */
import { grainsOf, type PlainValue } from './plain-series.ts';
import type { Metric } from '../../src/values/agreement.ts';
import type { ValueStatus } from '../../src/values/value.ts';

/** From good to bad. */
const statuses: readonly ValueStatus[] = ['complete', 'maturing', 'waiting', 'so far', 'ahead'];

/** The values of a ratio, from those of all metrics that have records of their own. What one of its two sums lacks is 0; nothing over zero is not known. */
export function ratioOf(metric: Metric, all: readonly PlainValue[]): PlainValue[] {
  const { measure } = metric.wordings[0];
  if (measure.measure !== 'ratio') return [];
  const [grains, dimensions] = [grainsOf(metric), ['', ...metric.breakdowns.map(({ dimension }) => dimension)]];
  const both = all.filter(
    ({ metric, grain, dimension }) =>
      [measure.of, measure.per].includes(metric) && grains.includes(grain) && dimensions.includes(dimension),
  );
  const groups = Map.groupBy(both, ({ period, dimension, member }) => JSON.stringify([period, dimension, member]));
  return [...groups.values()].flatMap((of) => {
    const [upper, lower] = [measure.of, measure.per].map((slug) => of.find(({ metric }) => metric === slug));
    const [numerator, denominator] = [upper, lower].map((one) => (one ? one.value : 0)) as [
      number | null,
      number | null,
    ];
    const [either] = of;
    if (!either) return [];
    return {
      ...either,
      metric: metric.slug,
      from: of.map(({ from }) => from).toSorted()[0] ?? '',
      to:
        of
          .map(({ to }) => to)
          .toSorted()
          .at(-1) ?? '',
      value: numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator,
      numerator,
      denominator,
      waiting: of.reduce((sum, { waiting }) => sum + waiting, 0) + (measure.of === measure.per ? either.waiting : 0),
      records: upper?.records ?? 0,
      low: null,
      high: null,
      wording: 'the beginning',
      status: statuses[Math.max(...of.map(({ status }) => statuses.indexOf(status)))] ?? 'complete',
    };
  });
}
