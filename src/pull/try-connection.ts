/** What a pull would find, without pulling: it signs in, looks, and writes nothing. */
import type { Connection } from '../records/connection.ts';
import type { FileSource } from '../records/source.ts';
import type { Problem } from '../values/problem.ts';
import { askOf, noSuchObject, tablesOf, type TableWanted } from './asks.ts';
import type { RemoteFile, TableSession, Usage } from './connector.ts';
import { isTable, type Connectors } from './connectors.ts';
import { callsAllowed } from './limits.ts';
import { asFault, hidden, secretsOf } from './pull-connection.ts';
import { problemOf, type FaultOf, type PullFault } from './pull-fault.ts';
import { readSecrets } from './secrets.ts';
import type { World } from './world.ts';

export interface TableTried {
  readonly file: string;
  readonly object: string;
  /** Null where the API does not tell. */
  readonly records: number | null;
  /** As the API calls them. */
  readonly fields: readonly string[];
}

export interface Tried {
  readonly connection: string;
  readonly to: Connection['to'];
  readonly tables: readonly TableTried[];
  readonly files: readonly RemoteFile[];
  readonly usage: Usage | null;
  /** How many calls a day pulls may make; null: nobody says. */
  readonly callsAllowed: number | null;
  readonly problems: readonly Problem[];
  readonly fault: FaultOf | null;
}

/** Proves a connection: that its secrets let it in, and that what the sources name is there. */
export async function tryConnection(
  connection: Connection,
  sources: readonly FileSource[],
  world: World,
  connectors: Connectors,
): Promise<Tried> {
  const secrets = readSecrets(world, secretsOf(connection));
  const faults: PullFault[] = [];
  const tables: TableTried[] = [];
  const files: RemoteFile[] = [];
  let usage: Usage | null = null;
  const attempt = (act: () => Promise<void>): Promise<void> =>
    act().catch((error: unknown) => void faults.push(asFault(error, secrets)));
  await attempt(async () => {
    if (!isTable(connection)) {
      const session = await connectors.openPlace(connection, world, secrets);
      await attempt(async () => void files.push(...(await session.list())));
      return session.close();
    }
    const session = await connectors.openTable(connection, world, secrets);
    for (const wanted of tablesOf(connection.name, sources))
      await attempt(async () => void tables.push(await tryTable(session, wanted, faults)));
    usage = session.usage();
    await session.close();
  });
  return {
    connection: connection.name,
    to: connection.to,
    tables,
    files,
    usage,
    callsAllowed: usage !== null && isTable(connection) ? callsAllowed(connection, usage) : null,
    problems: faults.map((fault) => hidden(problemOf(fault, connection.at), secrets)),
    fault: faults.length === 0 ? null : faults.some((fault) => fault.of === 'input') ? 'input' : 'machine',
  };
}

async function tryTable(session: TableSession, wanted: TableWanted, faults: PullFault[]): Promise<TableTried> {
  const { object } = wanted.pulled;
  const seen = await session.see(object);
  if (!seen) throw noSuchObject(wanted, await session.objects());
  const { ask, faults: missing } = askOf(wanted, seen);
  faults.push(...missing);
  return { file: wanted.file, object, records: await seen.count(), fields: ask.columns.map(({ field }) => field) };
}
