import { sql, type Kysely, type SqlBool } from 'kysely';
import { columnType } from './column-type.ts';
import { factTable } from './fact-table.ts';
import { fieldByDay } from './operand.ts';
import { plainMomentField } from './moments.ts';
import { ranks } from './pick-join.ts';
import { selectOf, startAt, type Select } from './place.ts';
import { relate } from './related.ts';
import type { Statement } from './statement.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Credit } from '../values/breakdown.ts';

/** The temporary table with the touches that led to the facts of a breakdown. */
export const touchTable = (index: number): string => `measured_touch_${index}`;

/**
 * One row for each touch that led to a record which a metric counts.
 *
 * | column | holds |
 * |---|---|
 * | key | of the record |
 * | number | 1 for the earliest touch, and so on; ties by the kind's sequence, then by the order of rows |
 * | touches | how many there are |
 * | member | whom the touch speaks for |
 */
const touchColumns = ['key', 'number', 'touches', 'member'] as const;

/** The touches of the records of a kind that are facts. One that happened at no known time stands in no order, and gets no credit. */
export function touchesOf(credit: Credit, kind: string, statement: Statement): Select {
  const place = startAt(statement, kind);
  const { place: touch, belong, counts } = relate(credit.touches, place);
  const member = fieldByDay(touch, credit.path);
  const happens = plainMomentField(touch, touch.kind.happens).sql;
  const key = sql.ref(`${place.alias}.key`);
  const joined = { table: touch.scope.table, alias: touch.alias, on: sql<SqlBool>`${sql.join(belong, sql` and `)}` };
  const joins = [...place.scope.joins.values(), joined, ...touch.scope.joins.values()];
  const order = sql.join(ranks({ place: touch, by: happens }));
  return selectOf({ ...place.scope, joins })
    .where(sql<SqlBool>`${key} in (select ${sql.ref('key')} from ${sql.table(factTable)})`)
    .where(sql<SqlBool>`${happens} is not null`)
    .where(counts.holds)
    .select([
      key.as('key'),
      sql<number>`row_number() over (partition by ${key} order by ${order})`.as('number'),
      sql<number>`count(*) over (partition by ${key})`.as('touches'),
      member.as('member'),
    ]);
}

/** Writes the touches of a breakdown into a fresh temporary table. The facts are there. */
export async function keepTouches(
  db: Kysely<AnyTables>,
  index: number,
  credit: Credit,
  touches: Select,
): Promise<void> {
  const types = ['text', 'bigint', 'bigint', columnType(credit.path.type)];
  let table = db.schema.createTable(touchTable(index)).temporary();
  for (const [column, name] of touchColumns.entries()) table = table.addColumn(name, sql.raw(types[column] ?? 'text'));
  await table.execute();
  await db.insertInto(touchTable(index)).columns(touchColumns).expression(touches).execute();
}

export async function dropTouches(db: Kysely<AnyTables>, index: number): Promise<void> {
  await db.schema.dropTable(touchTable(index)).execute();
}
