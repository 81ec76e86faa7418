import { boundsOf } from './bounds.ts';
import { countedFrom } from './periods-for.ts';
import type { LackingOn } from './ways.ts';
import type { Company, Metric } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';
import type { MetricValue } from '../values/value.ts';

/** Values of a metric with the bounds of each whole, from its records that lack needed fields, in order of day. */
export function withBounds(
  metric: Metric,
  values: readonly MetricValue[],
  lacking: readonly LackingOn[],
  company: Company,
): readonly MetricValue[] {
  if (lacking.length === 0) return values;
  const [{ measure }] = metric.wordings;
  const undated = lacking.filter(({ day }) => day === null);
  const dated = lacking.filter((one): one is LackingOn & { day: Day } => one.day !== null);
  const lackingIn = (value: MetricValue): readonly LackingOn[] => {
    if (value.grain === 'all') return lacking;
    if (value.grain === 'undated') return undated;
    const from = countedFrom(metric, { ...value, name: value.period }, company);
    return dated.slice(
      firstWhere(dated, ({ day }) => day >= from),
      firstWhere(dated, ({ day }) => day > value.to),
    );
  };
  return values.map((value) =>
    value.dimension === '' ? { ...value, ...boundsOf(measure, value, lackingIn(value)) } : value,
  );
}

/** The index of the first item for which `holds`; the items for which it does not come first. */
function firstWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && !holds(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same for values of one end: all that lack a field belong to each. */
export function boundedAt(
  { wordings: [{ measure }] }: Metric,
  values: readonly MetricValue[],
  lacking: readonly LackingOn[],
): readonly MetricValue[] {
  return values.map((value) => (value.dimension === '' ? { ...value, ...boundsOf(measure, value, lacking) } : value));
}
