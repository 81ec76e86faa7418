import { sql, type Kysely } from 'kysely';
import { amountPath } from './amount.ts';
import { columnType } from './column-type.ts';
import { factColumns } from './facts.ts';
import { fillerColumn, wayTable } from './way-table.ts';
import type { Lacking } from './bounds.ts';
import type { Filling } from './fillings.ts';
import type { Select } from './place.ts';
import { insertMany, type AnyTables } from '../store/bulk.ts';
import type { StoredValue } from '../store/database.ts';
import type { Metric } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';

/** The temporary table with what each such record would be by each way. Columns: those of the facts without members, and `way`. */
const tryTable = 'measured_try';

/** Records that lack needed fields, by their local date; null: undated. */
export interface LackingOn extends Lacking {
  readonly day: Day | null;
}

/** The ways of a metric's facts as queries, which read `wayTable`. */
export interface CompiledWays {
  readonly fillings: readonly Filling[];
  readonly facts: readonly Select[];
}

/** What the records that lack needed fields could turn out to be. */
export async function lackingOf(db: Kysely<AnyTables>, metric: Metric, ways: CompiledWays): Promise<LackingOn[]> {
  await keepWays(db, metric, ways.fillings);
  await keepTries(db, metric, ways.facts);
  const hasAmount = amountPath(metric.wordings[0].measure) !== null;
  const tries = db
    .selectFrom(`${tryTable} as try`)
    .select(['try.key', 'try.day'])
    .select([
      sql<number>`max(case when way = 0 and waits = 0 then 1 else 0 end)`.as('is_in'),
      sql<number>`max(case when way = 0 and waits = 0 then kept else 0 end)`.as('is_kept'),
      sql<number>`case when sum(case when way > 0 and waits = 0 then 1 else 0 end) < ${sql.lit(ways.fillings.length)} then 1 else 0 end`.as(
        'can_out',
      ),
      sql<number>`max(case when way > 0 and waits = 0 then kept else 0 end)`.as('can_kept'),
      sql<number>`max(case when way > 0 and waits = 0 then 1 - kept else 0 end)`.as('can_late'),
      sql<number>`max(unpriced)`.as('unpriced'),
      (hasAmount ? sql<number>`max(amount)` : sql<number>`0`).as('amount'),
    ])
    .groupBy(['try.key', 'try.day']);
  const alike = ['day', 'is_in', 'is_kept', 'can_out', 'can_kept', 'can_late'];
  const below = sql<number>`case when amount < 0 then 1 else 0 end`;
  const rows: Record<string, StoredValue>[] = await db
    .selectFrom(tries.as('record'))
    .select(alike)
    .select([
      sql<number>`count(*)`.as('records'),
      sql<number>`coalesce(sum(amount), 0)`.as('amount'),
      sql<number>`max(unpriced)`.as('unpriced'),
    ])
    .groupBy(alike)
    .groupBy(below)
    .orderBy('day')
    .execute();
  for (const table of [tryTable, wayTable]) await db.schema.dropTable(table).execute();
  return rows.map(lackingIn);
}

/** An amount without a rate is not known. */
function lackingIn(row: Record<string, StoredValue>): LackingOn {
  const is = (column: string): boolean => Number(row[column]) === 1;
  return {
    day: row['day'] === null || row['day'] === undefined ? null : String(row['day']),
    isIn: is('is_in'),
    isKept: is('is_kept'),
    canBeOut: is('can_out'),
    canBeKept: is('can_kept'),
    canBeLate: is('can_late'),
    records: Number(row['records']),
    amount: is('unpriced') ? Number.NaN : Number(row['amount']),
  };
}

async function keepWays(db: Kysely<AnyTables>, { needs }: Metric, fillings: readonly Filling[]): Promise<void> {
  let table = db.schema.createTable(wayTable).temporary().addColumn('way', 'integer');
  for (const [index, { type }] of needs.entries())
    table = table.addColumn(fillerColumn(index), sql.raw(columnType(type)));
  await table.execute();
  const columns = ['way', ...needs.map((_, index) => fillerColumn(index))];
  const asItIs = [0, ...needs.map(() => null)];
  await insertMany(db, wayTable, columns, [asItIs, ...fillings.map((filling, index) => [index + 1, ...filling])]);
}

async function keepTries(db: Kysely<AnyTables>, metric: Metric, facts: readonly Select[]): Promise<void> {
  const columns = [...factColumns, 'way'];
  const amount = columnType(amountPath(metric.wordings[0].measure)?.type);
  const types: Partial<Record<string, string>> = { key: 'text', day: 'text', amount };
  let table = db.schema.createTable(tryTable).temporary();
  for (const column of columns) table = table.addColumn(column, sql.raw(types[column] ?? 'integer'));
  await table.execute();
  for (const select of facts) await db.insertInto(tryTable).columns(columns).expression(select).execute();
}
