import type { Database as Sqlite } from 'better-sqlite3';

/** Rows of sources that forget which give no record: a rule leaves them out, or they can't be read. */
export interface RecordlessRows {
  note(kind: string, key: string): void;
}

export function recordlessRows(sqlite: Sqlite): RecordlessRows {
  sqlite.exec('create table recordless_row (kind text not null, key text not null)');
  const insert = sqlite.prepare('insert into recordless_row values (?, ?)');
  return { note: (kind, key) => void insert.run(kind, key) };
}

/** What was noted, each once; it is forgotten then. */
export function takeRecordless(sqlite: Sqlite): readonly { readonly kind: string; readonly key: string }[] {
  const rows = sqlite.prepare('select distinct kind, key from recordless_row').all();
  sqlite.exec('drop table recordless_row');
  return rows as { kind: string; key: string }[];
}
