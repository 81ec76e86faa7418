/** What has changed its wording, in every period by today's; and how much of a running period's target falls to the days so far. */
import { ratioOf } from './plain-ratio.ts';
import { plainReader } from './plain-record.ts';
import { valuesOf, type PlainValue } from './plain-series.ts';
import { byNowOf, levelOf } from './plain-targets.ts';
import { sightOf } from './plain-world.ts';
import { catalogue } from './readable.ts';
import { readPlainly } from './two-readings.ts';
import type { AnyRecords } from './any-records.ts';
import type { Agreement, Metric } from '../../src/values/agreement.ts';

const todaysAlone = (metric: Metric): Metric => ({
  ...metric,
  wordings: [{ ...metric.wordings[0], from: null, until: null }],
});

/** Ratios of what has changed among them. Before today's wording there was no target of it. */
export function restatedPlainly(agreement: Agreement, records: AnyRecords, asOf: number): PlainValue[] {
  const world = { catalogue, agreement, rows: records };
  const changed = agreement.metrics.filter(({ wordings }) => wordings.length > 1).map(({ slug }) => slug);
  const restated = agreement.metrics.filter(({ slug, wordings: [{ measure }] }) =>
    measure.measure === 'ratio'
      ? changed.includes(measure.of) || changed.includes(measure.per)
      : changed.includes(slug),
  );
  const once = readPlainly(agreement, records, asOf);
  const again = agreement.metrics.flatMap((metric) =>
    changed.includes(metric.slug)
      ? valuesOf(todaysAlone(metric), world, asOf)
      : once.filter((value) => value.metric === metric.slug),
  );
  const { asOfDay } = sightOf(world, plainReader, agreement.company.calendar, asOf);
  const agreed = { agreement, values: once, asOfDay };
  return restated.flatMap((metric) => {
    const [{ measure, from }] = metric.wordings;
    const values =
      measure.measure === 'ratio' ? ratioOf(metric, again) : again.filter((one) => one.metric === metric.slug);
    return values.map((value) => {
      const level = (as: 'target' | 'broken') =>
        from === null || from <= value.to ? levelOf(agreed, value, as) : null;
      return { ...value, wording: from ?? 'the beginning', target: level('target'), broken: level('broken') };
    });
  });
}

/** The parts of running targets by now, by metric, grain and period. */
export function pacesPlainly(agreement: Agreement, records: AnyRecords, asOf: number): Map<string, number> {
  const values = readPlainly(agreement, records, asOf);
  const world = { catalogue, agreement, rows: records };
  const { asOfDay } = sightOf(world, plainReader, agreement.company.calendar, asOf);
  return new Map(
    values.flatMap((value) => {
      const byNow = byNowOf({ agreement, values, asOfDay }, value);
      return byNow === null ? [] : [[[value.metric, value.grain, value.period].join(' '), byNow] as const];
    }),
  );
}
