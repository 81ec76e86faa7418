import type { Database as Sqlite } from 'better-sqlite3';

/** A version of a source's row, as one of its exports tells it. */
export interface RowVersion {
  readonly key: string;
  /** The place of its row. */
  readonly place: number;
  readonly modified: number | null;
  readonly isDeleted: boolean;
}

/**
 * Which version of each row counts, of sources that have files of changes: of a row that came in several exports the newest, whatever became of it. By the
 * time at which the CRM changed it; where nothing tells that, and of one time, the one that was read last.
 */
export interface RowVersions {
  /** The version that counts until now; null where there is none. */
  known(source: string, key: string): RowVersion | null;
  /** This version counts from now on. */
  put(source: string, version: RowVersion): void;
  /** Forgets all of a source: another whole export begins. */
  forget(source: string): void;
  /** To be called when all files are read. */
  end(): void;
}

export function rowVersions(sqlite: Sqlite): RowVersions {
  sqlite.exec(`create table row_version (source text not null, key text not null, place bigint not null, modified bigint,
      deleted integer not null, primary key (source, key))`);
  const find = sqlite.prepare('select place, modified, deleted from row_version where source = ? and key = ?');
  const put = sqlite.prepare(`insert into row_version values (?, ?, ?, ?, ?) on conflict (source, key)
      do update set place = excluded.place, modified = excluded.modified, deleted = excluded.deleted`);
  return {
    known(source, key) {
      const found = find.get(source, key) as { place: number; modified: number | null; deleted: number } | undefined;
      return found ? { key, place: found.place, modified: found.modified, isDeleted: found.deleted === 1 } : null;
    },
    put: (source, { key, place, modified, isDeleted }) => void put.run(source, key, place, modified, Number(isDeleted)),
    forget: (source) => void sqlite.prepare('delete from row_version where source = ?').run(source),
    end: () => void sqlite.exec('drop table row_version'),
  };
}
