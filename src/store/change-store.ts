import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from './database.ts';
import type { NewStore } from './open.ts';

/** Changes a store that an ingest made, all or nothing. @throws where it can't be written; it is then as it was. */
export async function changeStore(path: string, change: (store: NewStore) => Promise<void>): Promise<void> {
  const sqlite = new Sqlite(path, { fileMustExist: true });
  try {
    sqlite.exec('begin immediate');
    await change({ sqlite, db: new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) }) });
    sqlite.exec('commit');
  } finally {
    // What was not committed is taken back.
    sqlite.close();
  }
}
