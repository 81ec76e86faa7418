import type { AnyTables } from './bulk.ts';
import { insertMany } from './bulk.ts';
import type { Kysely } from 'kysely';

/** Something that was computed from the records of this store, and would come to the same again. */
export interface Computed {
  /** What it is. */
  readonly name: string;
  /** Tells all that it was computed from, beside the records: with the same key it is the same. */
  readonly key: string;
  readonly found: unknown;
}

/** The table that keeps what was computed. An ingest makes a new store, without one: whatever follows from other records is computed anew. */
const computedTable = 'computed';

const columns = ['name', 'key', 'found'] as const;

/** The keys of what is kept, by name. */
export async function readComputedKeys(db: Kysely<AnyTables>): Promise<ReadonlyMap<string, string>> {
  await db.schema
    .createTable(computedTable)
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('found', 'text', (column) => column.notNull())
    .execute();
  const rows = await db.selectFrom(computedTable).select(['name', 'key']).execute();
  return new Map(rows.map(({ name, key }) => [String(name), String(key)]));
}

/** What something came to. @throws where nothing of that name is kept. */
export async function readComputed(db: Kysely<AnyTables>, name: string): Promise<unknown> {
  const row = await db.selectFrom(computedTable).select('found').where('name', '=', name).executeTakeFirstOrThrow();
  return JSON.parse(String(row.found));
}

/** Keeps what was computed in place of what had the same name, and forgets all but these names. */
export async function writeComputed(
  db: Kysely<AnyTables>,
  computed: readonly Computed[],
  names: ReadonlySet<string>,
): Promise<void> {
  const anew = new Set(computed.map(({ name }) => name));
  const there = await db.selectFrom(computedTable).select('name').execute();
  for (const { name } of there) {
    if (anew.has(String(name)) || !names.has(String(name)))
      await db.deleteFrom(computedTable).where('name', '=', name).execute();
  }
  const rows = computed.map(({ name, key, found }) => [name, key, JSON.stringify(found)]);
  await insertMany(db, computedTable, columns, rows);
}
