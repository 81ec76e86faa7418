import type { Kysely } from 'kysely';
import { insertMany, type AnyTables } from './bulk.ts';

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

/** Keeps the headers in a new store. */
export async function writeHeaders(db: Kysely<AnyTables>, headers: readonly FileHeader[]): Promise<void> {
  await db.schema
    .createTable(headerTable)
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .addColumn('column', 'text', (column) => column.notNull())
    .execute();
  const rows = headers.flatMap(({ source, file, columns }) =>
    columns.map((name, position) => [source, file, position, name]),
  );
  await insertMany(db, headerTable, stored, rows);
}

/** The headers that an ingest kept; none where it was one that kept none. */
export async function readHeaders(db: Kysely<AnyTables>): Promise<FileHeader[]> {
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
    const [source, file] = [String(row['source']), String(row['file'])];
    const name = JSON.stringify([source, file]);
    const header = found.get(name) ?? { source, file, columns: [] };
    header.columns.push(String(row['column']));
    found.set(name, header);
  }
  return [...found.values()];
}
