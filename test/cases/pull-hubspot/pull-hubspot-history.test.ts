import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HubSpotServer } from '../../servers/hubspot/hubspot-server.ts';
import type { Portal } from '../../servers/hubspot/portal.ts';
import { runCommand } from '../commands/run-command.ts';
import { sayValues } from '../golden-values.ts';
import { runCase, type CaseRun } from '../run-case.ts';
import { companyInHubSpot, secondTime } from './company-in-hubspot.ts';

const here = import.meta.dirname;
const token = 'pat-eu1-secret-of-the-history';

let work: string;
let portal: Portal;
let server: HubSpotServer;
const runs: CaseRun[] = [];

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'same-page-pull-hubspot-history-'));
  portal = companyInHubSpot();
  portal.objects.get('deals')?.records.clear();
  server = await HubSpotServer.start(portal, { token, searchesASecond: 1000 });
  process.env['HUBSPOT_TOKEN'] = token;
  await cp(join(here, '..', 'hubspot-export', 'data', 'agreement'), join(work, 'agreement'), { recursive: true });
  await cp(join(here, 'history-sources'), join(work, 'sources'), { recursive: true });
  const connection = `connects to: HubSpot\nat: ${server.address}\nsecrets: { token: HUBSPOT_TOKEN }\n`;
  await writeFile(join(work, 'sources', 'hubspot.yml'), connection);
});
afterAll(async () => {
  delete process.env['HUBSPOT_TOKEN'];
  for (const run of runs) await run.end();
  await server?.close();
  await rm(work, { recursive: true, force: true });
});

/** A deal that came into each stage at a time: Demo is 11, Closed won is 12. */
function deal(dealname: string, stages: readonly (readonly [stage: string, at: string])[]): string {
  const [[first, made], ...later] = stages as [readonly [string, string], ...(readonly [string, string])[]];
  const values = { dealname, pipeline: 'default', dealstage: first, amount: '100' };
  const id = portal.create('deals', values, { at: Date.parse(made) });
  for (const [dealstage, at] of later) portal.edit('deals', id, { dealstage }, Date.parse(at));
  return id;
}

async function demosAfterPull(now: string): Promise<Readonly<Record<string, string>>> {
  const ended = await runCommand('pull', '--data', work);
  expect(ended.status, ended.err).toBe(0);
  const kept = { published: join(work, 'published'), database: join(work, 'case.db') };
  const run = await runCase({ data: work, exports: join(work, 'exports'), now, kept });
  runs.push(run);
  return sayValues(run, 'demos');
}

test('each time that a deal came into a stage is told by the history of its property, and stays told', async () => {
  const once = deal('North', [
    ['11', '2026-01-12T09:00:00Z'],
    ['12', '2026-02-10T11:00:00Z'],
  ]);
  // It came back to the demo, which no column of dates tells.
  deal('South', [
    ['11', '2026-01-20T09:00:00Z'],
    ['12', '2026-02-02T09:00:00Z'],
    ['11', '2026-03-03T09:00:00Z'],
  ]);
  const all = { 'FY2026-Q1': '3', FY2026: '3', all: '3' };
  expect(await demosAfterPull('2026-04-01T08:00:00Z')).toEqual({ '2026-01': '2', '2026-03': '1', ...all });

  // A day later one is back at the demo, too; and HubSpot has forgotten how it began.
  portal.now = Date.parse('2026-04-01T10:00:00Z');
  portal.edit('deals', once, { dealstage: '11' });
  portal.record('deals', once).history.get('dealstage')?.pop();
  portal.now = Date.parse(secondTime);
  expect(await demosAfterPull('2026-04-02T08:00:00Z')).toEqual({
    '2026-01': '2',
    '2026-03': '1',
    '2026-04': '1',
    'FY2026-Q1': '3',
    'FY2026-Q2': '1',
    FY2026: '4',
    all: '4',
  });
  expect(server.callsTo('/batch/read')).toHaveLength(1);
});
