/** A pull: what the sources name, from each connection, into the folder of exports. */
import { join } from 'node:path';
import type { Connection } from '../records/connection.ts';
import type { PullAccount } from '../records/manifest.ts';
import type { Problem } from '../values/problem.ts';
import { tablesOf } from './asks.ts';
import { DiskFault } from './disk.ts';
import { takeLock } from './lock.ts';
import { pullConnection } from './pull-connection.ts';
import { problemOf, PullFault, type FaultOf } from './pull-fault.ts';
import { addAccount, openPulling, sweep, workFolder, type Pulling } from './pulling.ts';
import type { PullTask } from './pull-task.ts';
import { isDone } from './state.ts';

export interface Pulled {
  /** What became of each connection. */
  readonly accounts: readonly PullAccount[];
  /** The accounts before, oldest first. */
  readonly before: readonly PullAccount[];
  readonly problems: readonly Problem[];
  /** Whose move it is where something went wrong: the writer's if one of the faults is theirs. */
  readonly fault: FaultOf | null;
}

/** Pulls. One connection's fault, or one table's, stops no other; a disk that fails stops all. What was pulled before stays whole. */
export async function pull(task: PullTask): Promise<Pulled> {
  const work = join(task.exports, workFolder);
  const lock = await takeLock(join(work, 'lock'), task.world.now).catch(notBegun(task));
  if ('problems' in lock) return lock;
  try {
    const { pulling, problems } = await openPulling(task.exports, task.disk, task.world);
    if (problems.length > 0) return { accounts: [], before: [], problems, fault: 'input' };
    return await pullAll(task, pulling);
  } catch (error) {
    return notBegun(task)(error);
  } finally {
    await lock.release();
  }
}

async function pullAll(task: PullTask, pulling: Pulling): Promise<Pulled> {
  await noteCutOff(pulling);
  const before = pulling.manifest().pulls ?? [];
  const tables = task.connections.flatMap(({ name }) => tablesOf(name, task.sources));
  await sweep(pulling, new Set(tables.map(({ file }) => file)));
  const accounts: PullAccount[] = [];
  const problems: Problem[] = [];
  const faults: PullFault[] = [];
  for (const connection of inOrder(task.connections, before)) {
    const done = await pullConnection(task, pulling, connection);
    accounts.push(done.account);
    problems.push(...done.problems);
    faults.push(...done.faults);
    if (done.faults.some((fault) => fault instanceof DiskFault)) break;
  }
  if (isDone(pulling.state)) await task.disk.remove(join(task.exports, workFolder)).catch(() => undefined);
  return { accounts, before, problems, fault: faultOf(faults) };
}

function faultOf(faults: readonly PullFault[]): FaultOf | null {
  if (faults.length === 0) return null;
  return faults.some((fault) => fault.of === 'input') ? 'input' : 'machine';
}

/** The pull could not begin: another one runs, or the disk can't be written. */
function notBegun({ exports }: PullTask): (error: unknown) => Pulled {
  return (error) => {
    if (!(error instanceof PullFault)) throw error;
    const problems = [problemOf(error, { file: exports, line: 1, column: 1 })];
    return { accounts: [], before: [], problems, fault: error.of };
  };
}

/** Those that were complete before come first, so that a first pull of days lets nobody else wait. */
function inOrder(connections: readonly Connection[], before: readonly PullAccount[]): readonly Connection[] {
  const wasComplete = ({ name }: Connection): boolean =>
    before.some(({ connection, outcome }) => connection === name && outcome === 'complete');
  return connections.toSorted((one, other) => Number(wasComplete(other)) - Number(wasComplete(one)));
}

/** A pull that was killed gives its account late: what it asked of the API counts. */
async function noteCutOff(pulling: Pulling): Promise<void> {
  const { running } = pulling.state;
  if (running === null) return;
  const { connection, began, calls } = running;
  await addAccount(pulling, {
    connection,
    began,
    ended: began,
    outcome: 'failed',
    says: ['it was cut off before its end; the next pull goes on where it stopped'],
    calls,
  });
  pulling.state.running = null;
  await pulling.keepState();
}
