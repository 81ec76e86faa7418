/** The API files: what stands in `api/metrics.json`, `api/metrics/SLUG.json` and `api/metrics/SLUG.csv`. */
import type { Metric, MetricUnit } from '../values/agreement.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { PublishedValue } from '../values/value.ts';
import { csvOf, type Cell } from './csv.ts';
import { definitionOf, type Definition } from './definition.ts';
import { majorOf } from './major-units.ts';

/** The columns of `SLUG.csv`, and the keys of a value in `SLUG.json`, in their order. Programs rely on both. */
export const columns = [
  'grain',
  'period',
  'from',
  'to',
  'value',
  'numerator',
  'denominator',
  'waiting',
  'records',
  'low',
  'high',
  'mark',
  'why',
  'target',
  'dimension',
  'member',
  'wording',
  'status',
  'unit',
] as const;

/** One value: shares from 0 to 1, money in major units, null where not known. */
export type ApiRow = Readonly<Record<(typeof columns)[number], Cell>>;

/** A metric as the API tells it: its definition, its latest judged value, its mark. */
export interface ApiMetric extends Definition {
  readonly headline: number | null;
  readonly latest: ApiRow | null;
  readonly mark: string;
  readonly why: string | null;
}

/** `api/metrics.json`: every metric and promise with its latest value. */
export function metricsFile(edition: Edition): { readonly metrics: readonly ApiMetric[] } {
  return { metrics: edition.metrics.map((one) => metricOf(edition, one)) };
}

/** `api/metrics/SLUG.json`: the same of one metric, with all its values. */
export function metricFile(edition: Edition, one: MetricEdition): ApiMetric & { readonly values: readonly ApiRow[] } {
  return { ...metricOf(edition, one), values: rowsOf(edition, one) };
}

/** `api/metrics/SLUG.csv`: all its values. */
export function metricTable(edition: Edition, one: MetricEdition): string {
  return csvOf(
    columns,
    rowsOf(edition, one).map((row) => columns.map((column) => row[column])),
  );
}

function metricOf(edition: Edition, one: MetricEdition): ApiMetric {
  const { metric, finding } = one;
  const latest = one.values.find(
    (value) => value.dimension === '' && value.grain === finding.period?.grain && value.period === finding.period.name,
  );
  return {
    ...definitionOf(metric),
    headline: metric.headline,
    latest: latest ? rowOf(latest, unitsOf(edition, metric)) : null,
    mark: finding.mark.mark,
    why: finding.mark.why,
  };
}

function rowsOf(edition: Edition, one: MetricEdition): ApiRow[] {
  const units = unitsOf(edition, one.metric);
  return one.values.map((value) => rowOf(value, units));
}

/** What a metric's value is counted in, and the two sums that it is made of. */
interface Units {
  readonly value: MetricUnit;
  readonly numerator: MetricUnit;
  readonly denominator: MetricUnit;
}

/** The sums of a ratio are counted as the two metrics are that it divides; all else is counted in records. */
function unitsOf(edition: Edition, metric: Metric): Units {
  const { measure } = metric.wordings[0];
  const number: MetricUnit = { unit: 'number' };
  const unitOf = (slug: string) => edition.metrics.find((one) => one.metric.slug === slug)?.metric.unit ?? number;
  if (measure.measure !== 'ratio') return { value: metric.unit, numerator: number, denominator: number };
  return { value: metric.unit, numerator: unitOf(measure.of), denominator: unitOf(measure.per) };
}

function rowOf(value: PublishedValue, units: Units): ApiRow {
  return {
    grain: value.grain,
    period: value.period,
    from: value.from,
    to: value.to,
    value: inMajorUnits(value.value, units.value),
    numerator: inMajorUnits(value.numerator, units.numerator),
    denominator: inMajorUnits(value.denominator, units.denominator),
    waiting: value.waiting,
    records: value.records,
    low: inMajorUnits(value.low, units.value),
    high: inMajorUnits(value.high, units.value),
    mark: value.mark.mark,
    why: value.mark.why,
    target: inMajorUnits(value.target, units.value),
    dimension: value.dimension,
    member: value.member,
    wording: value.wording,
    status: value.status,
    unit: units.value.unit === 'money' ? units.value.currency : units.value.unit,
  };
}

function inMajorUnits(amount: number | null, unit: MetricUnit): number | null {
  return amount === null || unit.unit !== 'money' ? amount : majorOf(amount, unit.currency);
}
