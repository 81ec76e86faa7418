import { sql, type Kysely } from 'kysely';
import { numberOfDay } from '../calendar/local-date.ts';
import type { YearShape } from '../calendar/periods.ts';
import { piecesOf } from './credit.ts';
import { creditedBy } from './credit-tallies.ts';
import { memberName } from './cut.ts';
import { factsTogether, factTable } from './fact-table.ts';
import { memberColumn } from './facts.ts';
import { periodNames, rolledUp } from './rolled-up.ts';
import type { Aggregated, FactMeasure } from './measures/form.ts';
import type { Days } from './periods-for.ts';
import type { Select } from './place.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { StoredValue } from '../store/database.ts';
import type { Dialect } from '../store/dialect.ts';
import type { Metric } from '../values/agreement.ts';
import type { Breakdown } from '../values/breakdown.ts';
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
  /** Into how many pieces one of what the group counts is cut: credit adds up in whole pieces. Absent: it is not cut. */
  readonly pieces?: number;
}

/** What is tallied, and how. */
export interface TallyTask {
  readonly db: Kysely<AnyTables>;
  readonly metric: Metric;
  readonly measure: FactMeasure;
  readonly dialect: Dialect;
  readonly shape: YearShape;
  /** Where the facts come from; absent: from the table that they were written to. Worth it where they are read once. */
  readonly facts?: readonly Select[];
  /** What `talliesByDay` found already. */
  readonly byDay?: readonly (readonly Tally[])[];
}

/** How facts part into periods: the select that they come from as `fact`, and the column of it that names the period. Null: there is one. */
export interface Parting {
  readonly facts: Select;
  readonly period: string | null;
}

/**
 * The facts of the table by periods of each grain: the whole, and each member of each breakdown that has records in the period.
 * Where groups can be combined, the facts are read once for each breakdown, by day.
 */
export async function tallies(task: TallyTask, grains: readonly Grain[]): Promise<ReadonlyMap<Grain, Tally[]>> {
  const { combine } = task.measure;
  const found = new Map<Grain, Tally[]>();
  const days = task.byDay ?? (combine && grains.length > 1 ? await talliesByDay(task) : []);
  for (const grain of grains) {
    if (!combine || (grains.length === 1 && !task.byDay)) {
      found.set(grain, await asked(task, partingBy(task, grain)));
      continue;
    }
    const nameOf = periodNames(grain, task.shape);
    found.set(
      grain,
      days.flatMap((of) => rolledUp(of, grain, nameOf, combine)),
    );
  }
  return found;
}

/** By day: the whole, and each breakdown. Only of what can be combined. A whole is made of a breakdown's parts: each record is in one. */
export async function talliesByDay(task: TallyTask): Promise<Tally[][]> {
  const byDay = partingBy(task, 'day');
  const found: Tally[][] = [];
  for (const index of task.metric.breakdowns.keys()) found.push(...(await partsOf(task, byDay, index)));
  const parts = found.find((of) => of.every(({ pieces }) => pieces === undefined));
  const whole = parts
    ? parts.map((tally) => ({ ...tally, dimension: '', member: '' }))
    : await askedOf(task, byDay, null);
  return [whole, ...found];
}

/** Asks the engine for the groups of a parting: the whole, and the members of each breakdown. */
export async function asked(task: TallyTask, parting: Parting): Promise<Tally[]> {
  const found = await askedOf(task, parting, null);
  for (const index of task.metric.breakdowns.keys()) found.push(...(await partsOf(task, parting, index)).flat());
  return found;
}

/** The members of a breakdown; where credit is given, by each of its models. */
async function partsOf(task: TallyTask, parting: Parting, index: number): Promise<Tally[][]> {
  const breakdown = task.metric.breakdowns[index];
  if (!breakdown?.credit || !task.measure.credited) return [await askedOf(task, parting, index)];
  const found: Tally[][] = [];
  for (const { dimension, select } of creditedBy(task, parting, breakdown, index)) {
    const rows = (await select.execute()) as Record<string, StoredValue>[];
    const pieces = piecesOf(task.metric.wordings[0].measure);
    found.push(rows.map((row) => ({ ...tallyOf(row, breakdown), dimension, pieces })));
  }
  return found;
}

/** Of a breakdown's members, or of the whole (null). */
async function askedOf(task: TallyTask, parting: Parting, index: number | null): Promise<Tally[]> {
  const breakdown = index === null ? undefined : task.metric.breakdowns[index];
  const rows: Record<string, StoredValue>[] = await query(task, parting, index).execute();
  return rows.map((row) => tallyOf(row, breakdown)).filter(({ records }) => records > 0);
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

function query({ metric, measure, dialect }: TallyTask, { facts, period }: Parting, index: number | null) {
  const groups = [
    ...(period === null ? [] : [{ column: period, as: 'period' }]),
    ...(index === null ? [] : [{ column: `fact.${memberColumn(index)}`, as: 'member' }]),
  ];
  const columns = groups.map(({ column }) => sql.ref(column));
  const aggregates = Object.entries(measure.aggregates(dialect, metric.wordings[0].measure));
  const tally = facts
    .select(groups.map(({ column, as }) => sql<StoredValue>`${sql.ref(column)}`.as(as)))
    .select([
      sql<number>`count(*)`.as('records'),
      sql<number>`coalesce(sum(${sql.ref('fact.waits')}), 0)`.as('waiting'),
      sql<number>`coalesce(sum(${sql.ref('fact.unpriced')}), 0)`.as('unpriced'),
      ...aggregates.map(([name, aggregate]) => aggregate.as(name)),
    ]);
  return columns.reduce((grouped, column) => grouped.groupBy(column).orderBy(column), tally);
}

/** The facts by the periods of a grain. */
function partingBy({ db, metric, facts: selects }: TallyTask, grain: Grain): Parting {
  const facts = (selects
    ? db.selectFrom(factsTogether(metric, selects).as('fact'))
    : db.selectFrom(`${factTable} as fact`)) as unknown as Select;
  switch (grain) {
    case 'all':
      return { facts, period: null };
    case 'undated':
      return { facts: facts.where(sql<boolean>`${sql.ref('fact.day')} is null`), period: null };
    case 'day':
      return { facts, period: 'fact.day' };
    default:
      return { facts: facts.innerJoin('day', 'day.day', 'fact.day'), period: `day.${grain}` };
  }
}

/** First and last local date of what was tallied by day; null where none is dated. */
export function daysOf([whole = []]: readonly (readonly Tally[])[]): Days | null {
  const dated = whole
    .map(({ period }) => period)
    .filter((day) => day !== '')
    .sort();
  const [first, last] = [dated[0], dated.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** First and last local date of the facts; null where none is dated. */
export async function factDays(db: Kysely<AnyTables>): Promise<Days | null> {
  const [row] = await db
    .selectFrom(factTable)
    .select(({ fn }) => [fn.min('day').as('first'), fn.max('day').as('last')])
    .execute();
  return row && row.first !== null && row.last !== null ? { first: String(row.first), last: String(row.last) } : null;
}
