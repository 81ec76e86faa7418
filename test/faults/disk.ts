/** Disks that are full, folders that may not be written and files that are no database: one clear line, and the old database as it was. */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { FaultPart, FaultReport } from './fault-report.ts';
import { faultsOf, ingestGrounds } from './grounds.ts';
import type { Ground } from './grounds.ts';
import { placeIn, standingIn } from './standing.ts';
import type { Place } from './standing.ts';
import { startCommand } from './start-command.ts';
import type { Around } from './start-command.ts';

/** One trouble that an ingest may meet. */
export interface Trouble {
  readonly what: string;
  /** Makes it; returns how the command is started. What it opened is closed by `end`. */
  readonly begin: (place: Place, folder: string) => { readonly around: Around; readonly end?: () => void };
  /** What the line must name and say. */
  readonly says: RegExp;
  /** Only who may mount a disk can try it. */
  readonly mounts?: boolean;
  /** Whether a run of this size may do without what it lacks: it must then end as an undisturbed one. */
  readonly mayEndWell?: boolean;
  /** It comes when the new database stands already: that one must be whole. */
  readonly isLate?: boolean;
}

const isRoot = process.getuid?.() === 0;
/** Root may write anywhere: so somebody else tries. */
const somebodyElse = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];

/** A file may have so many blocks of 512 bytes: whoever writes more is told so, as on a disk that is full. */
function fileLimit(blocks: number): Trouble {
  const under = ['sh', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, 'sh'];
  return {
    what: `no file longer than ${blocks / 2} KB`,
    begin: () => ({ around: { under } }),
    says: /no room is left on the disk/,
  };
}

/** A disk of its own for a folder, with all that stands in it. */
function mounted(folder: string, kilobytes: number): () => void {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]);
  return () => void execFileSync('umount', ['-l', folder]);
}

function fullDisk(kilobytes: number): Trouble {
  return {
    what: `a disk with room for ${kilobytes} KB more`,
    mounts: true,
    says: /no room is left on the disk for \S+same-page\.db/,
    begin(place) {
      const old = readFileSync(place.database);
      const observed = readFileSync(join(place.published, 'observed.csv'));
      const end = mounted(place.folder, Math.ceil((old.length + observed.length) / 1024) + 16 + kilobytes);
      execFileSync('cp', ['-r', `${place.folder}.before/.`, place.folder]);
      return { around: {}, end };
    },
  };
}

function readOnly(which: 'folder' | 'published', says: RegExp): Trouble {
  return {
    what:
      which === 'folder'
        ? "the database's folder may not be written"
        : 'the folder of what was observed may not be written',
    isLate: which === 'published',
    says,
    begin(place) {
      chmodSync(place.folder, 0o777);
      chmodSync(place[which], 0o555);
      return { around: { under: somebodyElse }, end: () => chmodSync(place[which], 0o755) };
    },
  };
}

export const troubles: readonly Trouble[] = [
  ...[16, 200, 800, 1600, 2200].map(fileLimit),
  ...[64, 400, 900].map(fullDisk),
  {
    what: 'a full folder for what SQLite puts aside',
    mounts: true,
    mayEndWell: true,
    says: /no room is left on the disk for \S+same-page\.db, or for what is put aside in/,
    begin(_place, folder) {
      const aside = join(folder, 'aside');
      return { around: { env: { TMPDIR: aside, SQLITE_TMPDIR: aside } }, end: mounted(aside, 8) };
    },
  },
  readOnly('folder', /same-page\.db may not be written/),
  readOnly('published', /observed\.csv\S* may not be written/),
  {
    what: 'a database that another process changes',
    says: /same-page\.db is being changed by another process/,
    begin(place) {
      const other = new Sqlite(place.database);
      other.exec('begin exclusive');
      return { around: {}, end: () => void other.exec('rollback').close() };
    },
  },
];

export const diskTrouble: FaultPart = async (task) => {
  chmodSync(join(task.folder, '..'), 0o755);
  const [, ground] = await ingestGrounds(task.folder);
  const reports: FaultReport[] = [];
  for (const trouble of troubles) {
    reports.push(await reportOf(trouble, ground, task.folder));
    task.say(trouble.what);
  }
  return [...reports, await folderForDatabase(ground, task.folder)];
};

async function reportOf(trouble: Trouble, ground: Ground, folder: string): Promise<FaultReport> {
  const { what } = trouble;
  if (trouble.mounts === true && !isRoot)
    return { what, tried: 0, held: 0, found: 'not tried here: only root may mount a disk', failures: [] };
  const failures = (await meet(trouble, ground, join(folder, 'trouble'))).map((fault) => `${what}: ${fault}`);
  return { what, tried: 1, held: failures.length === 0 ? 1 : 0, found: '', failures };
}

/** Meets a trouble once, and then runs again without it. @returns what did not hold */
export async function meet(trouble: Trouble, ground: Ground, folder: string): Promise<readonly string[]> {
  const place = placeIn(folder);
  for (const each of [folder, `${folder}.before`, `${folder}.more`]) await rm(each, { recursive: true, force: true });
  await cp(ground.from.folder, place.folder, { recursive: true });
  await cp(ground.from.folder, `${place.folder}.before`, { recursive: true });
  const { around, end } = trouble.begin(place, `${folder}.more`);
  const faults: string[] = [];
  try {
    const ended = await startCommand(ground.killed(place), around).ended;
    if (trouble.mayEndWell === true && ended.status === 0) return faultsOf(ground.end, await standingIn(place));
    faults.push(...badEnd(ended, trouble.says));
  } finally {
    // Read while the disk is still there.
    if (trouble.mounts === true && existsSync(place.database)) faults.push(...changed(ground, place, trouble));
    end?.();
  }
  if (trouble.mounts !== true) faults.push(...changed(ground, place, trouble));
  const left = await standingIn(place).catch(() => null);
  if (trouble.isLate === true && left?.records !== ground.done.records) faults.push('the new database is not whole');
  if (trouble.mounts !== true) {
    const next = await startCommand(ground.killed(place)).ended;
    if (next.status !== 0) faults.push(`the next run ends with ${next.status}: ${next.err}`);
    faults.push(...faultsOf(ground.end, await standingIn(place)).map((fault) => `after the next run: ${fault}`));
  }
  return faults;
}

function changed({ from }: Ground, { database }: Place, { isLate }: Trouble): string[] {
  if (isLate === true) return [];
  const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  return hashOf(database) === hashOf(from.database) ? [] : ['the old database is not what it was'];
}

/** A command that the machine failed ends with 3 and a last line that names what and why. */
function badEnd({ status, err }: { readonly status: number | null; readonly err: string }, says: RegExp): string[] {
  const lines = err.trim().split('\n');
  const faults: string[] = [];
  if (status !== 3) faults.push(`it ended with ${status}, not 3`);
  if (lines.some((line) => /^\s+at /.test(line))) faults.push('it printed where in the code it failed');
  if (!says.test(lines.at(-1) ?? '')) faults.push(`it says "${err.slice(0, 400)}", not ${String(says)}`);
  return faults;
}

async function folderForDatabase(ground: Ground, folder: string): Promise<FaultReport> {
  const place = placeIn(join(folder, 'a folder'));
  mkdirSync(place.database, { recursive: true });
  const ended = await startCommand(ground.killed(place)).ended;
  const failures = badEnd(ended, /same-page\.db is a folder, no database/);
  await rm(place.folder, { recursive: true, force: true });
  return {
    what: 'a folder where the database should be',
    tried: 1,
    held: failures.length === 0 ? 1 : 0,
    found: '',
    failures,
  };
}
