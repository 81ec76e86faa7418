import { existsSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/** Milliseconds that whoever changes the store has to end. */
const patience = 1000;

/**
 * Takes back the change in whose middle a store was left, by a kill or a loss of power. Until then it can't be read without being written, and a
 * store that took its place would get the old one's pages back: SQLite knows the file that keeps them by its name only.
 * @throws SqliteError `SQLITE_BUSY` where another process changes the store now.
 */
export function takeBack(path: string): void {
  const kept = [`${path}-journal`, `${path}-wal`].filter((beside) => existsSync(beside));
  const wrong = existsSync(path) ? changeNothing(path) : null;
  if (kept.length > 0 && wrong !== null && wrong.code !== 'SQLITE_NOTADB') throw wrong;
  for (const beside of kept) rmSync(beside, { force: true });
}

/** Whoever is the first that may change the store takes back what was begun before. @returns why it may not be changed, or is none */
function changeNothing(path: string): InstanceType<typeof Sqlite.SqliteError> | null {
  let sqlite: Sqlite.Database | null = null;
  try {
    sqlite = new Sqlite(path, { timeout: patience });
    sqlite.exec('begin immediate');
    sqlite.exec('rollback');
    return null;
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    if (error.code.startsWith('SQLITE_BUSY')) throw error;
    return error;
  } finally {
    sqlite?.close();
  }
}
