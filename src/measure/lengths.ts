/** How long it took, record by record: of a metric that tells a usual length, how the records of its newest period that is over lie. */
import { sql, type Kysely } from 'kysely';
import { localTime } from '../calendar/local-time.ts';
import { factTable } from './fact-table.ts';
import { binEdges } from './length-bins.ts';
import { amount, ofDecided, sum, type FactMeasure } from './measures/form.ts';
import { countedFrom, periodsFor, type Days } from './periods-for.ts';
import { statusOf, type AsOf } from './series.ts';
import type { End } from './ends.ts';
import type { Tally } from './tally.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Dialect } from '../store/dialect.ts';
import type { Company, Metric } from '../values/agreement.ts';
import type { Distribution } from '../values/distribution.ts';
import type { Grain, Period } from '../values/period.ts';
import { reportingGrain } from '../values/reporting-grain.ts';

const usual: readonly string[] = ['average', 'median', 'percentile'];

/** Whether a metric tells how long something usually takes, of many lengths that each record has one of. */
export const tellsLengths = ({ unit, wordings: [{ measure }] }: Pick<Metric, 'unit' | 'wordings'>): boolean =>
  unit.unit === 'duration' && usual.includes(measure.measure);

/** What lengths are sorted with. */
export interface LengthsTask {
  readonly db: Kysely<AnyTables>;
  readonly metric: Metric;
  readonly measure: FactMeasure;
  readonly dialect: Dialect;
  readonly asOf: AsOf;
  readonly company: Company;
}

type Timed = Pick<LengthsTask, 'metric' | 'asOf' | 'company'>;

/** The lengths of the newest period that is over, among the facts of the table; null: of a metric that tells none, or where none is known. */
export async function newestLengths(
  task: LengthsTask,
  found: ReadonlyMap<Grain, readonly Tally[]>,
  days: Days | null,
): Promise<Distribution | null> {
  const grain = reportingGrain(task.metric);
  const periods = tellsLengths(task.metric) ? periodsFor(grain, days, task.asOf.day, task.company) : [];
  const period = periods.findLast((one) => isTold(task, one));
  return period ? lengthsIn(task, period, found.get(grain) ?? []) : null;
}

/** Of what is counted as things stood: the end of the newest period that is over, with that period. */
export function newestEnd<Of extends End>(
  task: Timed,
  ends: readonly Of[],
): { readonly end: Of; readonly period: Period } | null {
  const grain = reportingGrain(task.metric);
  const served = tellsLengths(task.metric) ? ends.flatMap((end) => end.serves.map((period) => ({ end, period }))) : [];
  return served.findLast(({ period }) => period.grain === grain && isTold(task, period)) ?? null;
}

/** All time is never over, and stands for itself. */
function isTold({ asOf, company }: Timed, period: Period): boolean {
  const zone = localTime(company.timeZone, asOf.instant, asOf.instant);
  return period.grain === 'all' || statusOf(period, 0, false, asOf, zone.instant) === 'complete';
}

/**
 * The lengths of a period among the facts of the table, without those that wait; null: none is known. The bins reach as far as 95 of 100 lengths do,
 * and take in the metric's own value. Of what is counted as things stood the table holds no other period's.
 */
export async function lengthsIn(
  task: LengthsTask,
  period: Period,
  tallies: readonly Tally[],
): Promise<Distribution | null> {
  const { metric, measure, dialect } = task;
  const found = await factsIn(task, period)
    .select([
      sql<number | null>`min(${known})`.as('least'),
      sql<number | null>`max(${known})`.as('most'),
      dialect.percentile(known, 0.95).as('high'),
      sum(sql`case when ${known} <> round(${known}) then 1 else 0 end`).as('parts'),
      sum(ofDecided(sql.ref('fact.open'))).as('open'),
    ])
    .executeTakeFirstOrThrow();
  const [least, most, high] = [found.least, found.most, found.high];
  const open = Number(found.open ?? 0);
  const whole = tallies.find((one) => one.dimension === '' && (one.period === period.name || one.period === ''));
  const value = measure.result(whole?.group ?? {}).value;
  const edges =
    least === null || most === null || high === null
      ? []
      : binEdges({
          least,
          most,
          high: Math.min(most, Math.max(high, value ?? high)),
          whole: Number(found.parts) === 0,
        });
  if (edges.length === 0 && open === 0) return null;
  const counts = edges.length === 0 ? [] : await countsOf(task, period, edges);
  return {
    metric: metric.slug,
    grain: period.grain,
    period: period.name,
    from: period.from,
    to: period.to,
    bins: edges.slice(1).map((to, index) => ({ from: edges[index] ?? to, to, records: counts[index] ?? 0 })),
    beyond: counts.at(-1) ?? 0,
    open,
  };
}

/** A length that is over, of a record that is decided. */
const known = ofDecided(sql`case when ${sql.ref('fact.open')} = 0 then ${amount} end`);

function factsIn({ db, metric, company }: LengthsTask, period: Period) {
  const facts = db.selectFrom(`${factTable} as fact`);
  if (metric.asOf !== null || period.grain === 'all') return facts;
  const from = countedFrom(metric, period, company);
  return facts.where(sql<boolean>`${sql.ref('fact.day')} between ${from} and ${period.to}`);
}

/** How many lie in each bin, in their order; last, how many beyond. */
async function countsOf(task: LengthsTask, period: Period, edges: readonly number[]): Promise<number[]> {
  const counts = edges.map((from, index) => {
    const to = edges[index + 1];
    const below = to === undefined ? sql`` : sql`and ${known} < ${sql.lit(to)}`;
    return sum(sql`case when ${known} >= ${sql.lit(from)} ${below} then 1 else 0 end`).as(`bin_${index}`);
  });
  const row: Readonly<Record<string, number | null>> = await factsIn(task, period)
    .select(counts)
    .executeTakeFirstOrThrow();
  return edges.map((_, index) => Number(row[`bin_${index}`] ?? 0));
}
