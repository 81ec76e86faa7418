/** A pull of one table from a server of tests, in time that only passes where it is waited for. */
import { parse } from 'csv-parse/sync';
import type { HubSpotConnection } from '../../../../src/records/connection.ts';
import type { TableAsk, TablePage, TableSession } from '../../../../src/pull/connector.ts';
import { openHubSpot } from '../../../../src/pull/hubspot/open-hubspot.ts';
import { readSecrets } from '../../../../src/pull/secrets.ts';
import type { World } from '../../../../src/pull/world.ts';
import { HubSpotServer, type HubSpotOptions } from '../../../servers/hubspot/hubspot-server.ts';
import { Portal } from '../../../servers/hubspot/portal.ts';

export const token = 'pat-eu1-secret';
export const tokenPlace = { file: 'data/sources/hubspot.yml', line: 3, column: 10 };
export const askPlace = { file: 'data/sources/deals.yml', line: 2, column: 14 };
export const start = Date.UTC(2026, 10, 23, 5, 40);

export interface Pulling {
  readonly portal: Portal;
  readonly server: HubSpotServer;
  /** Seconds that were waited for. */
  readonly waited: number[];
  readonly open: () => Promise<TableSession>;
  readonly end: () => Promise<void>;
}

export async function startPulling(options: HubSpotOptions = {}): Promise<Pulling> {
  const portal = new Portal(start);
  const server = await HubSpotServer.start(portal, options);
  const waited: number[] = [];
  const world: World = {
    now: () => portal.now / 1000,
    wait: (seconds) => {
      waited.push(seconds);
      portal.now += Math.ceil(seconds * 1000);
      return Promise.resolve();
    },
    chance: () => 0.5,
    variable: (name) => (name === 'HUBSPOT_TOKEN' ? token : null),
    report: () => {},
  };
  const open = (): Promise<TableSession> => {
    const connection = connectionTo(server.address);
    return openHubSpot(connection, world, readSecrets(world, [connection.secrets.token]));
  };
  return { portal, server, waited, open, end: () => server.close() };
}

function connectionTo(address: string): HubSpotConnection {
  return {
    to: 'HubSpot',
    name: 'hubspot',
    address: new URL(address),
    agreedEvery: null,
    overlap: 900,
    wholeEvery: null,
    callsAtMost: { share: 0.5 },
    placeOf: () => tokenPlace,
    at: { file: 'data/sources/hubspot.yml', line: 1, column: 1 },
    secrets: { token: { variable: 'HUBSPOT_TOKEN', at: tokenPlace } },
  };
}

/** The column of deleted records, where a test does not look at it. */
const untold = 'deleted, as no mapping calls it';

/** An ask for columns that are called so, each found as a pull finds it: by its name, else by its label. */
export async function askFor(
  session: TableSession,
  object: string,
  headers: readonly string[],
  more: Partial<TableAsk> = {},
): Promise<TableAsk> {
  const fields = (await session.see(object))?.fields ?? [];
  const columns = headers.map((header) => {
    const field = fields.find(({ name }) => name === header) ?? fields.find(({ label }) => label === header);
    if (!field) throw new Error(`no field ${header}`);
    return { header, field: field.name };
  });
  const ask = { object, columns, historyOf: null, since: null, at: askPlace, ...more };
  if (ask.historyOf !== null || columns.some(({ field }) => field === 'archived')) return ask;
  return { ...ask, columns: [...columns, { header: untold, field: 'archived' }] };
}

export interface PulledTable {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly pages: readonly TablePage[];
  readonly until: number;
}

/** All rows from the start, or from a mark on. */
export async function pullTable(session: TableSession, ask: TableAsk, from?: string): Promise<PulledTable> {
  const begun = from === undefined ? await session.start(ask) : null;
  const pages: TablePage[] = [];
  const rows: Record<string, string>[] = [];
  for await (const page of session.pages(ask, from ?? begun?.mark ?? '')) {
    pages.push(page);
    rows.push(...(await rowsOf(page, ask)));
  }
  return { rows, pages, until: begun?.until ?? 0 };
}

export async function rowsOf(page: TablePage, ask: TableAsk): Promise<Record<string, string>[]> {
  const parts: Uint8Array[] = [];
  for await (const part of page.csv) parts.push(part);
  const rows: Record<string, string>[] = parse(Buffer.concat(parts), {
    columns: ask.columns.map(({ header }) => header),
  });
  for (const row of rows) delete row[untold];
  return rows;
}

/** The fault that something ends in. */
export async function faultOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => null,
    (error: unknown) => error,
  );
}
