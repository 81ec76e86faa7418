import { boundedAt, withBounds } from './bounded.ts';
import { dropCounted, keepCounted } from './counted.ts';
import { cutGrains } from '../calendar/periods.ts';
import { factMeasures } from './measures.ts';
import { lengthsIn, newestEnd, newestLengths, tellsLengths } from './lengths.ts';
import { countedFrom, periodsFor, type Days } from './periods-for.ts';
import { runningTallies, type RunningWindow } from './running.ts';
import { endValues, grainsOf, inOrder, seriesOf, type SeriesTask } from './series.ts';
import { stretchesOf } from './stretches.ts';
import { daysOf, factDays, tallies, talliesByDay, type Tally, type TallyTask } from './tally.ts';
import { lackingOf } from './ways.ts';
import { amongStood } from './stood.ts';
import { dialectOf } from '../store/dialect.ts';
import type { CompiledMetric } from './compile.ts';
import type { FactMeasure } from './measures/form.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Company, Metric } from '../values/agreement.ts';
import { isMade } from '../values/made-of.ts';
import type { Distribution } from '../values/distribution.ts';
import type { Grain } from '../values/period.ts';
import type { Stretch } from '../values/stretch.ts';
import type { MetricValue } from '../values/value.ts';
import type { Kysely } from 'kysely';

/** What the facts of one metric come to. */
export interface FromFacts {
  readonly values: readonly MetricValue[];
  readonly stretches: readonly Stretch[];
  /** Amounts that no rate changes into the reporting currency. */
  readonly unpriced: number;
  /** Of lengths: how the records of the newest period that is over lie; else null. */
  readonly distribution: Distribution | null;
}

/** Reads one metric's facts and counts them, by their periods or as things stood at the periods' ends. */
export async function measureFacts(
  db: Kysely<AnyTables>,
  company: Company,
  compiled: CompiledMetric,
): Promise<FromFacts> {
  const { metric } = compiled;
  const measure = formOf(metric);
  const task = { db, metric, measure, dialect: dialectOf(db), shape: company, company, asOf: compiled.asOf };
  const counted = metric.asOf === null ? await byPeriod(task, compiled) : await byEnd(task, compiled);
  return {
    values: inOrder(metric, counted.values),
    unpriced: counted.unpriced,
    distribution: counted.distribution,
    stretches: await stretchesOf(task, compiled, counted.days?.first ?? null),
  };
}

/** How a metric computes from its facts. @throws for one that is made of others. */
export function formOf({ wordings: [{ measure: how }] }: Metric): FactMeasure {
  if (isMade(how)) throw new Error(`a ${how.measure} has no facts of its own`);
  return factMeasures[how.measure];
}

type CountTask = TallyTask & SeriesTask;
type Counted = Omit<FromFacts, 'stretches'> & { readonly days: Days | null };

async function byPeriod(task: CountTask, compiled: CompiledMetric): Promise<Counted> {
  const { found, days, distribution } = await talliedByPeriod(task, compiled);
  const values = [...found].flatMap(([grain, of]) => seriesOf(task, grain, of, days));
  const lacking = compiled.ways ? await lackingOf(task.db, task.metric, compiled.ways) : [];
  return {
    values: withBounds(task.metric, values, lacking, task.company),
    unpriced: unpricedIn(found.get('all') ?? []),
    days,
    distribution,
  };
}

interface Tallied {
  readonly found: ReadonlyMap<Grain, readonly Tally[]>;
  readonly days: Days | null;
}

/**
 * Facts that are read once are tallied as they are found; those that are read again and again (for several breakdowns, for touches, as lengths, or
 * since their groups can't be combined) are written down first.
 */
async function talliedByPeriod(
  task: CountTask,
  compiled: CompiledMetric,
): Promise<Tallied & Pick<FromFacts, 'distribution'>> {
  const { combine } = task.measure;
  const { metric } = task;
  if (combine && metric.breakdowns.length <= 1 && compiled.touches.size === 0 && !tellsLengths(metric)) {
    return { ...(await talliedByDay({ ...task, facts: compiled.facts })), distribution: null };
  }
  await keepCounted(task.db, metric, compiled);
  const tallied = combine ? await talliedByDay(task) : await talliedApart(task);
  const distribution = await newestLengths(task, tallied.found, tallied.days);
  await dropCounted(task.db, compiled);
  return { ...tallied, distribution };
}

async function talliedByDay(task: CountTask): Promise<Tallied> {
  const byDay = await talliesByDay(task);
  const days = daysOf(byDay);
  return { found: await talliesOf({ ...task, byDay }, days), days };
}

async function talliedApart(task: CountTask): Promise<Tallied> {
  const days = await factDays(task.db);
  return { found: await talliesOf(task, days), days };
}

async function talliesOf(task: CountTask, days: Days | null): Promise<ReadonlyMap<Grain, readonly Tally[]>> {
  const { metric, asOf, company } = task;
  const grains = grainsOf(metric);
  if (metric.running === null) return tallies(task, grains);
  const cut = cutGrains.filter((grain) => grains.includes(grain));
  const windows = cut.map((grain) =>
    periodsFor(grain, days, asOf.day, company).map((period): RunningWindow => ({
      period: period.name,
      from: countedFrom(metric, period, company),
      to: period.to,
    })),
  );
  const running = await runningTallies(task, windows);
  const others = await tallies(task, ['all', 'undated']);
  return new Map<Grain, readonly Tally[]>([
    ...cut.map((grain, index) => [grain, running[index] ?? []] as const),
    ...others,
  ]);
}

async function byEnd(task: CountTask, { ends }: CompiledMetric): Promise<Counted> {
  const values: MetricValue[] = [];
  let unpriced = 0;
  let distribution: Distribution | null = null;
  const newest = newestEnd(task, ends);
  for (const end of ends) {
    await keepCounted(task.db, task.metric, { ...end, facts: amongStood(end.facts, end.stood, end.asOf) });
    const found = (await tallies(task, ['all'])).get('all') ?? [];
    if (end === newest?.end) distribution = await lengthsIn(task, newest.period, found);
    await dropCounted(task.db, end);
    const lacking = end.ways ? await lackingOf(task.db, task.metric, end.ways) : [];
    values.push(...boundedAt(task.metric, endValues(task, end, found), lacking));
    unpriced = Math.max(unpriced, unpricedIn(found));
  }
  const [first, last] = [values.map(({ from }) => from).toSorted()[0], task.asOf.day];
  return { values, unpriced, distribution, days: first === undefined ? null : { first, last } };
}

const unpricedIn = (all: readonly Tally[]): number => all.find(({ dimension }) => dimension === '')?.unpriced ?? 0;
