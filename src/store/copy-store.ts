import { sql, type Kysely } from 'kysely';
import type { Catalogue } from '../values/catalogue.ts';
import { insertMany, type AnyTables, type Cell } from './bulk.ts';
import { accountTables, type Database } from './database.ts';
import { createSchema, ownColumns } from './schema.ts';

/** Records that are held at a time. */
const pageRows = 10_000;

/** Copies what an ingest gave, records and account, into an empty store, which may be of another engine. */
export async function copyStore(from: Kysely<Database>, to: Kysely<Database>, catalogue: Catalogue): Promise<void> {
  await createSchema(to, catalogue);
  const [source, target] = [anyTables(from), anyTables(to)];
  for (const { table, fields } of catalogue.kinds) {
    await copyRecords(source, target, table, [...ownColumns, ...fields.map(({ column }) => column)]);
  }
  for (const table of accountTables) {
    const rows = await source.selectFrom(table).selectAll().execute();
    const columns = Object.keys(rows[0] ?? {});
    await insertMany(target, table, columns, cells(rows, columns));
  }
  for (const { table } of catalogue.kinds) await sql`analyze ${sql.table(table)}`.execute(to);
}

/** A table of records is told page by page: it may be larger than the memory. */
async function copyRecords(
  from: Kysely<AnyTables>,
  to: Kysely<AnyTables>,
  table: string,
  columns: readonly string[],
): Promise<void> {
  for (let after = -1; ;) {
    const page = from.selectFrom(table).select(columns).where('place', '>', after).orderBy('place').limit(pageRows);
    const rows = await page.execute();
    await insertMany(to, table, columns, cells(rows, columns));
    if (rows.length < pageRows) break;
    after = Number(rows.at(-1)?.['place']);
  }
}

function* cells(rows: readonly Readonly<Record<string, Cell>>[], columns: readonly string[]): Generator<Cell[]> {
  for (const row of rows) yield columns.map((column) => row[column] ?? null);
}

function anyTables(db: Kysely<Database>): Kysely<AnyTables> {
  return db as unknown as Kysely<AnyTables>;
}
