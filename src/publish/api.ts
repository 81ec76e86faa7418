/** The API files: what stands in `api/metrics.json`, `api/metrics/SLUG.json` and `api/metrics/SLUG.csv`. */
import type { Distribution } from '../values/distribution.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import { apiFixed, apiRow, apiUnits, columns, type ApiFixed, type ApiRow } from './api-row.ts';
import { apiUsual, type ApiUsual } from './api-usual.ts';
import { csvOf } from './csv.ts';
import { definitionOf, type Definition } from './definition.ts';

/** A metric as the API tells it: its definition, its latest judged value, its mark. */
export interface ApiMetric extends Definition {
  readonly headline: number | null;
  readonly latest: ApiRow | null;
  readonly mark: string;
  readonly why: string | null;
}

/** The same with all its values, the marks that were fixed when their periods closed, with the numbers of that day, and its usual ranges. */
export interface ApiMetricValues extends ApiMetric, ApiUsual {
  readonly values: readonly ApiRow[];
  readonly fixed: readonly ApiFixed[];
  /** Of a metric that tells how long something usually takes: how the records of its newest period that is over lie, in its unit; else null. */
  readonly distribution: Omit<Distribution, 'metric'> | null;
}

/** `api/metrics.json`: every metric and promise with its latest value. */
export function metricsFile(edition: Edition): { readonly metrics: readonly ApiMetric[] } {
  return { metrics: edition.metrics.map((one) => metricOf(edition, one)) };
}

/** `api/metrics/SLUG.json`: the same of one metric, with all its values. */
export function metricFile(edition: Edition, one: MetricEdition): ApiMetricValues {
  const units = apiUnits(one.metric, edition.agreement);
  const fixed = one.values.flatMap((value) => (value.fixed ? [apiFixed(value.fixed, units)] : []));
  const values = one.values.map((value) => apiRow(value, units));
  return {
    ...metricOf(edition, one),
    values,
    fixed,
    ...apiUsual(one, edition.agreement),
    distribution: distributionOf(one),
  };
}

function distributionOf({ distribution }: MetricEdition): ApiMetricValues['distribution'] {
  if (!distribution) return null;
  const { grain, period, from, to, bins, beyond, open } = distribution;
  return { grain, period, from, to, bins, beyond, open };
}

/** `api/metrics/SLUG.csv`: all its values. */
export function metricTable(edition: Edition, one: MetricEdition): string {
  return tableOf(metricFile(edition, one).values);
}

/**
 * `api/metrics/SLUG-restated.json`: every period by today's wording, of a metric that had another before. These values have no marks: a period is
 * judged by the wording of its own day.
 */
export function restatedFile(edition: Edition, { metric, restated }: MetricEdition) {
  const units = apiUnits(metric, edition.agreement);
  const { slug, title } = metric;
  return { slug, title, wording: metric.wordings[0].from, values: restated.map((value) => apiRow(value, units)) };
}

/** `api/metrics/SLUG-restated.csv`. */
export function restatedTable(edition: Edition, one: MetricEdition): string {
  return tableOf(restatedFile(edition, one).values);
}

const tableOf = (rows: readonly ApiRow[]): string =>
  csvOf(
    columns,
    rows.map((row) => columns.map((column) => row[column])),
  );

function metricOf(edition: Edition, one: MetricEdition): ApiMetric {
  const { metric, finding } = one;
  const latest = one.values.find(
    (value) => value.dimension === '' && value.grain === finding.period?.grain && value.period === finding.period.name,
  );
  return {
    ...definitionOf(metric),
    headline: metric.headline,
    latest: latest ? apiRow(latest, apiUnits(metric, edition.agreement)) : null,
    mark: finding.mark.mark,
    why: finding.mark.why,
  };
}
