import type { Database as Sqlite, Statement } from 'better-sqlite3';

/** A row that was deleted in the CRM. */
export interface DeletedRow {
  readonly file: number;
  readonly kind: string;
  readonly key: string;
  readonly modified: number | null;
}

/** Rows that were deleted in the CRM, until all files are read: an older version may stand in another file. */
export interface DeletedRows {
  note(row: DeletedRow, place: number): void;
  /** A newer version of the row was read. */
  forget(place: number): void;
  /** All of them in the order of reading; they are forgotten then. */
  settle(): readonly DeletedRow[];
}

export function deletedRows(sqlite: Sqlite): DeletedRows {
  sqlite.exec(
    'create table deleted_row (file integer not null, place integer not null, kind text not null, key text not null, modified bigint)',
  );
  const insert = sqlite.prepare('insert into deleted_row values (?, ?, ?, ?, ?)');
  // Made where it is asked for: few sources tell of changes.
  let forget: Statement | null = null;
  return {
    forget(place) {
      if (!forget) sqlite.exec('create index deleted_row_place on deleted_row (place)');
      forget ??= sqlite.prepare('delete from deleted_row where place = ?');
      forget.run(place);
    },
    note({ file, kind, key, modified }, place) {
      insert.run(file, place, kind, key, modified);
    },
    settle() {
      const rows = sqlite.prepare('select file, kind, key, modified from deleted_row order by place').all();
      sqlite.exec('drop table deleted_row');
      return rows as DeletedRow[];
    },
  };
}
