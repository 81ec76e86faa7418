import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { diskFault } from './disk.ts';
import { PullFault } from './pull-fault.ts';

/** Who pulls into a folder touches the lock this often, in seconds; one that was not touched for long is nobody's. */
const touchedEvery = 60;
const nobodysAfter = 600;

/**
 * Makes sure that nobody else pulls into the same folder. A lock of a process that is no more is taken over.
 * @throws PullFault where another pull runs
 */
export async function takeLock(path: string, now: () => number): Promise<{ readonly release: () => Promise<void> }> {
  await mkdir(dirname(path), { recursive: true }).catch(asFault(dirname(path)));
  if (!(await wrote(path))) {
    if (await isHeld(path, now()))
      throw new PullFault('machine', 'another pull runs into the same folder', `wait for its end, or end it: ${path}`);
    // Of two that find a lock that is nobody's one moves it away, and the other finds a new one.
    await rename(path, `${path}.${process.pid}`).catch(() => undefined);
    await rm(`${path}.${process.pid}`, { force: true });
    if (!(await wrote(path))) throw new PullFault('machine', 'another pull has just begun', 'wait for its end');
  }
  const timer = setInterval(() => void utimes(path, now(), now()).catch(() => undefined), touchedEvery * 1000);
  timer.unref();
  return {
    release: async () => {
      clearInterval(timer);
      await rm(path, { force: true }).catch(() => undefined);
    },
  };
}

/** Whether the lock could be written; false where there is one. */
async function wrote(path: string): Promise<boolean> {
  const file = await open(path, 'wx').catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') return null;
    return asFault(path)(error);
  });
  if (file === null) return false;
  try {
    await file.writeFile(JSON.stringify({ process: process.pid, host: hostname() }));
  } catch (error) {
    asFault(path)(error);
  } finally {
    await file.close();
  }
  return true;
}

async function isHeld(path: string, now: number): Promise<boolean> {
  const [text, touched] = await Promise.all([
    readFile(path, 'utf8').catch(() => ''),
    stat(path).then(
      ({ mtimeMs }) => mtimeMs / 1000,
      () => 0,
    ),
  ]);
  const [, id, host] = /^\{"process":(\d+),"host":"(.*)"\}$/.exec(text) ?? [];
  // A process of this one's number is this one, which holds none, or was before it.
  if (id !== undefined && host === hostname() && (Number(id) === process.pid || !isAlive(Number(id)))) return false;
  return now - touched < nobodysAfter;
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

function asFault(path: string): (error: unknown) => never {
  return (error) => {
    throw diskFault(codeOf(error) ?? 'unknown', path);
  };
}
