import { compileRun } from './compile-run.ts';
import type { CompiledAgreement, Sources } from './compile.ts';
import { indexesAsked } from './indexes-asked.ts';
import { knownOfKinds } from './known-of-kinds.ts';
import { measureMade, notMeasured, type Measured } from './measure-made.ts';
import { targetsAmong, withTargets } from './period-targets.ts';
import { keepResult, makeResults } from './results.ts';
import { restatedValues } from './restated.ts';
import { inOrderOfNeed, resultsReadBy } from '../agreement/metrics-read.ts';
import { keepCalendar } from './keep-calendar.ts';
import { measureCounted, type Computing } from './measure-counted.ts';
import { keyOf } from './metric-key.ts';
import { stoodTables } from './stood-tables.ts';
import { countsAsEver } from './wordings-alike.ts';
import { readComputedKeys, writeComputed, type Computed } from '../store/computed.ts';
import { keepIndexes } from '../store/indexes.ts';
import { writeMeasured } from '../store/values.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Database } from '../store/database.ts';
import type { Kysely } from 'kysely';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { Distribution } from '../values/distribution.ts';
import type { Problem } from '../values/problem.ts';
import type { Stretch } from '../values/stretch.ts';
import type { MetricReading, MetricValue, PeriodTarget } from '../values/value.ts';

export interface MeasureTask extends Sources {
  readonly db: Kysely<Database>;
  /** Told the slug of each metric before it is computed; null: what follows is for all of them. */
  readonly begins?: (metric: string | null) => void;
  /** Computes everything anew, also what would come to the same as in the run before. */
  readonly fresh?: boolean;
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
  /** Of metrics that tell how long something usually takes: how the records of their newest period that is over lie. */
  readonly distributions: readonly Distribution[];
  /** Amounts that no rate changes into the reporting currency. */
  readonly problems: readonly Problem[];
  /** The slugs of the metrics that were computed in this run. The others that count records stand as they were: nothing that they follow from has changed. */
  readonly anew: readonly string[];
}

/**
 * Computes every metric of the agreement, and keeps values, readings and stretches in the store in place of the earlier ones, all in one transaction.
 * A metric whose fields no source maps gets a reading that says so, and no values.
 */
export async function measure({ db, agreement, catalogue, begins, fresh = false }: MeasureTask): Promise<Measurement> {
  const sources = { agreement, catalogue };
  const { compiled, restated } = compileRun(sources, await knownOfKinds(db, sources));
  return db.transaction().execute(async (transaction) => {
    const tables = transaction as unknown as Kysely<AnyTables>;
    await keepIndexes(tables, indexesAsked(compiled.demand));
    const kept = await readComputedKeys(tables);
    const computing: Computing = {
      db: tables,
      company: agreement.company,
      catalogue,
      stood: stoodTables(tables),
      kept: fresh ? new Map() : kept,
      anew: [],
      names: new Set(),
    };
    await keepCalendar(computing, sources, [compiled, restated]);
    await makeResults(tables);
    const round = { sources, computing, begins };
    const measured = await measureAll({ ...round, name: 'agreed', compiled, before: new Map() });
    const again = await measureAll({ ...round, name: 'restated', compiled: restated, before: measured });
    begins?.(null);
    await computing.stood.drop();
    await writeComputed(tables, computing.anew, computing.names);
    // Who asks later for the records behind a number asks for those of the wordings that held.
    for (const { metric } of again.values()) await keepResult(tables, metric, measured.get(metric.slug)?.values ?? []);
    const result = collect(agreement, measured, again);
    await writeMeasured(tables, result);
    return { ...result, anew: computedAnew(agreement, computing.anew) };
  });
}

/** Which metrics were computed in this run, in the agreement's order; the others stand as they were. */
function computedAnew({ metrics }: Agreement, anew: readonly Computed[]): string[] {
  const names = new Set(anew.map(({ name }) => name));
  return metrics.map(({ slug }) => slug).filter((slug) => names.has(nameIn('agreed', slug)));
}

/** What is measured in one go. */
interface Round {
  readonly name: 'agreed' | 'restated';
  readonly sources: Sources;
  readonly computing: Computing;
  readonly begins: MeasureTask['begins'];
  readonly compiled: CompiledAgreement;
  /** What the metrics came to in the round before: whoever reads one that is not in this round reads that. */
  readonly before: ReadonlyMap<string, Measured>;
}

const nameIn = (round: Round['name'], slug: string): string => `${round} ${slug}`;

/** Measures the metrics of a round, each after those that it reads. What was agreed for a period is the same in every round. */
async function measureAll(round: Round): Promise<ReadonlyMap<string, Measured>> {
  const { sources, computing, before, begins } = round;
  const { metrics, agreement } = round.compiled;
  const measured = new Map<string, Measured>();
  const latest = new Map(before);
  const keys = new Map<string, string>();
  const targetIn = targetsAmong(sources.agreement, () => (before.size > 0 ? before : measured));
  const beside = { ...sources.agreement, catalogue: sources.catalogue };
  const asked = new Set(agreement.metrics.flatMap((metric) => resultsReadBy(metric, beside)));
  const alike = sources.agreement.metrics.filter(
    (metric) => countsAsEver(metric) && resultsReadBy(metric, beside).length === 0,
  );
  const restatedAlike = new Set(alike.map(({ slug }) => slug));
  const measureOne = async (metric: Metric): Promise<Measured> => {
    const compiled = metrics.get(metric.slug);
    if (!compiled) return measureMade(metric, latest, targetIn);
    const known = restatedAlike.has(metric.slug) ? before.get(metric.slug) : undefined;
    if (known) return known;
    const results = resultsReadBy(metric, beside).map(
      (slug) => keys.get(slug) ?? keyOf(latest.get(slug)?.values ?? null),
    );
    const ground = { agreement: sources.agreement, results };
    const found = await measureCounted(computing, nameIn(round.name, metric.slug), compiled, ground);
    keys.set(metric.slug, found.key);
    return found.measured;
  };
  for (const metric of inOrderOfNeed(agreement.metrics, beside)) {
    begins?.(metric.slug);
    const found = await measureOne(metric);
    measured.set(metric.slug, found);
    latest.set(metric.slug, found);
    if (asked.has(metric.slug)) await keepResult(computing.db, metric, found.values);
  }
  return measured;
}

/** The results in the agreement's order, and each with what was agreed for it. `again` is what is restated. */
function collect(
  agreement: Agreement,
  measured: ReadonlyMap<string, Measured>,
  again: ReadonlyMap<string, Measured>,
): Omit<Measurement, 'anew'> {
  const all = agreement.metrics.map((metric) => measured.get(metric.slug) ?? notMeasured(metric));
  const days = new Map(all.map(({ metric, asOfDay }) => [metric.slug, asOfDay]));
  const found = all.flatMap((one) => one.values);
  const { values, targets, targetOf } = withTargets({
    agreement,
    values: found,
    asOfDay: (slug) => days.get(slug) ?? '',
  });
  const restated = agreement.metrics.flatMap(({ slug }) => again.get(slug)?.values ?? []);
  return {
    values,
    targets,
    restated: restatedValues(agreement, restated, targetOf),
    readings: all.map(({ metric, asOf, todays }) => ({ metric: metric.slug, asOf, missing: metric.missing, todays })),
    stretches: all.flatMap((one) => one.stretches),
    distributions: all.flatMap(({ distribution }) => distribution ?? []),
    problems: all.flatMap((one) => one.problems),
  };
}
