import { calendarDemand } from './calendar-demand.ts';
import { compileRun } from './compile-run.ts';
import type { CompiledAgreement, CompiledMetric, Sources } from './compile.ts';
import { knownOfKinds } from './known-of-kinds.ts';
import { formOf, measureFacts } from './measure-facts.ts';
import { ratioValues } from './measures/ratio.ts';
import { withTargets } from './period-targets.ts';
import { restatedBy, restatedValues } from './restated.ts';
import { grainsOf, inOrder, wordingOf } from './series.ts';
import { ratioStretches } from './stretches.ts';
import { fillCalendarTables } from '../store/calendar-tables.ts';
import { writeMeasured } from '../store/values.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Database } from '../store/database.ts';
import type { Kysely } from 'kysely';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { Day, Period } from '../values/period.ts';
import type { Problem } from '../values/problem.ts';
import type { Stretch } from '../values/stretch.ts';
import type { MetricReading, MetricValue, PeriodTarget } from '../values/value.ts';

export interface MeasureTask extends Sources {
  readonly db: Kysely<Database>;
  /** Told the slug of each metric before it is computed. */
  readonly begins?: (metric: string) => void;
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

/** What one metric comes to. */
interface Measured {
  readonly metric: Metric;
  readonly asOf: number | null;
  /** The local date as of which it is counted. */
  readonly asOfDay: Day;
  readonly todays: readonly string[];
  readonly values: readonly MetricValue[];
  readonly stretches: readonly Stretch[];
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
    const instants = [compiled, restated].flatMap(instantsOf);
    const demand = await calendarDemand(tables, agreement, compiled.demand, instants);
    await fillCalendarTables(tables, { agreement, ...demand });
    const measured = await measureAll(tables, sources, compiled, begins);
    const again = await measureAll(tables, sources, restated, begins);
    const result = collect(agreement, measured, again);
    await writeMeasured(tables, result);
    return result;
  });
}

function instantsOf({ metrics, newest }: CompiledAgreement): number[] {
  const asOf = [...metrics.values()].flatMap(({ asOf, ends }) => [asOf, ...ends.map((end) => end.asOf)]);
  return [newest, ...asOf.map(({ instant }) => instant)];
}

async function measureAll(
  db: Kysely<AnyTables>,
  sources: Sources,
  { metrics }: CompiledAgreement,
  begins: MeasureTask['begins'],
): Promise<ReadonlyMap<string, Measured>> {
  const measured = new Map<string, Measured>();
  for (const [slug, metric] of metrics) {
    begins?.(slug);
    measured.set(slug, await measureMetric(db, sources, metric));
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

/** The results in the agreement's order, ratios made from the others', and each with what was agreed for it. `again` is what is restated. */
function collect(
  agreement: Agreement,
  measured: ReadonlyMap<string, Measured>,
  again: ReadonlyMap<string, Measured>,
): Measurement {
  const all = agreement.metrics.map((metric) => measured.get(metric.slug) ?? measureRatio(metric, measured));
  const days = new Map(all.map(({ metric, asOfDay }) => [metric.slug, asOfDay]));
  const found = all.flatMap((one) => one.values);
  const { values, targets } = withTargets({ agreement, values: found, asOfDay: (slug) => days.get(slug) ?? '' });
  const latest = new Map([...measured, ...again]);
  const restated = restatedBy(agreement).metrics.flatMap(
    (metric) => (again.get(metric.slug) ?? measureRatio(metric, latest)).values,
  );
  return {
    values,
    targets,
    restated: restatedValues(agreement, restated, targets),
    readings: all.map(({ metric, asOf, todays }) => ({ metric: metric.slug, asOf, missing: metric.missing, todays })),
    stretches: all.flatMap((one) => one.stretches),
    problems: all.flatMap((one) => one.problems),
  };
}

function measureRatio(metric: Metric, measured: ReadonlyMap<string, Measured>): Measured {
  const [{ measure: how }] = metric.wordings;
  const [upper, lower] = how.measure === 'ratio' ? [measured.get(how.of), measured.get(how.per)] : [];
  if (!upper || !lower) return { metric, asOf: null, asOfDay: '', todays: [], values: [], stretches: [], problems: [] };
  const times = [upper.asOf, lower.asOf].filter((time) => time !== null);
  const grains = grainsOf(metric);
  const dimensions = new Set(['', ...metric.breakdowns.map(({ dimension }) => dimension)]);
  const part = ({ metric: of, values }: Measured) => ({
    values: values.filter((value) => grains.includes(value.grain) && dimensions.has(value.dimension)),
    empty: formOf(of).result({}).value,
  });
  const wording = (period: Period): string | null => wordingOf(metric, period);
  const values = ratioValues(metric.slug, part(upper), part(lower), wording);
  return {
    metric,
    asOf: times.length === 0 ? null : Math.min(...times),
    asOfDay: upper.asOfDay < lower.asOfDay ? upper.asOfDay : lower.asOfDay,
    todays: [...new Set([...upper.todays, ...lower.todays])].sort(),
    values: inOrder(metric, values),
    stretches: ratioStretches(metric.slug, grains, upper.stretches, lower.stretches),
    problems: [],
  };
}
