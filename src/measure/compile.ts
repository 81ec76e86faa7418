import { Temporal } from 'temporal-polyfill';
import { factsOf } from './facts.ts';
import { readerInSql } from './sentences-in-sql.ts';
import type { Select } from './place.ts';
import type { AsOf } from './series.ts';
import type { Demand, Statement } from './statement.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';

/** What metrics are compiled from. */
export interface Sources {
  readonly agreement: Agreement;
  readonly catalogue: Catalogue;
}

/** A metric as queries: the facts of each wording, and the record kinds that they read. */
export interface CompiledMetric {
  readonly metric: Metric;
  readonly asOf: AsOf;
  readonly facts: readonly Select[];
  readonly kinds: ReadonlySet<string>;
}

/** Compiles a metric that is no ratio. What it needs of the calendar is added to the demand. */
export function compileMetric(
  { agreement, catalogue }: Sources,
  metric: Metric,
  asOf: AsOf,
  demand: Demand,
): CompiledMetric {
  const kinds = new Set<string>();
  const facts = metric.wordings.map((wording) => {
    const statement: Statement = {
      agreement,
      catalogue,
      reader: readerInSql,
      demand,
      calendar: metric.calendar,
      asOf: asOf.instant,
      asOfDay: asOf.day,
      day: null,
      horizon: null,
      aliases: new Set(),
      kinds,
    };
    return factsOf(metric, wording, statement);
  });
  return { metric, asOf, facts, kinds };
}

/** An instant with the local date that the company has then. */
export function asOfAt(instant: number, timeZone: string): AsOf {
  const local = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(timeZone);
  return { instant, day: local.toPlainDate().toString() };
}

/** Whether a metric's facts can be counted; a ratio has none of its own. */
export const hasFacts = (metric: Metric): boolean =>
  metric.missing.length === 0 && metric.wordings[0].measure.measure !== 'ratio';
