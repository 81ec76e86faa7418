import type { Database as Sqlite } from 'better-sqlite3';
import type { GivenRecord, Merge } from './given-record.ts';

/** Records of which the CRM says that they were merged, until all files are read. */
export interface MergedRows {
  /** Notes a record whose row says what it was merged into. */
  note(record: GivenRecord, modified: number | null, merge: Merge): void;
  /** Forgets what was noted of the record at a place; false where nothing was. */
  forget(place: number): boolean;
}

export function mergedRows(sqlite: Sqlite): MergedRows {
  sqlite.exec(`create table merged_row (place integer not null, kind text not null, key text not null, into_key text not null,
      modified bigint, deleted integer not null);
    create index merged_row_place on merged_row (place)`);
  const insert = sqlite.prepare('insert into merged_row values (?, ?, ?, ?, ?, ?)');
  const forget = sqlite.prepare('delete from merged_row where place = ?');
  return {
    note({ target, values: [place, key] }, modified, { into, isDeleted }) {
      insert.run(place, target.kind.name, key, into, modified, Number(isDeleted));
    },
    forget: (place) => forget.run(place).changes > 0,
  };
}
