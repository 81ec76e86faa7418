import { sql, type Kysely, type RawBuilder } from 'kysely';
import { columnType, factTable } from './fact-table.ts';
import { fieldByDay } from './operand.ts';
import { momentField } from './moments.ts';
import { fieldNamed, selectOf, startAt, type Place, type RecordJoin, type Select } from './place.ts';
import { relate } from './related.ts';
import type { Statement } from './statement.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Credit } from '../values/agreement.ts';

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

/** The touches of the records of a kind that are facts. A touch that happened at no known time stands in no order, and gets no credit. */
export function touchesOf(credit: Credit, kind: string, statement: Statement): Select {
  const place = startAt(statement, kind);
  const touch = relate(credit.touches, place);
  const member = fieldByDay(touch.place, credit.path);
  const happens = momentField(touch.place, touch.place.kind.happens).sql;
  const key = sql.ref(`${place.alias}.key`);
  const joins: RecordJoin[] = [
    ...place.scope.joins.values(),
    { table: touch.place.scope.table, alias: touch.place.alias, on: touch.joinedTo.holds },
    ...touch.place.scope.joins.values(),
  ];
  const order = sql.join([happens, ...sequence(touch.place), sql.ref(`${touch.place.alias}.place`)]);
  return selectOf({ ...place.scope, joins })
    .where(sql<boolean>`${key} in (select ${sql.ref('key')} from ${sql.table(factTable)})`)
    .where(sql<boolean>`${happens} is not null`)
    .where(touch.counts.holds)
    .select([
      key.as('key'),
      sql<number>`row_number() over (partition by ${key} order by ${order})`.as('number'),
      sql<number>`count(*) over (partition by ${key})`.as('touches'),
      member.as('member'),
    ]);
}

function sequence({ kind, alias }: Place): RawBuilder<unknown>[] {
  return kind.sequence === null ? [] : [sql.ref(`${alias}.${fieldNamed(kind, kind.sequence).column}`)];
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
