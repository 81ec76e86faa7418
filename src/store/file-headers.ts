import type { Kysely } from 'kysely';
import { insertMany, type AnyTables } from './bulk.ts';
import type { Database } from './database.ts';

/** The columns of a file that a source read. */
export interface FileHeader {
  readonly source: string;
  /** As the account of rows names it. */
  readonly file: string;
  /** In the order in which they stand. */
  readonly columns: readonly string[];
}

/** The table that keeps them: an ingest compares its own with those of the ingest before. */
const headerTable = 'file_header';

const stored = ['source', 'file', 'position', 'column'] as const;

/** Keeps the headers of an ingest. */
export async function writeHeaders(store: Kysely<Database>, headers: readonly FileHeader[]): Promise<void> {
  const db = store as unknown as Kysely<AnyTables>;
  const rows = headers.flatMap(({ source, file, columns }) =>
    columns.map((name, position) => [source, file, position, name]),
  );
  await insertMany(db, headerTable, stored, rows);
}

/** The headers that an ingest kept; none where it was one that kept none. */
export async function readHeaders(db: Kysely<Database>): Promise<FileHeader[]> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === headerTable)) return [];
  const rows = await db
    .selectFrom(headerTable)
    .select(['source', 'file', 'column'])
    .orderBy('source')
    .orderBy('file')
    .orderBy('position')
    .execute();
  const found = new Map<string, { source: string; file: string; columns: string[] }>();
  for (const row of rows) {
    const { source, file } = row;
    const name = JSON.stringify([source, file]);
    const header = found.get(name) ?? { source, file, columns: [] };
    header.columns.push(row.column);
    found.set(name, header);
  }
  return [...found.values()];
}
