import type { Connection, SecretName } from '../records/connection.ts';
import type { PullAccount } from '../records/manifest.ts';
import type { Problem } from '../values/problem.ts';
import { tablesOf } from './asks.ts';
import type { Usage } from './connector.ts';
import { isTable, type PlaceConnection, type TableConnection } from './connectors.ts';
import { copyFile } from './copy-files.ts';
import { DiskFault } from './disk.ts';
import { callsBefore, checkCalls, checkTime, EnoughForNow } from './limits.ts';
import { problemOf, PullFault } from './pull-fault.ts';
import type { PullTask } from './pull-task.ts';
import { pullTable } from './pull-table.ts';
import { addAccount, instantText, type Pulling } from './pulling.ts';
import { retrying } from './retrying.ts';
import { readSecrets, type Secrets } from './secrets.ts';

/** What became of a connection. */
export interface ConnectionPulled {
  readonly account: PullAccount;
  readonly problems: readonly Problem[];
  readonly faults: readonly PullFault[];
}

/** What is gathered while a connection is pulled. */
interface Gathered {
  readonly faults: PullFault[];
  /** What is worth a look and stopped nothing. */
  readonly warnings: Problem[];
  rows: number;
  bytes: number;
  /** How many of its tables or files came through. */
  came: number;
  usage: Usage | null;
}

/** Pulls what a connection has, and writes the account of it into the manifest. It throws nothing that a server or a disk did. */
export async function pullConnection(
  task: PullTask,
  pulling: Pulling,
  connection: Connection,
): Promise<ConnectionPulled> {
  const began = instantText(task.world.now());
  const secrets = readSecrets(task.world, secretsOf(connection));
  const gathered: Gathered = { faults: [], warnings: [], rows: 0, bytes: 0, came: 0, usage: null };
  const running = { connection: connection.name, began, calls: 0 };
  await attempt(gathered, secrets, async () => {
    pulling.state.running = running;
    if (isTable(connection)) await pullTables(task, pulling, connection, secrets, gathered);
    else await copyFiles(task, pulling, connection, secrets, gathered);
  });
  const problems = [
    ...gathered.faults.map((fault) => hidden(problemOf(fault, connection.at), secrets)),
    ...gathered.warnings.map((warning) => hidden(warning, secrets)),
  ];
  const account = accountOf(connection, began, instantText(task.world.now()), gathered, problems);
  await attempt(gathered, secrets, async () => {
    pulling.state.running = null;
    await addAccount(pulling, account);
    await pulling.keepState();
  });
  return { account, problems, faults: gathered.faults };
}

/** The names of all secrets of a connection. */
export function secretsOf({ secrets }: Connection): readonly SecretName[] {
  return Object.values(secrets).filter((name): name is SecretName => name !== undefined);
}

/** A problem without any secret. */
export function hidden(problem: Problem, secrets: Secrets): Problem {
  return { ...problem, says: secrets.hide(problem.says), fix: secrets.hide(problem.fix) };
}

/** Does something, and gathers the fault that it ends with. What is no fault of a pull is one of the program, and is told without its secrets. */
async function attempt({ faults }: Gathered, secrets: Secrets, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    faults.push(asFault(error, secrets));
  }
}

/** Whatever was thrown, as a fault of a pull. */
export function asFault(error: unknown, secrets: Secrets): PullFault {
  if (error instanceof PullFault) return error;
  const told = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new PullFault('machine', `the pull broke off: ${secrets.hide(told).replaceAll(/\s+/g, ' ')}`);
}

async function pullTables(
  task: PullTask,
  pulling: Pulling,
  connection: TableConnection,
  secrets: Secrets,
  gathered: Gathered,
): Promise<void> {
  const calls = callsBefore(connection.name, pulling.manifest().pulls ?? [], task.world.now());
  checkTime(task.world.now(), task.until);
  const session = await task.connectors.openTable(connection, task.world, secrets);
  const check = (): void => {
    if (pulling.state.running) pulling.state.running.calls = session.usage().calls;
    checkTime(task.world.now(), task.until);
    checkCalls(connection, session.usage(), calls);
  };
  try {
    for (const wanted of tablesOf(connection.name, task.sources)) {
      await attempt(gathered, secrets, async () => {
        const noted = (fault: PullFault): void => void gathered.faults.push(fault);
        const tell = (says: string): void =>
          void gathered.warnings.push({ level: 'warning', ...wanted.pulled.at, says, fix: '' });
        const table = { pulling, session, connection, wanted, whole: task.whole, check, tell };
        add(gathered, await pullTable(table, noted));
      });
      if (isOver(gathered)) break;
    }
  } finally {
    gathered.usage = session.usage();
    await session.close().catch(() => undefined);
  }
}

async function copyFiles(
  task: PullTask,
  pulling: Pulling,
  connection: PlaceConnection,
  secrets: Secrets,
  gathered: Gathered,
): Promise<void> {
  const check = (): void => checkTime(task.world.now(), task.until);
  check();
  const session = await task.connectors.openPlace(connection, task.world, secrets);
  const { sources, whole } = task;
  try {
    const list = await retrying(task.world, () => session.list(), { times: 4, what: 'the list of the files' });
    for (const remote of list) {
      await attempt(gathered, secrets, async () => {
        const bytes = await copyFile({ pulling, session, connection, sources, whole, check }, remote);
        add(gathered, { rows: 0, bytes: bytes ?? 0 });
      });
      if (isOver(gathered)) break;
    }
  } finally {
    await session.close().catch(() => undefined);
  }
}

function add(gathered: Gathered, { rows, bytes }: { readonly rows: number; readonly bytes: number }): void {
  gathered.came += 1;
  gathered.rows += rows;
  gathered.bytes += bytes;
}

/** What fails for one would fail for all that follow. */
function isOver({ faults }: Gathered): boolean {
  return faults.some((fault) => fault instanceof DiskFault || fault instanceof EnoughForNow);
}

function accountOf(
  connection: Connection,
  began: string,
  ended: string,
  { faults, came, rows, bytes, usage }: Gathered,
  problems: readonly Problem[],
): PullAccount {
  const isPartial = came > 0 || faults.every((fault) => fault instanceof EnoughForNow);
  const used = usage?.usedToday ?? null;
  const allowed = usage?.allowedADay ?? null;
  return {
    connection: connection.name,
    began,
    ended,
    outcome: faults.length === 0 ? 'complete' : isPartial ? 'partial' : 'failed',
    says: problems.map(({ says, fix }) => (fix === '' ? says : `${says}; ${fix}`)),
    ...(isTable(connection) ? { rows } : {}),
    bytes,
    ...(usage === null ? {} : { calls: usage.calls }),
    ...(used === null ? {} : { callsUsedToday: used }),
    ...(allowed === null ? {} : { callsAllowedADay: allowed }),
  };
}
