import { calendarDemand } from './calendar-demand.ts';
import { compileRun } from './compile-run.ts';
import type { CompiledAgreement, CompiledMetric, Sources } from './compile.ts';
import { indexesAsked } from './indexes-asked.ts';
import { knownOfKinds } from './known-of-kinds.ts';
import { measureFacts } from './measure-facts.ts';
import { measureMade, notMeasured, type Measured } from './measure-made.ts';
import { targetsAmong, withTargets } from './period-targets.ts';
import { keepResult, makeResults } from './results.ts';
import { restatedValues } from './restated.ts';
import { inOrderOfNeed, resultsReadBy } from '../agreement/metrics-read.ts';
import { stoodIn, stoodTables, type StoodTables } from './stood-tables.ts';
import { fillCalendarTables } from '../store/calendar-tables.ts';
import { keepIndexes } from '../store/indexes.ts';
import { writeMeasured } from '../store/values.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Database } from '../store/database.ts';
import type { Kysely } from 'kysely';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { Problem } from '../values/problem.ts';
import type { Stretch } from '../values/stretch.ts';
import type { MetricReading, MetricValue, PeriodTarget } from '../values/value.ts';

export interface MeasureTask extends Sources {
  readonly db: Kysely<Database>;
  /** Told the slug of each metric before it is computed; null: what follows is for all of them. */
  readonly begins?: (metric: string | null) => void;
}

export interface Measurement {
  readonly values: readonly MetricValue[];
  readonly readings: readonly MetricReading[];
  /** Of each running period, where the one before it stood after as much time. */
  readonly stretches: readonly Stretch[];
  /** What was agreed for each period. */
  readonly targets: readonly PeriodTarget[];
  /** Metrics whose wording has changed, in every period by today's. */
  readonly restated: readonly MetricValue[];
  /** Amounts that no rate changes into the reporting currency. */
  readonly problems: readonly Problem[];
}

/**
 * Computes every metric of the agreement, and keeps values, readings and stretches in the store in place of the earlier ones, all in one transaction.
 * A metric whose fields no source maps gets a reading that says so, and no values.
 */
export async function measure({ db, agreement, catalogue, begins }: MeasureTask): Promise<Measurement> {
  const sources = { agreement, catalogue };
  const { compiled, restated } = compileRun(sources, await knownOfKinds(db, sources));
  return db.transaction().execute(async (transaction) => {
    const tables = transaction as unknown as Kysely<AnyTables>;
    await keepIndexes(tables, indexesAsked(compiled.demand));
    const instants = [compiled, restated].flatMap(instantsOf);
    const demand = await calendarDemand(tables, agreement, compiled.demand, instants);
    await fillCalendarTables(tables, { agreement, ...demand });
    await makeResults(tables);
    const stood = stoodTables(tables);
    const measured = await measureAll(tables, sources, { compiled, before: new Map(), begins, stood });
    const again = await measureAll(tables, sources, { compiled: restated, before: measured, begins, stood });
    begins?.(null);
    await stood.drop();
    // Who asks later for the records behind a number asks for those of the wordings that held.
    for (const { metric } of again.values()) await keepResult(tables, metric, measured.get(metric.slug)?.values ?? []);
    const result = collect(agreement, measured, again);
    await writeMeasured(tables, result);
    return result;
  });
}

function instantsOf({ metrics, newest }: CompiledAgreement): number[] {
  const asOf = [...metrics.values()].flatMap(({ asOf, ends }) => [asOf, ...ends.map((end) => end.asOf)]);
  return [newest, ...asOf.map(({ instant }) => instant)];
}

/** What is measured in one go. */
interface Round {
  readonly begins: MeasureTask['begins'];
  readonly stood: StoodTables;
  readonly compiled: CompiledAgreement;
  /** What the metrics came to in the round before: whoever reads one that is not in this round reads that. */
  readonly before: ReadonlyMap<string, Measured>;
}

/** Measures the metrics of a round, each after those that it reads. What was agreed for a period is the same in every round. */
async function measureAll(
  db: Kysely<AnyTables>,
  sources: Sources,
  { compiled: { metrics, agreement }, before, begins, stood }: Round,
): Promise<ReadonlyMap<string, Measured>> {
  const measured = new Map<string, Measured>();
  const latest = new Map(before);
  const targetIn = targetsAmong(sources.agreement, () => (before.size > 0 ? before : measured));
  const beside = { ...sources.agreement, catalogue: sources.catalogue };
  const asked = new Set(agreement.metrics.flatMap((metric) => resultsReadBy(metric, beside)));
  for (const metric of inOrderOfNeed(agreement.metrics, beside)) {
    const compiled = metrics.get(metric.slug);
    begins?.(metric.slug);
    for (const one of compiled ? stoodIn(compiled) : []) await stood.keep(one);
    const found = compiled ? await measureMetric(db, sources, compiled) : measureMade(metric, latest, targetIn);
    measured.set(metric.slug, found);
    latest.set(metric.slug, found);
    if (asked.has(metric.slug)) await keepResult(db, metric, found.values);
  }
  return measured;
}

async function measureMetric(
  db: Kysely<AnyTables>,
  { agreement: { company } }: Sources,
  compiled: CompiledMetric,
): Promise<Measured> {
  const { metric, asOf, asOfIsKnown, todays } = compiled;
  const { values, stretches, unpriced } = await measureFacts(db, company, compiled);
  return {
    metric,
    asOf: asOfIsKnown ? asOf.instant : null,
    asOfDay: asOf.day,
    todays,
    values,
    stretches,
    problems: unpriced > 0 ? [noRate(metric, unpriced)] : [],
  };
}

function noRate(metric: Metric, amounts: number): Problem {
  const [what, whose] = amounts === 1 ? ['1 amount', 'its'] : [`${amounts} amounts`, 'their'];
  return {
    level: 'fault',
    ...metric.at,
    says: `${what} of "${metric.title}" can't be counted: no rate is agreed for ${whose} currency and day`,
    fix: 'add the currency, or its rate for that time, to currencies.yml',
  };
}

/** The results in the agreement's order, and each with what was agreed for it. `again` is what is restated. */
function collect(
  agreement: Agreement,
  measured: ReadonlyMap<string, Measured>,
  again: ReadonlyMap<string, Measured>,
): Measurement {
  const all = agreement.metrics.map((metric) => measured.get(metric.slug) ?? notMeasured(metric));
  const days = new Map(all.map(({ metric, asOfDay }) => [metric.slug, asOfDay]));
  const found = all.flatMap((one) => one.values);
  const { values, targets } = withTargets({ agreement, values: found, asOfDay: (slug) => days.get(slug) ?? '' });
  const restated = agreement.metrics.flatMap(({ slug }) => again.get(slug)?.values ?? []);
  return {
    values,
    targets,
    restated: restatedValues(agreement, restated, targets),
    readings: all.map(({ metric, asOf, todays }) => ({ metric: metric.slug, asOf, missing: metric.missing, todays })),
    stretches: all.flatMap((one) => one.stretches),
    problems: all.flatMap((one) => one.problems),
  };
}
