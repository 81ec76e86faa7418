/** How long it took, record by record, sorted once more without any query. */
import type { Lengths, PlainValue } from './plain-series.ts';
import type { Agreement, Metric } from '../../src/values/agreement.ts';
import type { Distribution } from '../../src/values/distribution.ts';
import { grains } from '../../src/values/period.ts';

/** Where what the queries sorted into bins is not what the newest period that is over holds, a line each. */
export function lengthsApart(
  { metrics }: Agreement,
  distributions: readonly Distribution[],
  values: readonly PlainValue[],
): string[] {
  return metrics.flatMap((metric) => {
    const newest = newestOf(metric, values);
    const found = distributions.find(({ metric: slug }) => slug === metric.slug);
    if (!newest && !found) return [];
    if (!newest || !found) return [`${metric.slug}: lengths ${found ? 'by query' : 'plainly'} only`];
    return faultsOf(found, newest, newest.lengths ?? { over: [], open: 0 }).map((says) => `${metric.slug}: ${says}`);
  });
}

/** Of a metric that tells how long something usually takes: its newest whole that is over, or that of all time; none where no length is known. */
function newestOf({ slug, unit, finest, wordings: [{ measure }] }: Metric, values: readonly PlainValue[]) {
  if (unit.unit !== 'duration' || !['average', 'median', 'percentile'].includes(measure.measure)) return undefined;
  const grain = grains.indexOf(finest) < grains.indexOf('month') ? 'month' : finest;
  const newest = values
    .filter((value) => value.metric === slug && value.grain === grain && value.dimension === '')
    .filter(({ status }) => grain === 'all' || (status !== 'so far' && status !== 'ahead'))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .at(-1);
  const { over = [], open = 0 } = newest?.lengths ?? {};
  return over.length + open > 0 ? newest : undefined;
}

function faultsOf({ period, bins, beyond, open }: Distribution, newest: PlainValue, lengths: Lengths): string[] {
  const end = bins.at(-1)?.to ?? -Infinity;
  const among = ({ from, to }: (typeof bins)[number]): number =>
    lengths.over.filter((length) => length >= from && length < to).length;
  const { value } = newest;
  const claims: readonly (readonly [string, string | number | boolean, string | number | boolean])[] = [
    ['period', period, newest.period],
    ['beyond', beyond, lengths.over.filter((length) => length >= end).length],
    ['open', open, lengths.open],
    ...bins.map((bin) => [`${bin.from} to ${bin.to}`, bin.records, among(bin)] as const),
    ['in all', bins.reduce((sum, { records }) => sum + records, beyond), lengths.over.length],
    ['bins', bins.length <= 15, true],
    // Where the value is not known it lies among what is not over.
    ['the value', value === null || bins.some(({ from, to }) => from <= value && value < to), true],
  ];
  return claims
    .filter(([, query, plain]) => query !== plain)
    .map(([what, query, plain]) => `${what}: ${query} by query, ${plain} plainly`);
}
