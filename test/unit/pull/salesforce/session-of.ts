import type { SalesforceConnection } from '../../../../src/records/connection.ts';
import type { TableAsk, TableSession } from '../../../../src/pull/connector.ts';
import { openSalesforce } from '../../../../src/pull/salesforce/open-salesforce.ts';
import { readSecrets } from '../../../../src/pull/secrets.ts';
import type { World } from '../../../../src/pull/world.ts';
import type { Place } from '../../../../src/values/problem.ts';

export const mapped: Place = { file: 'data/sources/leads.yml', line: 2, column: 14 };

const lineOf: Readonly<Record<string, number>> = { at: 2, 'api version': 3 };

export function connectionTo(address: string): SalesforceConnection {
  const file = 'data/sources/salesforce.yml';
  const secret = (variable: string, line: number) => ({ variable, at: { file, line, column: 14 } });
  return {
    to: 'Salesforce',
    name: 'salesforce',
    agreedEvery: null,
    placeOf: (key) => ({ file, line: lineOf[key] ?? 1, column: 1 }),
    at: { file, line: 1, column: 1 },
    overlap: 900,
    wholeEvery: null,
    callsAtMost: { share: 0.5 },
    address: new URL(address),
    apiVersion: '64.0',
    secrets: { 'client id': secret('SALESFORCE_CLIENT_ID', 5), 'client secret': secret('SALESFORCE_CLIENT_SECRET', 6) },
  };
}

/** A world in which waiting takes no time, and is written down. */
export function quickWorld(variables: Readonly<Record<string, string>> = {}): World & { readonly waited: number[] } {
  const set: Readonly<Record<string, string>> = {
    SALESFORCE_CLIENT_ID: 'an-id',
    SALESFORCE_CLIENT_SECRET: 'a-secret',
    ...variables,
  };
  const waited: number[] = [];
  return {
    now: () => 1_795_000_000,
    wait: (seconds) => {
      waited.push(seconds);
      return Promise.resolve();
    },
    chance: () => 0.5,
    variable: (name) => set[name] ?? null,
    report: () => {},
    waited,
  };
}

export function open(address: string, world: World = quickWorld()): Promise<TableSession> {
  const connection = connectionTo(address);
  return openSalesforce(connection, world, readSecrets(world, Object.values(connection.secrets)));
}

/** Columns that are called as the fields are. */
export function asking(object: string, fields: readonly string[], since: number | null = null): TableAsk {
  return { object, columns: fields.map((field) => ({ header: field, field })), historyOf: null, since, at: mapped };
}

/** All rows behind a mark, as they are written, and the marks. */
export async function pulled(
  session: TableSession,
  ask: TableAsk,
  from?: string,
): Promise<{ csv: string; marks: string[] }> {
  const parts: Uint8Array[] = [];
  const marks: string[] = [];
  for await (const page of session.pages(ask, from ?? (await session.start(ask)).mark)) {
    for await (const part of page.csv) parts.push(part);
    marks.push(page.mark);
  }
  return { csv: Buffer.concat(parts).toString(), marks };
}
