import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { runAside, type Took } from './run-aside.ts';

/**
 * What the `sqlite3` command takes to import CSV files as bare text, a table each, into a new database that is thrown away: nothing reads them into SQLite with
 * less work. Null where there is no such command.
 */
export async function measureFloor(folder: string, files: readonly string[], database: string): Promise<Took | null> {
  rmSync(database, { force: true });
  // Both within quotes of its own: a file's name may hold spaces.
  const imports = files.map((file) => `.import --csv '${file}' '${basename(file, '.csv')}'`);
  try {
    const { wall, cpu, megabytes } = await runAside({ command: 'sqlite3', args: [database, ...imports], cwd: folder });
    return { wall, cpu, megabytes };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(database, { force: true });
  }
}
