import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HubSpotServer } from '../../servers/hubspot/hubspot-server.ts';
import type { Portal } from '../../servers/hubspot/portal.ts';
import { runCommand, type Ended } from '../commands/run-command.ts';
import { readGolden, sayValues } from '../golden-values.ts';
import { differing, recordsOf } from '../pull-salesforce/pulled-company.ts';
import { runCase, unaccounted, type CaseRun } from '../run-case.ts';
import { companyInHubSpot, dayInHubSpot, firstTime, secondTime } from './company-in-hubspot.ts';
import { exportByHand } from './export-by-hand.ts';

const here = import.meta.dirname;
const exported = join(here, '..', 'hubspot-export');
const token = 'pat-eu1-secret-of-the-case';

let work: string;
let portal: Portal;
let server: HubSpotServer;
const said: string[] = [];
const runs: CaseRun[] = [];

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'same-page-pull-hubspot-'));
  portal = companyInHubSpot();
  // Its clock stands still.
  server = await HubSpotServer.start(portal, { token, searchesASecond: 1000 });
  process.env['HUBSPOT_TOKEN'] = token;
  for (const name of ['pulled', 'by-hand']) {
    await cp(join(exported, 'data', 'agreement'), join(work, name, 'agreement'), { recursive: true });
    await cp(join(here, 'sources'), join(work, name, 'sources'), { recursive: true });
  }
  const sources = join(work, 'pulled', 'sources');
  for (const object of ['contacts', 'companies', 'deals']) {
    const path = join(sources, `${object}.yml`);
    const pulled = `pulled from: hubspot\nobject: ${object}\ndeleted when: { Archived: 'true' }\n`;
    await writeFile(path, pulled + (await readFile(path, 'utf8')));
  }
  const connection = `connects to: HubSpot\nat: ${server.address}\nsecrets: { token: HUBSPOT_TOKEN }\n`;
  await writeFile(join(sources, 'hubspot.yml'), connection);
});
afterAll(async () => {
  delete process.env['HUBSPOT_TOKEN'];
  for (const run of runs) await run.end();
  await server?.close();
  await rm(work, { recursive: true, force: true });
});

/** Pulls, and the calls that it made. */
async function pull(now: string): Promise<readonly string[]> {
  const from = server.made.length;
  const ended: Ended = await runCommand('pull', '--data', join(work, 'pulled'), '--now', now);
  said.push(ended.out, ended.err);
  expect(ended.status, ended.err).toBe(0);
  return server.made.slice(from).map(({ method, path }) => `${method} ${path}`);
}

/** What a folder of exports comes to; `name` tells whose it is. */
async function cameTo(name: 'pulled' | 'by-hand', now: string): Promise<CaseRun> {
  const data = join(work, name);
  const kept = { published: join(work, `${name}-published`), database: join(work, `${name}.db`) };
  const run = await runCase({ data, exports: join(data, 'exports'), now, kept });
  runs.push(run);
  return run;
}

/** Adds an export by hand to those before. */
async function exportedByHand(time: string, before: readonly object[]): Promise<readonly object[]> {
  const exports = join(work, 'by-hand', 'exports');
  const folder = time.replaceAll(':', '-');
  const names = await exportByHand(portal, join(exports, folder));
  const files = [...before, ...names.map((name) => ({ file: `${folder}/${name}`, asOf: time, pull: time }))];
  await writeFile(join(exports, 'manifest.json'), JSON.stringify({ files }));
  return files;
}

const records = (run: CaseRun): Record<string, string[]> => recordsOf(run.task.database);

describe('contacts, companies and deals, pulled from HubSpot', () => {
  let files: readonly object[] = [];

  test('give the values of their exports, and the same records', async () => {
    const calls = await pull(firstTime);
    // Who we are; and of each object its properties twice, how many there are, its records and the deleted ones.
    expect(calls.filter((call) => call.startsWith('GET /crm/v3/objects'))).toHaveLength(6);
    const pulled = await cameTo('pulled', '2026-04-01T08:00:00Z');
    const expected = readGolden(join(exported, 'expected', 'values.yml'));
    for (const slug of Object.keys(expected)) expect(sayValues(pulled, slug)).toEqual(expected[slug]);
    expect(unaccounted(pulled.account)).toEqual([]);
    files = await exportedByHand(firstTime, []);
    expect(differing(records(pulled), records(await cameTo('by-hand', '2026-04-01T08:00:00Z')))).toEqual({});
  });

  test('give what was made, edited, deleted and merged since, by asking for changes only', async () => {
    dayInHubSpot(portal);
    const calls = await pull(secondTime);
    // Of what is not deleted nothing is listed.
    expect(calls.filter((call) => call.startsWith('GET /crm/v3/objects'))).toHaveLength(3);
    expect(server.made.filter(({ query }) => query.includes('archived=false'))).toHaveLength(3);
    const pulled = await cameTo('pulled', '2026-04-02T08:00:00Z');
    const expected = readGolden(join(here, 'expected', 'values.yml'));
    for (const slug of Object.keys(expected)) expect(sayValues(pulled, slug)).toEqual(expected[slug]);
    await exportedByHand(secondTime, files);
    expect(differing(records(pulled), records(await cameTo('by-hand', '2026-04-02T08:00:00Z')))).toEqual({});
  });

  test('have the mapped columns only', async () => {
    const exports = join(work, 'pulled', 'exports');
    const names = await readdir(exports, { recursive: true });
    const found = names.find((name) => name.endsWith('contacts.csv')) ?? '';
    const [header] = (await readFile(join(exports, found), 'utf8')).split('\n');
    expect(header?.split(',').toSorted()).toEqual([
      'Archived',
      'Associated Company IDs',
      'Email',
      'Last Modified Date',
      'Record ID',
    ]);
  });

  test('say no secret, and hold none', async () => {
    for (const text of said) expect(text).not.toContain(token);
    for (const entry of await readdir(work, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) expect((await readFile(join(entry.parentPath, entry.name))).includes(token)).toBe(false);
  });
});
