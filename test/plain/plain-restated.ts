/** What has changed its wording, in every period by today's; and how much of a running period's target falls to the days so far. */
import { readBy } from './plain-of-two.ts';
import { byNowOf, levelOf } from './plain-targets.ts';
import { agreedIn } from './two-readings.ts';
import type { PlainValue } from './plain-series.ts';
import type { AnyRecords } from './any-records.ts';
import type { Agreement, Metric } from '../../src/values/agreement.ts';

const todaysAlone = (metric: Metric): Metric => ({
  ...metric,
  wordings: [{ ...metric.wordings[0], from: null, until: null }],
});

/** What is made of what has changed, and what names its results, among them. Before today's wording there was no target of it. */
export function restatedPlainly(agreement: Agreement, records: AnyRecords, asOf: number): PlainValue[] {
  const changed = new Set(agreement.metrics.filter(({ wordings }) => wordings.length > 1).map(({ slug }) => slug));
  const reads = (metric: Metric): boolean => readBy(metric, agreement).some((slug) => changed.has(slug));
  for (let before = -1; before < changed.size;) {
    before = changed.size;
    for (const metric of agreement.metrics) if (reads(metric)) changed.add(metric.slug);
  }
  const once = agreedIn(agreement, records, asOf);
  const restated = {
    ...agreement,
    metrics: agreement.metrics.map((one) => (changed.has(one.slug) ? todaysAlone(one) : one)),
  };
  const again = agreedIn(restated, records, asOf, { targetsOf: once });
  return agreement.metrics
    .filter(({ slug }) => changed.has(slug))
    .flatMap(({ slug, wordings: [{ from }] }) =>
      again.valuesOf(slug).map((value) => {
        const level = (as: 'target' | 'broken') =>
          from === null || from <= value.to ? levelOf(once, value, as) : null;
        return { ...value, wording: from ?? 'the beginning', target: level('target'), broken: level('broken') };
      }),
    );
}

/** The parts of running targets by now, by metric, grain and period. */
export function pacesPlainly(agreement: Agreement, records: AnyRecords, asOf: number): Map<string, number> {
  const agreed = agreedIn(agreement, records, asOf);
  const values = agreement.metrics.flatMap(({ slug }) => agreed.valuesOf(slug));
  return new Map(
    values.flatMap((value) => {
      const byNow = byNowOf(agreed, value);
      return byNow === null ? [] : [[[value.metric, value.grain, value.period].join(' '), byNow] as const];
    }),
  );
}
