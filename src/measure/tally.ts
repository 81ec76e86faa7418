import { sql, type Kysely } from 'kysely';
import { numberOfDay } from '../calendar/local-date.ts';
import { periodName, type CutGrain, type YearShape } from '../calendar/periods.ts';
import { memberName } from './cut.ts';
import { factTable } from './fact-table.ts';
import { memberColumn } from './facts.ts';
import type { Aggregated, FactMeasure } from './measures/form.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { StoredValue } from '../store/database.ts';
import type { Dialect } from '../store/dialect.ts';
import type { Breakdown, Metric } from '../values/agreement.ts';
import type { Grain } from '../values/period.ts';

/** What a period, and a member of a breakdown in it, comes to. */
export interface Tally {
  /** A period's name; '' for all time. By day: '' is undated. */
  readonly period: string;
  readonly dimension: string;
  readonly member: string;
  readonly records: number;
  readonly waiting: number;
  /** Records whose amount no rate changes into the reporting currency. */
  readonly unpriced: number;
  readonly group: Aggregated;
}

/** What is tallied, and how. */
export interface TallyTask {
  readonly db: Kysely<AnyTables>;
  readonly metric: Metric;
  readonly measure: FactMeasure;
  readonly dialect: Dialect;
  readonly shape: YearShape;
}

/**
 * The facts of the table by periods of each grain: the whole, and each member of each breakdown that has records in the period.
 * Where groups can be combined, the facts are read once for each breakdown, by day.
 */
export async function tallies(task: TallyTask, grains: readonly Grain[]): Promise<ReadonlyMap<Grain, Tally[]>> {
  const { breakdowns } = task.metric;
  const { combine } = task.measure;
  const found = new Map<Grain, Tally[]>(grains.map((grain) => [grain, []]));
  if (!combine) {
    for (const grain of grains) {
      for (const index of [null, ...breakdowns.keys()]) found.get(grain)?.push(...(await ask(task, grain, index)));
    }
    return found;
  }
  const byDay = [];
  for (const index of breakdowns.length === 0 ? [null] : breakdowns.keys()) byDay.push(await ask(task, 'day', index));
  const whole = (byDay[0] ?? []).map((tally) => ({ ...tally, dimension: '', member: '' }));
  for (const grain of grains) {
    for (const days of breakdowns.length === 0 ? [whole] : [whole, ...byDay]) {
      found.get(grain)?.push(...rolledUp(days, grain, task.shape, combine));
    }
  }
  return found;
}

/** Tallies by day as tallies by a grain. The undated are only in all time. */
function rolledUp(
  days: readonly Tally[],
  grain: Grain,
  shape: YearShape,
  combine: (one: number, other: number) => number,
): Tally[] {
  const names = new Map<string, string>();
  const nameOf = (day: string, cut: CutGrain): string => {
    const name = names.get(day) ?? periodName(cut, numberOfDay(day), shape);
    names.set(day, name);
    return name;
  };
  const groups = new Map<string, Tally>();
  for (const tally of days) {
    if (grain !== 'all' && (tally.period === '') !== (grain === 'undated')) continue;
    const period = grain === 'all' || grain === 'undated' ? '' : nameOf(tally.period, grain);
    const key = `${period} ${tally.member}`;
    const group = groups.get(key);
    groups.set(key, group ? both(group, tally, combine) : { ...tally, period });
  }
  return [...groups.values()];
}

function both(one: Tally, other: Tally, combine: (one: number, other: number) => number): Tally {
  const names = Object.keys(one.group);
  const value = (left: number | null, right: number | null): number | null =>
    left === null || right === null ? (left ?? right) : combine(left, right);
  return {
    ...one,
    records: one.records + other.records,
    waiting: one.waiting + other.waiting,
    unpriced: one.unpriced + other.unpriced,
    group: Object.fromEntries(names.map((name) => [name, value(one.group[name] ?? null, other.group[name] ?? null)])),
  };
}

/** Asks the engine for the groups of a grain: of a breakdown's members, or the whole. */
async function ask(task: TallyTask, grain: Grain, index: number | null): Promise<Tally[]> {
  const breakdown = index === null ? undefined : task.metric.breakdowns[index];
  const rows: Record<string, StoredValue>[] = await query(task, grain, index).execute();
  return rows.map((row) => tallyOf(row, breakdown));
}

function tallyOf(row: Record<string, StoredValue>, breakdown: Breakdown | undefined): Tally {
  const { period, member, records, waiting, unpriced, ...group } = row;
  return {
    period: String(period ?? ''),
    dimension: breakdown?.dimension ?? '',
    member: breakdown ? memberName(member, breakdown.cut) : '',
    records: Number(records),
    waiting: Number(waiting),
    unpriced: Number(unpriced),
    group: Object.fromEntries(
      Object.entries(group).map(([name, value]) => [name, value === null ? null : numberOf(value)]),
    ),
  };
}

/** A local date as the number of days since 1970-01-01. PostgreSQL gives its longest numbers as text. */
function numberOf(cell: string | number): number {
  return typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell) ? numberOfDay(cell) : Number(cell);
}

function query({ db, metric, measure, dialect }: TallyTask, grain: Grain, index: number | null) {
  const groups = [
    ...periodColumn(grain),
    ...(index === null ? [] : [{ column: `fact.${memberColumn(index)}`, as: 'member' }]),
  ];
  const columns = groups.map(({ column }) => sql.ref(column));
  const asked = Object.entries(measure.aggregates(dialect, metric.wordings[0].measure));
  const tally = factsBy(db, grain)
    .select(groups.map(({ column, as }) => sql<StoredValue>`${sql.ref(column)}`.as(as)))
    .select([
      sql<number>`count(*)`.as('records'),
      sql<number>`coalesce(sum(${sql.ref('fact.waits')}), 0)`.as('waiting'),
      sql<number>`coalesce(sum(${sql.ref('fact.unpriced')}), 0)`.as('unpriced'),
      ...asked.map(([name, aggregate]) => aggregate.as(name)),
    ]);
  return columns.reduce((grouped, column) => grouped.groupBy(column).orderBy(column), tally);
}

function periodColumn(grain: Grain): { column: string; as: string }[] {
  if (grain === 'all' || grain === 'undated') return [];
  return [{ column: grain === 'day' ? 'fact.day' : `day.${grain}`, as: 'period' }];
}

/** The facts that lie in some period of a grain. */
function factsBy(db: Kysely<AnyTables>, grain: Grain) {
  const facts = db.selectFrom(`${factTable} as fact`);
  if (grain === 'undated') return facts.where(sql<boolean>`${sql.ref('fact.day')} is null`);
  return grain === 'all' || grain === 'day' ? facts : facts.innerJoin('day', 'day.day', 'fact.day');
}

/** First and last local date of the facts; null where none is dated. */
export async function factDays(db: Kysely<AnyTables>): Promise<{ first: string; last: string } | null> {
  const [row] = await db
    .selectFrom(factTable)
    .select(({ fn }) => [fn.min('day').as('first'), fn.max('day').as('last')])
    .execute();
  return row && row.first !== null && row.last !== null ? { first: String(row.first), last: String(row.last) } : null;
}
