/** The list of what can be pulled from. Each is loaded only where a connection names it: the CRMs' clients are heavy. */
import type { Connection } from '../records/connection.ts';
import type { PlaceSession, TableSession } from './connector.ts';
import type { Secrets } from './secrets.ts';
import type { World } from './world.ts';

type Of<Kind extends Connection['to']> = Extract<Connection, { to: Kind }>;
type Open<Kind extends Connection['to'], Session> = (
  connection: Of<Kind>,
  world: World,
  secrets: Secrets,
) => Promise<Session>;

/** A CRM, whose objects are pulled as tables. */
export type TableConnection = Of<'Salesforce' | 'HubSpot'>;
/** A place, whose files are copied as they are. */
export type PlaceConnection = Of<'HTTPS' | 'S3' | 'SFTP'>;

/** How sessions are begun: a test may begin others. */
export interface Connectors {
  readonly openTable: (connection: TableConnection, world: World, secrets: Secrets) => Promise<TableSession>;
  readonly openPlace: (connection: PlaceConnection, world: World, secrets: Secrets) => Promise<PlaceSession>;
}

const tables: { readonly [Kind in TableConnection['to']]: () => Promise<Open<Kind, TableSession>> } = {
  Salesforce: async () => (await import('./salesforce/open-salesforce.ts')).openSalesforce,
  HubSpot: async () => (await import('./hubspot/open-hubspot.ts')).openHubSpot,
};

const places: { readonly [Kind in PlaceConnection['to']]: () => Promise<Open<Kind, PlaceSession>> } = {
  HTTPS: async () => (await import('./https/open-https.ts')).openHttps,
  S3: async () => (await import('./s3/open-s3.ts')).openS3,
  SFTP: async () => (await import('./sftp/open-sftp.ts')).openSftp,
};

/** Whether a connection's objects are asked for by name; else its files are copied. */
export function isTable(connection: Connection): connection is TableConnection {
  return Object.hasOwn(tables, connection.to);
}

/** The real ones. */
export const connectors: Connectors = { openTable, openPlace };

async function openTable(connection: TableConnection, world: World, secrets: Secrets): Promise<TableSession> {
  if (connection.to === 'Salesforce') return (await tables.Salesforce())(connection, world, secrets);
  return (await tables.HubSpot())(connection, world, secrets);
}

async function openPlace(connection: PlaceConnection, world: World, secrets: Secrets): Promise<PlaceSession> {
  if (connection.to === 'HTTPS') return (await places.HTTPS())(connection, world, secrets);
  if (connection.to === 'S3') return (await places.S3())(connection, world, secrets);
  return (await places.SFTP())(connection, world, secrets);
}
