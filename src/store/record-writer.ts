import type { Database as Sqlite, Statement } from 'better-sqlite3';
import type { StoredValue } from './database.ts';

/** The driver's own statements for one record table, since queries put together anew for each row would take most of the time. */
export interface RecordWriter {
  /** Adds a record, in the order of `columns`; false where its key is taken. */
  insert(values: readonly StoredValue[]): boolean;
  /** The record at a place. */
  at(place: number): Readonly<Record<string, StoredValue>> | null;
  /** The places of the records from a place to another one. */
  between(first: number, last: number): readonly number[];
  /** The record with a key: its place, and when the CRM last changed it. */
  withKey(key: string): { readonly place: number; readonly modified: number | null } | null;
  /** Takes the record away; false where there is none. */
  remove(place: number): boolean;
}

export function recordWriter(sqlite: Sqlite, table: string, columns: readonly string[]): RecordWriter {
  const names = columns.map(quoted).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const insert: Statement = sqlite.prepare(
    `insert into ${quoted(table)} (${names}) values (${marks}) on conflict (key) do nothing`,
  );
  const at: Statement = sqlite.prepare(`select * from ${quoted(table)} where place = ?`);
  const between: Statement = sqlite
    .prepare(`select place from ${quoted(table)} where place between ? and ? order by place`)
    .pluck();
  const withKey: Statement = sqlite.prepare(`select place, modified from ${quoted(table)} where key = ?`);
  const remove: Statement = sqlite.prepare(`delete from ${quoted(table)} where place = ?`);
  return {
    insert: (values) => insert.run(...values).changes === 1,
    at: (place) => (at.get(place) as Record<string, StoredValue> | undefined) ?? null,
    between: (first, last) => between.all(first, last) as number[],
    withKey: (key) => (withKey.get(key) as { place: number; modified: number | null } | undefined) ?? null,
    remove: (place) => remove.run(place).changes === 1,
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
