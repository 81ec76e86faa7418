import { createQueryId, type CompiledQuery, type Kysely } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { elapsedOf, type Elapsed } from './elapsed.ts';
import { factsOf } from './facts.ts';
import { readerInSql } from './sentences-in-sql.ts';
import { noDemand, type DaysAndInstants, type Demand, type Statement } from './statement.ts';
import type { Select } from './place.ts';
import type { AsOf } from './series.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Agreement, Metric, Wording } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';

/** What metrics are compiled from. */
export interface Sources {
  readonly agreement: Agreement;
  readonly catalogue: Catalogue;
}

/** A metric as queries: the facts of each wording. */
export interface CompiledMetric {
  readonly metric: Metric;
  readonly asOf: AsOf;
  /** Whether a file tells the as-of instant; else it is the newest that any file tells. */
  readonly asOfIsKnown: boolean;
  readonly facts: readonly Select[];
  /** The same for the stretches that the running periods are compared with. */
  readonly stretches: readonly CompiledStretch[];
}

/** A stretch as queries: facts as they stood at its end, without members. */
export interface CompiledStretch extends Elapsed {
  readonly facts: readonly Select[];
}

/** An agreement's metrics as queries, and what these need of the calendar. */
export interface CompiledAgreement {
  readonly metrics: ReadonlyMap<string, CompiledMetric>;
  readonly demand: Demand;
  /** The newest export time of all files; 0 where no file tells. */
  readonly newest: number;
}

/** Compiles every metric that has facts of its own. `asOf` is the export time of each record kind's oldest file. */
export function compileAgreement(sources: Sources, asOf: ReadonlyMap<string, number | null>): CompiledAgreement {
  const demand = noDemand();
  const newest = Math.max(0, ...[...asOf.values()].map((time) => time ?? 0));
  const zone = sources.agreement.company.timeZone;
  const metrics = sources.agreement.metrics.filter(hasFacts).map((metric): CompiledMetric => {
    const times = [...kindsRead(sources, metric)].map((kind) => asOf.get(kind) ?? null).filter((time) => time !== null);
    const known = asOfAt(times.length === 0 ? newest : Math.min(...times), zone);
    const facts = compileMetric(sources, metric, today(known), demand, new Set());
    const stretches = compileStretches(sources, metric, known, demand);
    return { metric, asOf: known, asOfIsKnown: times.length > 0, facts, stretches };
  });
  return { metrics: new Map(metrics.map((one) => [one.metric.slug, one])), demand, newest };
}

/** A ratio has no facts of its own, and what no source maps can't be counted. */
const hasFacts = ({ missing, wordings: [{ measure }] }: Metric): boolean =>
  missing.length === 0 && measure.measure !== 'ratio';

/** The record kinds that a metric's queries read. */
function kindsRead(sources: Sources, metric: Metric): ReadonlySet<string> {
  const kinds = new Set<string>();
  compileMetric(sources, metric, today({ instant: 0, day: '1970-01-01' }), noDemand(), kinds);
  return kinds;
}

/** A conversion's window is the same for every record, so its periods ripen and are not compared while they run. */
function compileStretches(sources: Sources, metric: Metric, asOf: AsOf, demand: Demand): CompiledStretch[] {
  if (metric.wordings.some(({ measure }) => measure.measure === 'conversion')) return [];
  return elapsedOf(metric, asOf, sources.agreement.company).map((elapsed) => {
    const then: Then = { asOf: elapsed.asOf, knows: 'until then', among: elapsed.among };
    return { ...elapsed, facts: compileMetric(sources, { ...metric, breakdowns: [] }, then, demand, new Set()) };
  });
}

/** The time that facts are told as of. */
interface Then extends Pick<Statement, 'knows' | 'among'> {
  readonly asOf: AsOf;
}

const today = (asOf: AsOf): Then => ({ asOf, knows: 'all', among: null });

const overlaps = ({ from, until }: Wording, among: DaysAndInstants | null): boolean =>
  among === null || ((from === null || from <= among.day.to) && (until === null || among.day.from <= until));

function compileMetric(
  { agreement, catalogue }: Sources,
  metric: Metric,
  { asOf, knows, among }: Then,
  demand: Demand,
  kinds: Set<string>,
): Select[] {
  const wordings = metric.wordings.filter((wording) => overlaps(wording, among));
  return wordings.map((wording) => {
    const statement: Statement = {
      agreement,
      catalogue,
      reader: readerInSql,
      demand,
      calendar: metric.calendar,
      asOf: asOf.instant,
      asOfDay: asOf.day,
      knows,
      among,
      day: null,
      horizon: null,
      aliases: new Set(),
      kinds,
    };
    return factsOf(metric, wording, statement);
  });
}

/** An instant with the local date that a zone has then. */
function asOfAt(instant: number, timeZone: string): AsOf {
  const local = Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(timeZone);
  return { instant, day: local.toPlainDate().toString() };
}

/** The text and parameters of a select in the engine's own words. */
export function wordsOf(db: Kysely<AnyTables>, select: Select): CompiledQuery {
  return db.getExecutor().compileQuery(select.toOperationNode(), createQueryId());
}
