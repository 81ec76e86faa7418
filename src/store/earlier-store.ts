import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { StoredValue } from './database.ts';

/** A file that an earlier ingest read, by the number that its records' places hold. */
export interface EarlierFile {
  readonly number: number;
  readonly source: string;
  readonly asOf: number | null;
}

/** A store that an earlier ingest made, whose tables may be others than today's. */
export interface EarlierStore {
  readonly files: readonly EarlierFile[];
  /** The columns of a table with their types; none where there is no such table. */
  columns(table: string): ReadonlyMap<string, string>;
  /** The rows between two places, both included, in their order. */
  rows(table: string, columns: readonly string[], first: number, last: number): Iterable<Record<string, StoredValue>>;
  close(): void;
}

/** Opens the store that stands there; null where there is none, or the file is no store. */
export function openEarlierStore(path: string): EarlierStore | null {
  if (!existsSync(path)) return null;
  const sqlite = new Sqlite(path, { readonly: true });
  try {
    // They were written in the order of their numbers.
    const accounts = sqlite.prepare('select source, as_of from file_account order by rowid').all();
    const files = accounts.map((row, number) => {
      const { source, as_of: asOf } = row as { source: string; as_of: number | null };
      return { number, source, asOf };
    });
    return {
      files,
      columns: (table) => columnTypes(sqlite, table),
      rows: (table, columns, first, last) =>
        sqlite
          .prepare(
            `select ${columns.map(quoted).join(', ')} from ${quoted(table)} where place between ? and ? order by place`,
          )
          .iterate(first, last) as Iterable<Record<string, StoredValue>>,
      close: () => void sqlite.close(),
    };
  } catch {
    sqlite.close();
    return null;
  }
}

/** The columns of a table with their types, in their order. */
export function columnTypes(sqlite: Sqlite.Database, table: string): ReadonlyMap<string, string> {
  const found = sqlite.prepare('select name, type from pragma_table_info(?)').all(table) as {
    name: string;
    type: string;
  }[];
  return new Map(found.map(({ name, type }) => [name, type]));
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
