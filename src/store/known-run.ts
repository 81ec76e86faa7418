import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/** The table that keeps what a store was made of: one row, with a hash of it that a store which was cut or changed by hand does not have. */
const knownTable = 'known_run';

/** The form of what is kept: one that was written in another form says nothing. To be raised whenever that changes. */
const form = 1;

/** Keeps what a store that is being filled is made of. */
export function writeKnownRun(sqlite: Sqlite.Database, kept: string): void {
  sqlite.exec(
    `create table if not exists ${knownTable} (form integer not null, kept text not null, seal text not null)`,
  );
  sqlite.exec(`delete from ${knownTable}`);
  sqlite.prepare(`insert into ${knownTable} values (?, ?, ?)`).run(form, kept, sealOf(kept));
}

/** What the store that stands there was made of; null where there is none, or it does not say so whole and in today's form. */
export function readKnownRun(path: string): string | null {
  if (!existsSync(path)) return null;
  let sqlite: Sqlite.Database | null = null;
  try {
    sqlite = new Sqlite(path, { readonly: true, fileMustExist: true });
    const rows = sqlite.prepare(`select kept, seal from ${knownTable} where form = ?`).all(form) as Sealed[];
    const [row] = rows;
    return row && rows.length === 1 && row.seal === sealOf(row.kept) ? row.kept : null;
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return null;
    throw error;
  } finally {
    sqlite?.close();
  }
}

interface Sealed {
  readonly kept: string;
  readonly seal: string;
}

const sealOf = (kept: string): string => hash('sha256', kept);
