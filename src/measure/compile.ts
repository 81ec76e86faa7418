import { createQueryId, type CompiledQuery, type Kysely } from 'kysely';
import { asksThePeriod } from '../agreement/asks-the-period.ts';
import { periodNamed } from '../calendar/periods.ts';
import { isFrozen } from '../values/frozen.ts';
import { Temporal } from 'temporal-polyfill';
import { isBounded } from './bounds.ts';
import { elapsedOf, type Elapsed } from './elapsed.ts';
import { endsOf, type End } from './ends.ts';
import { factsOf } from './facts.ts';
import { fillingsOf } from './fillings.ts';
import { readerInSql } from './sentences-in-sql.ts';
import { noDemand, type DaysAndInstants, type Demand, type Statement } from './statement.ts';
import { wordingOn } from './target-world.ts';
import { touchesOf } from './touches.ts';
import { withAlikeTogether } from './wordings-alike.ts';
import type { Select } from './place.ts';
import type { CompiledWays } from './ways.ts';
import { stoodAt, type Stood } from './stood.ts';
import type { AsOf } from './series.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Agreement, Metric, Wording } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { isMade } from '../values/made-of.ts';
import type { Day } from '../values/period.ts';

/** What metrics are compiled from. */
export interface Sources {
  readonly agreement: Agreement;
  readonly catalogue: Catalogue;
}

/** Facts as queries: those of each wording, and what is told beside them. */
export interface CompiledFacts {
  readonly facts: readonly Select[];
  /** The touches that share the credit, by the place of their breakdown among the metric's. */
  readonly touches: ReadonlyMap<number, Select>;
  /** What records that lack needed fields could turn out to be; null: there are no bounds. */
  readonly ways: CompiledWays | null;
}

/** A metric as queries. None of its own facts where it is counted as things stood: they are those of its ends. */
export interface CompiledMetric extends CompiledFacts {
  readonly metric: Metric;
  readonly asOf: AsOf;
  /** Whether a file tells the as-of instant; else it is the newest that any file tells. */
  readonly asOfIsKnown: boolean;
  readonly ends: readonly CompiledEnd[];
  /** The same for the stretches that the running periods are compared with. */
  readonly stretches: readonly CompiledStretch[];
  /** Fields that a metric reads which is counted as things stood, and that hold today's value at every time: `lead's source`. */
  readonly todays: readonly string[];
  /** Its queries in a world of their own, at no instant: what they say follows from its definition alone. */
  readonly basis: Basis;
}

export interface Basis {
  readonly facts: CompiledFacts;
  readonly demand: Demand;
}

/** An end as queries: facts as they stood then. */
export interface CompiledEnd extends End, CompiledFacts {
  /** Among which records its facts are looked for; null: among all. */
  readonly stood: Stood | null;
}

/** A stretch as queries: facts as they stood at its end, without members. */
export interface CompiledStretch extends Elapsed {
  readonly facts: readonly Select[];
  /** Among which records they are looked for; null: among all. */
  readonly stood: Stood | null;
}

/** An agreement's metrics as queries, and what these need of the calendar. */
export interface CompiledAgreement {
  readonly agreement: Agreement;
  readonly metrics: ReadonlyMap<string, CompiledMetric>;
  readonly demand: Demand;
  /** The newest export time of all files; 0 where no file tells. */
  readonly newest: number;
}

/** What is known of the records before any is counted, by kind. */
export interface KnownOfKinds {
  /** The export time of its oldest file. */
  readonly asOf: ReadonlyMap<string, number | null>;
  /** The local date of its first record: of kinds that a metric counts as they stood. */
  readonly first: ReadonlyMap<string, Day>;
}

/** Compiles every metric that has facts of its own. What they need of the calendar is added to `demand`. */
export function compileAgreement(
  sources: Sources,
  { asOf, first }: KnownOfKinds,
  demand: Demand = noDemand(),
): CompiledAgreement {
  const newest = Math.max(0, ...[...asOf.values()].map((time) => time ?? 0));
  const { company } = sources.agreement;
  const metrics = sources.agreement.metrics.filter(hasFacts).map((metric): CompiledMetric => {
    const counted = withAlikeTogether(metric);
    const { kinds, todays, basis } = readBy(sources, counted);
    const times = [...kinds].map((kind) => asOf.get(kind) ?? null).filter((time) => time !== null);
    const known = asOfAt(times.length === 0 ? newest : Math.min(...times), company.timeZone);
    const compiled = (then: Then): CompiledFacts => compileMetric(sources, counted, then, { demand, kinds, todays });
    const ends = endsOf(metric, known, firstOf(metric, first), {
      company,
      asksThePeriod: asksThePeriod(metric, sources.agreement, sources.catalogue),
    });
    return {
      metric,
      asOf: known,
      asOfIsKnown: times.length > 0,
      ...(metric.asOf === null ? compiled(today(counted, known)) : noFacts),
      ends: compileEnds(sources, counted, ends, { demand, kinds, todays }),
      stretches: compileStretches(sources, counted, known, demand),
      todays: metric.asOf === null ? [] : [...todays].sort(),
      basis,
    };
  });
  return {
    agreement: sources.agreement,
    metrics: new Map(metrics.map((one) => [one.metric.slug, one])),
    demand,
    newest,
  };
}

type Read = Pick<Statement, 'demand' | 'kinds' | 'todays'>;

function compileEnds(sources: Sources, metric: Metric, ends: readonly End[], read: Read): CompiledEnd[] {
  const asked = ends.map((end) => ({ asOf: end.asOf, wording: wordingOn(metric, end.inForceOn) }));
  const [first] = ends;
  const stood = first ? stoodAt(asked, () => statementOf(sources, metric, atEnd(metric, first), read)) : [];
  return ends.map((end, index) => ({
    ...end,
    ...compileMetric(sources, metric, atEnd(metric, end), read),
    stood: stood[index] ?? null,
  }));
}

