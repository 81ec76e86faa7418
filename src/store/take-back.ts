import { existsSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/** Milliseconds that whoever changes the store has to end. */
const patience = 1000;

/**
 * Takes back the change in whose middle a store was left, by a kill or a loss of power. Until then it can't be read without being written, and a
 * store that took its place would get the old one's pages back: SQLite knows the file that keeps them by its name only.
 * @throws where another process changes the store now.
 */
export function takeBack(path: string): void {
  const kept = [`${path}-journal`, `${path}-wal`].filter((beside) => existsSync(beside));
  if (kept.length === 0) return;
  if (existsSync(path)) changeNothing(path);
  for (const beside of kept) rmSync(beside, { force: true });
}

/** Whoever is the first that may change the store takes back what was begun before. What is no store holds nothing to take back. */
function changeNothing(path: string): void {
  const sqlite = new Sqlite(path, { timeout: patience });
  try {
    sqlite.exec('begin exclusive');
    sqlite.exec('rollback');
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    if (error.code.startsWith('SQLITE_BUSY'))
      throw new Error(`${path} is being changed by another process: try again when that has ended`, { cause: error });
    if (error.code !== 'SQLITE_NOTADB') throw error;
  } finally {
    sqlite.close();
  }
}
