import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import type { Database } from './database.ts';

/**
 * Megabytes of pages that a connection may keep in memory. One that reads goes through the same records again and again; one that fills
 * a store goes once from end to end, and sorts as much at a time besides, so that more would take memory and save nothing.
 */
const cacheMegabytes = { reading: 128, filling: 32 };

/**
 * Bytes of the file that are read where the system keeps them, as far as SQLite allows: a record that is looked up is not copied first, and
 * what is held so is the system's to take back.
 */
const mapped = 2 ** 36;

interface Opening {
  readonly readonly: boolean;
  /** Puts something between the store and its database, such as what times each statement. */
  readonly through?: (database: SqliteDatabase) => SqliteDatabase;
}

/**
 * Opens a store that an ingest made. Close it with `destroy()`.
 * @throws where there is no file, or it is no database.
 */
export function openStore(path: string, { readonly, through = (it) => it }: Opening): Kysely<Database> {
  const sqlite = new Sqlite(path, { readonly, fileMustExist: true });
  sqlite.pragma(`cache_size = ${-1024 * cacheMegabytes.reading}`);
  sqlite.pragma('temp_store = file');
  sqlite.pragma(`mmap_size = ${mapped}`);
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: through(sqlite) }) });
}

/** A store that is being filled: the same connection for queries, and for the driver's own fast statements. */
export interface NewStore {
  readonly db: Kysely<Database>;
  readonly sqlite: Sqlite.Database;
}

/** Makes a new store, without the care for a crash that a file needs which is only put in its place when complete. */
export function makeStore(path: string): NewStore {
  const sqlite = new Sqlite(path);
  for (const pragma of ['journal_mode = off', 'synchronous = off', 'locking_mode = exclusive', 'temp_store = file']) {
    sqlite.pragma(pragma);
  }
  sqlite.pragma(`cache_size = ${-1024 * cacheMegabytes.filling}`);
  return { db: new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) }), sqlite };
}