/** Nothing to count. */
export const noFacts: CompiledFacts = { facts: [], touches: new Map(), ways: null };

/** The local date of the first record of the kinds that a metric counts. */
function firstOf({ wordings }: Metric, first: ReadonlyMap<string, Day>): Day | null {
  const days = wordings.map(({ kind }) => first.get(kind)).filter((day) => day !== undefined);
  return days.toSorted()[0] ?? null;
}

/** What is made of other metrics has no facts of its own, and what no source maps can't be counted. */
const hasFacts = ({ missing, wordings: [{ measure }] }: Metric): boolean => missing.length === 0 && !isMade(measure);

/** What a metric's queries read: record kinds, and fields that hold today's value at every time. */
function readBy(sources: Sources, metric: Metric): Pick<Statement, 'kinds' | 'todays'> & { readonly basis: Basis } {
  const read = { demand: noDemand(), kinds: new Set<string>(), todays: new Set<string>() };
  const any = { instant: 0, day: '1970-01-01' };
  const counted = { from: any.day, to: any.day };
  const then = metric.asOf === null ? today(metric, any) : { ...asItStood(metric, any), counted, judged: any };
  const facts = compileMetric(sources, metric, { ...then, wordings: metric.wordings }, read);
  return { ...read, basis: { facts, demand: read.demand } };
}

/** A conversion's window is the same for every record, so its periods ripen and are not compared while they run. */
function compileStretches(sources: Sources, metric: Metric, asOf: AsOf, demand: Demand): CompiledStretch[] {
  if (metric.wordings.some(({ measure }) => measure.measure === 'conversion')) return [];
  // What stood when a period began does not grow while it runs.
  if (metric.asOf === 'period start') return [];
  return elapsedOf(metric, asOf, sources.agreement.company).map((elapsed) => {
    const counted = metric.asOf === null ? null : periodNamed(elapsed.earlier, sources.agreement.company);
    const then = {
      ...asItStood(metric, elapsed.asOf, metric.asOf === null ? elapsed.among : null),
      counted,
    };
    const read = { demand, kinds: new Set<string>(), todays: new Set<string>() };
    const [wording] = then.wordings;
    const asked = metric.asOf !== null && wording ? [{ asOf: elapsed.asOf, wording }] : [];
    const [stood = null] = stoodAt(asked, () => statementOf(sources, metric, then, read));
    const { facts } = compileMetric(sources, { ...metric, breakdowns: [], needs: [] }, then, read);
    return { ...elapsed, facts, stood };
  });
}

/** The time that facts are told as of, and the wordings that hold for them. */
interface Then extends Pick<Statement, 'knows' | 'among' | 'counted' | 'judged'> {
  readonly asOf: AsOf;
  readonly wordings: readonly Wording[];
}

/** What moves a balance has happened by the time that the balance is known as of. */
const today = (metric: Metric, asOf: AsOf): Then => ({
  asOf,
  knows: metric.moves === null ? 'all' : 'until then',
  among: null,
  counted: null,
  judged: null,
  wordings: wordingsFor(metric, asOf, null),
});

const asItStood = (metric: Metric, asOf: AsOf, among: DaysAndInstants | null = null): Then => ({
  asOf,
  knows: 'until then',
  among,
  counted: null,
  judged: null,
  wordings: wordingsFor(metric, asOf, among),
});

/** The facts of an end: by the wording that is in force then. */
const atEnd = (metric: Metric, { asOf, judged, counted, inForceOn }: End): Then => ({
  ...asItStood(metric, asOf),
  counted,
  judged,
  wordings: [wordingOn(metric, inForceOn)],
});

/** Records are judged by the wordings of their `by` moments; without one, all by that of the as-of day. */
function wordingsFor(metric: Metric, asOf: AsOf, among: DaysAndInstants | null): readonly Wording[] {
  if (!metric.by) return [wordingOn(metric, asOf.day)];
  if (among === null) return metric.wordings;
  const { from: first, to: last } = among.day;
  return metric.wordings.filter(({ from, until }) => (!from || from <= last) && (!until || first <= until));
}

/** A fresh statement of a metric. */
function statementOf(
  sources: Sources,
  metric: Metric,
  { asOf, knows, among, counted, judged }: Then,
  read: Read,
  needs: Metric['needs'] = [],
): Statement {
  return {
    ...sources,
    ...read,
    reader: readerInSql,
    calendar: metric.calendar,
    asOf: asOf.instant,
    asOfDay: asOf.day,
    knows,
    judged: isFrozen(metric) ? judged : null,
    counted,
    among,
    day: null,
    horizon: null,
    needs,
    filled: new Map(),
    aliases: new Set(),
  };
}

function compileMetric(sources: Sources, metric: Metric, then: Then, read: Read): CompiledFacts {
  const { wordings } = then;
  const statement = (needs: Metric['needs'] = []): Statement => statementOf(sources, metric, then, read, needs);
  const [{ kind, measure }] = metric.wordings;
  const fillings = isBounded(measure) && !isFrozen(metric) ? fillingsOf(metric, sources) : [];
  const whole: Metric = { ...metric, breakdowns: [] };
  const credited = metric.breakdowns.flatMap(({ credit }, index) => (credit ? [{ credit, index }] : []));
  return {
    facts: wordings.map((wording) => factsOf(metric, wording, statement())),
    touches: new Map(credited.map(({ credit, index }) => [index, touchesOf(credit, kind, statement())])),
    ways:
      fillings.length === 0
        ? null
        : { fillings, facts: wordings.map((wording) => factsOf(whole, wording, statement(metric.needs))) },
  };
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
