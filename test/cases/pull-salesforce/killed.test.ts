import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSalesforce, type SalesforceServer } from '../../servers/salesforce/salesforce-server.ts';
import { pulledCompany, sampleTables } from './pulled-company.ts';

const secret = 'the-consumer-secret';
let server: SalesforceServer;
let company: Awaited<ReturnType<typeof pulledCompany>>;
let other: Awaited<ReturnType<typeof pulledCompany>>;

beforeAll(async () => {
  // Long after the last change: what was pulled once has no changes to ask for.
  const clock = Date.parse('2026-12-01T05:40:00Z') / 1000;
  server = await serveSalesforce({ tables: await sampleTables(), clientSecret: secret, rowsAPage: 400, clock });
  [company, other] = await Promise.all([pulledCompany(server.address), pulledCompany(server.address)]);
});
afterAll(async () => {
  await server?.close();
  await company?.done();
  await other?.done();
});

/** Starts the command, and kills it after so many milliseconds; null: never. @returns its exit status; null where it was killed */
async function pull(data: string, after: number | null): Promise<number | null> {
  const env = { ...process.env, SALESFORCE_CLIENT_ID: 'an-id', SALESFORCE_CLIENT_SECRET: secret };
  const command = spawn(process.execPath, ['scripts/run.mjs', 'pull', '--data', data], { env, stdio: 'ignore' });
  const timer = after === null ? null : setTimeout(() => command.kill('SIGKILL'), after);
  const [status] = (await once(command, 'close')) as [number | null];
  if (timer) clearTimeout(timer);
  return status;
}

/** What was pulled of each object, whichever values are quoted: an object that tells no changes comes whole each time, and is written anew where it was there. */
async function pulled({ data }: { readonly data: string }): Promise<Record<string, unknown>> {
  const exports = join(data, 'exports');
  const { files } = JSON.parse(await readFile(join(exports, 'manifest.json'), 'utf8')) as {
    files: { file: string; rows: number; holds: string }[];
  };
  const told = files.map(async ({ file, rows, holds }) => {
    const text = await readFile(join(exports, file), 'utf8');
    return [basename(file), { rows, holds, text: text.replaceAll('"', '') }] as const;
  });
  expect((await readdir(exports)).filter((name) => name.startsWith('.'))).toEqual([]);
  return Object.fromEntries(await Promise.all(told));
}

test('killed at any moment and begun again, a pull ends in what an undisturbed one leaves', async () => {
  const began = performance.now();
  expect(await pull(other.data, null)).toBe(0);
  const whole = performance.now() - began;
  let kills = 0;
  // Over the whole way, in uneven steps: the command's start, its first tables, the moves into place, its end.
  for (const share of [0.4, 0.55, 0.7, 0.85]) {
    if ((await pull(company.data, whole * share)) === null) kills += 1;
  }
  expect(kills).toBeGreaterThan(1);
  expect(await pull(company.data, null)).toBe(0);
  expect(await pulled(company)).toEqual(await pulled(other));
});
