import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { HubSpotServer } from '../../servers/hubspot/hubspot-server.ts';
import { runCommand, type Ended } from '../commands/run-command.ts';
import { companyInHubSpot } from './company-in-hubspot.ts';

const token = 'pat-eu1-secret-of-the-faults';
const clean = { token, searchesASecond: 1000 };

let work: string;
let server: HubSpotServer;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'same-page-pull-hubspot-faults-'));
  server = await HubSpotServer.start(companyInHubSpot(), clean);
  const agreement = join(import.meta.dirname, '..', 'hubspot-export', 'data', 'agreement');
  await cp(agreement, join(work, 'agreement'), { recursive: true });
  await cp(join(import.meta.dirname, 'history-sources'), join(work, 'sources'), { recursive: true });
  const connection = `connects to: HubSpot\nat: ${server.address}\nsecrets:\n  token: HUBSPOT_TOKEN\n`;
  await writeFile(join(work, 'sources', 'hubspot.yml'), connection);
  process.env['HUBSPOT_TOKEN'] = token;
});
afterEach(() => {
  server.options = clean;
});
afterAll(async () => {
  delete process.env['HUBSPOT_TOKEN'];
  await server?.close();
  await rm(work, { recursive: true, force: true });
});

async function pull(...rest: string[]): Promise<Ended> {
  const ended = await runCommand('pull', '--data', work, ...rest);
  expect(ended.out + ended.err).not.toContain(token);
  return ended;
}

const pulledFiles = async (): Promise<string[]> => {
  const names = await readdir(join(work, 'exports'), { recursive: true }).catch(() => []);
  return names.flatMap((name) => /(?<=^20.*\/)[^/]+$/.exec(name)?.[0] ?? []).toSorted();
};

test('a dry run proves the token, lists what is there, and writes nothing', async () => {
  const ended = await pull('--dry-run');
  expect(ended.err).toBe('');
  expect(ended.status).toBe(0);
  expect(ended.out).toContain('6');
  expect(ended.out).toContain('dealname');
  expect(await pulledFiles()).toEqual([]);
});

test('a token that is refused ends the pull with status 1, at the line that names it', async () => {
  server.options = { ...clean, token: 'another' };
  const ended = await pull();
  expect(ended.status).toBe(1);
  expect(ended.err).toContain('hubspot.yml:4:10');
  expect(ended.err).toContain('HubSpot does not accept the token in HUBSPOT_TOKEN');
  expect(await pulledFiles()).toEqual([]);
});

test('calls that are used up for the day end it with status 3, and it is said when it goes on', async () => {
  const before = server.made.filter(({ status }) => status < 300).length;
  server.options = { ...clean, daily: 1000, usedByOthers: 1000 - before - 3 };
  const ended = await pull();
  expect(ended.status).toBe(3);
  expect(ended.err).toContain('it counts anew at 2026-04-01T05:00:00Z');
  expect(await pulledFiles()).toEqual([]);
});

test('a scope that is missing for one table leaves the other, and ends with status 1', async () => {
  // Only the labels of stages need it.
  server.options = { ...clean, lacks: { '/pipelines/': 'crm.schemas.deals.read' } };
  const ended = await pull();
  expect(ended.status).toBe(1);
  expect(ended.err).toContain('stages.yml:2:14');
  expect(ended.err).toContain('may not read the pipelines of deals: it lacks the scope crm.schemas.deals.read');
  expect(await pulledFiles()).toEqual(['deals.csv']);
});
