/** What the tests of places share: a world that does not wait, secrets of a test, and files taken whole. */
import type { SecretName } from '../../../../src/records/connection.ts';
import type { PlaceSession, RemoteFile } from '../../../../src/pull/connector.ts';
import { PullFault } from '../../../../src/pull/pull-fault.ts';
import type { Secrets } from '../../../../src/pull/secrets.ts';
import type { World } from '../../../../src/pull/world.ts';

export const still: World = {
  now: () => Date.UTC(2026, 10, 23, 6) / 1000,
  wait: () => Promise.resolve(),
  chance: () => 0,
  variable: () => null,
  report: () => {},
};

/** What stands in a connection beside its kind's own. */
export const common = {
  name: 'costs',
  agreedEvery: null,
  placeOf: (key: string) => ({ file: 'sources/costs.yml', line: key.length, column: 1 }),
  at: { file: 'sources/costs.yml', line: 1, column: 1 },
};

export function secretName(variable: string): SecretName {
  return { variable, at: { file: 'sources/costs.yml', line: 90, column: variable.length } };
}

export function secretsOf(known: Readonly<Record<string, string>>): Secrets {
  return {
    of: ({ variable }) => known[variable] ?? '',
    hide: (text) => text,
    also: () => {},
  };
}

/** The bytes of a file from an offset on, and all that is told of them. */
export async function taken(session: PlaceSession, file: RemoteFile, from = 0) {
  const opened = await session.open(file, from);
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.bytes) pieces.push(piece);
  return { from: opened.from, file: opened.file, bytes: Buffer.concat(pieces) };
}

/** Takes a file as a pull does that is cut: what came so far, and why no more did. */
export async function takenUntilFault(session: PlaceSession, file: RemoteFile, from = 0) {
  const pieces: Uint8Array[] = [];
  try {
    const opened = await session.open(file, from);
    for await (const piece of opened.bytes) pieces.push(piece);
  } catch (error) {
    if (error instanceof PullFault) return { bytes: Buffer.concat(pieces), fault: error };
    throw error;
  }
  throw new Error('nothing failed');
}

/** The fault that something ends in. */
export async function faultOf(promise: Promise<unknown>): Promise<PullFault> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof PullFault) return outcome;
  throw new Error(`expected a fault, got ${String(outcome)}`);
}
