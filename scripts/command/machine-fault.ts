/** What the machine could not do, in one line that names what it was done to. */
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import Sqlite from 'better-sqlite3';

/** The machine failed, and a line says how: no fault of the product's own. */
export class MachineFault extends Error {}

/** What codes of the system and of SQLite mean for a file. */
const meanings: readonly (readonly [codes: RegExp, says: (path: string) => string])[] = [
  [/^(ENOSPC|EDQUOT|EFBIG)$/, (path) => `no room is left on the disk for ${path}`],
  [/^(EACCES|EPERM|EROFS|SQLITE_READONLY.*|SQLITE_CANTOPEN.*)$/, (path) => `${path} may not be written or read`],
  [/^(EISDIR|ENOTDIR|ENOTEMPTY)$/, (path) => `${path} stands where there should be a folder, or is one`],
  [/^SQLITE_(BUSY|LOCKED).*$/, (path) => `${path} is being changed by another process: try again when that has ended`],
  [/^SQLITE_FULL$/, (path) => `no room is left on the disk for ${path}, or for what is put aside in ${tmpdir()}`],
  [/^(EIO|SQLITE_IOERR.*)$/, (path) => `${path} can't be written or read: no room is left on the disk, or it fails`],
];

/** The line for a failure; null: it is none of the machine's. `database`: what was at work when SQLite failed. */
export function machineFaultOf(error: unknown, database: string | null = null): string | null {
  if (error instanceof MachineFault) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = String(error.code);
  const says = meanings.find(([codes]) => codes.test(code))?.[1];
  // A file that is open already is not named.
  const path = (error instanceof Sqlite.SqliteError ? null : placeOf(error)) ?? database;
  if (!says || path === null) return null;
  return database === path && isFolder(path) ? `${path} is a folder, no database` : `${says(path)} (${code})`;
}

/** Runs what works on a database, and tells a failure of the machine by its name. */
export async function onDatabase<T>(database: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const says = machineFaultOf(error, database);
    throw says === null ? error : new MachineFault(`${says}; what stood there is as it was`, { cause: error });
  }
}

/** What the system was asked to do something to. */
function placeOf(error: Error): string | null {
  const { dest, path } = error as { readonly dest?: unknown; readonly path?: unknown };
  return [dest, path].find((place) => typeof place === 'string') ?? null;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
