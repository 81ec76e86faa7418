import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { AnyTables } from './bulk.ts';

/** What records of a table are looked up by: columns in this order. */
export interface RecordIndex {
  readonly table: string;
  readonly columns: readonly string[];
  /** Holds every row, also those without the first column: to be read through in place of the table. */
  readonly isWhole?: boolean;
}

/** The table that lists the indexes of records, by name: engines tell theirs in ways of their own. */
const indexTable = 'record_index';

/** PostgreSQL cuts names after 63 bytes. */
const longestName = 63;

/** Says what it holds; two that hold different things never have the same name. */
export function indexName({ table, columns, isWhole = false }: RecordIndex): string {
  const name = `${table}_${isWhole ? 'whole_' : ''}by_${columns.join('_and_')}`;
  if (name.length <= longestName) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, longestName - hash.length - 1)}_${hash}`;
}

/**
 * Makes the indexes that are asked for and not there, and drops those that nothing asks for. Rows without the first column are left out of
 * an index that is not whole: nothing is ever found by an empty one. Returns how many were made and dropped.
 */
export async function keepIndexes(
  db: Kysely<AnyTables>,
  asked: readonly RecordIndex[],
): Promise<{ readonly made: number; readonly dropped: number }> {
  await db.schema.createTable(indexTable).ifNotExists().addColumn('name', 'text').execute();
  const rows = await db.selectFrom(indexTable).select('name').execute();
  const there = new Set(rows.map(({ name }) => String(name)));
  const wanted = new Map(asked.map((index) => [indexName(index), index]));
  const old = [...there].filter((name) => !wanted.has(name));
  for (const name of old) {
    await db.schema.dropIndex(name).ifExists().execute();
    await db.deleteFrom(indexTable).where('name', '=', name).execute();
  }
  const lacking = [...wanted].filter(([name]) => !there.has(name));
  for (const [name, index] of lacking) await makeIndex(db, name, index);
  return { made: lacking.length, dropped: old.length };
}

async function makeIndex(db: Kysely<AnyTables>, name: string, { table, columns, isWhole }: RecordIndex): Promise<void> {
  const [first] = columns;
  if (first === undefined) return;
  await sql`create index ${sql.id(name)} on ${sql.table(table)} (${sql.join(columns.map((column) => sql.id(column)))})
    ${isWhole ? sql`` : sql`where ${sql.id(first)} is not null`}`.execute(db);
  await db.insertInto(indexTable).values({ name }).execute();
}
