import { inOrderOfNeed, valuesReadBy } from '../agreement/metrics-read.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { MetricValue, PeriodTarget } from '../values/value.ts';

/**
 * The metrics whose wording has changed, with today's alone for all time; and those that are made of such, or name their results. The restated
 * agreement is there to be measured: nothing else reads it.
 */
export function restatedBy(agreement: Agreement, catalogue: Catalogue): Agreement {
  const changed = new Set(agreement.metrics.filter(({ wordings }) => wordings.length > 1).map(({ slug }) => slug));
  const beside = { ...agreement, catalogue };
  for (const metric of changed.size === 0 ? [] : inOrderOfNeed(agreement.metrics, beside)) {
    if (valuesReadBy(metric, beside).some((slug) => changed.has(slug))) changed.add(metric.slug);
  }
  return { ...agreement, metrics: agreement.metrics.filter(({ slug }) => changed.has(slug)).map(byTodays) };
}

function byTodays(metric: Metric): Metric {
  const [today] = metric.wordings;
  return { ...metric, wordings: [{ ...today, from: null, until: null }] };
}

/** Restated values under the name of today's wording. It set no target for the time before it: there is none there. `targetOf`: what was agreed for a value's period. */
export function restatedValues(
  { metrics }: Pick<Agreement, 'metrics'>,
  values: readonly MetricValue[],
  targetOf: (value: MetricValue) => PeriodTarget | null,
): MetricValue[] {
  const bySlug = new Map(metrics.map((metric) => [metric.slug, metric]));
  return values.flatMap((value) => {
    const metric = bySlug.get(value.metric);
    if (!metric) return [];
    const [{ from }] = metric.wordings;
    const target = from === null || from <= value.to ? targetOf(value) : null;
    return [
      { ...value, wording: from ?? 'the beginning', target: target?.target ?? null, broken: target?.broken ?? null },
    ];
  });
}
