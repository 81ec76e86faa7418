import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutAfter } from '../../servers/salesforce/faults.ts';
import type { Row, SalesforceTable } from '../../servers/salesforce/objects.ts';
import { serveSalesforce, type SalesforceServer } from '../../servers/salesforce/salesforce-server.ts';
import { readCompany } from '../../../scripts/command/read-company.ts';
import { ingestStep } from '../../../scripts/command/steps.ts';
import { readTask } from '../../../scripts/command/task.ts';
import { runCommand, type Ended } from '../commands/run-command.ts';
import { differing, exportByHand, pulledCompany, recordsOf, sampleTables } from './pulled-company.ts';

const firstTime = '2026-11-09T05:40:00Z';
const secondTime = '2026-11-09T13:40:00Z';
const secret = 'the-consumer-secret';

let server: SalesforceServer;
let company: Awaited<ReturnType<typeof pulledCompany>>;
let work: string;
let before: Record<string, SalesforceTable>;
let asked: string[] = [];
let calls = 0;
const said: string[] = [];

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'same-page-pull-salesforce-'));
  before = await sampleTables();
  server = await serveSalesforce({
    tables: { ...before },
    clientSecret: secret,
    rowsAPage: 2500,
    clock: Date.parse(firstTime) / 1000,
  });
  company = await pulledCompany(server.address);
  process.env['SALESFORCE_CLIENT_ID'] = 'an-id';
  process.env['SALESFORCE_CLIENT_SECRET'] = secret;
});
afterAll(async () => {
  delete process.env['SALESFORCE_CLIENT_ID'];
  delete process.env['SALESFORCE_CLIENT_SECRET'];
  await server?.close();
  await company?.done();
  await rm(work, { recursive: true, force: true });
});

async function run(command: string, ...rest: string[]): Promise<Ended> {
  const from = server.requests.length;
  const ended = await runCommand(command, ...rest);
  const requests = server.requests.slice(from);
  asked = requests.flatMap(({ body }) => / FROM [^"]+/.exec(body)?.[0].slice(6) ?? []).toSorted();
  calls = requests.filter(({ line }) => line.includes('/services/data/')).length;
  said.push(ended.out, ended.err);
  return ended;
}

/** The records that ingesting a folder of exports leaves. */
async function ingested(name: string, exports: string, data: string, now: string): Promise<Record<string, string[]>> {
  const database = join(work, `${name}.db`);
  const places = ['--data', data, '--exports', exports, '--database', database];
  const task = readTask('ingest', '', [...places, '--published', join(work, name), '--now', now], Date.now);
  await ingestStep(task, await readCompany(task));
  return recordsOf(database);
}

describe('the sample company, pulled from Salesforce', () => {
  it('gives the records that its exports give', async () => {
    server.fails({ on: /results/, after: 3, with: cutAfter(10_000) });
    const pull = await run('pull', '--data', company.data, '--now', firstTime);
    expect(pull.status, pull.err).toBe(0);
    expect(asked).toHaveLength(13);
    expect(asked.filter((query) => query.includes('WHERE'))).toEqual([]);
    const byHand = join(work, 'first');
    await exportByHand(byHand, [{ at: firstTime, tables: before }]);
    const places = ['--data', company.data, '--published', join(work, 'first-pulled')];
    const database = join(work, 'first-pulled.db');
    const ingest = await run('ingest', ...places, '--database', database, '--now', firstTime);
    expect(ingest.status, ingest.err).toBe(0);
    const records = recordsOf(database);
    const expected = await ingested('first-by-hand', byHand, 'data/sample', firstTime);
    expect(expected['lead']?.length).toBeGreaterThan(1500);
    expect(differing(records, expected)).toEqual({});
  });

  it('has files with the mapped columns only', async () => {
    const exports = join(company.data, 'exports');
    const [folder = ''] = (await readdir(exports)).filter((name) => name.startsWith('20'));
    const header = (await readFile(join(exports, folder, 'Contact.csv'), 'utf8')).split('\n')[0] ?? '';
    expect(header.replaceAll('"', '').split(',').toSorted()).toEqual([
      'AccountId',
      'Buying_Role__c',
      'CreatedDate',
      'Email',
      'Id',
      'IsDeleted',
      'MasterRecordId',
      'SystemModstamp',
    ]);
  });

  it('gives what changed since, and what was deleted and merged, by asking for changes only', async () => {
    const after = changed(before);
    Object.assign(server.tables, after);
    server.setClock(Date.parse(secondTime) / 1000);
    const pull = await run('pull', '--data', company.data, '--now', secondTime);
    expect(pull.status, pull.err).toBe(0);
    expect(asked).toEqual([
      'Account WHERE SystemModstamp >= 2026-11-09T05:25:00Z',
      'Campaign WHERE SystemModstamp >= 2026-11-09T05:25:00Z',
      'CampaignMember WHERE SystemModstamp >= 2026-11-09T05:25:00Z',
      'Contact WHERE SystemModstamp >= 2026-11-09T05:25:00Z',
      'Event WHERE SystemModstamp >= 2026-11-09T05:25:00Z',
      'Group WHERE SystemModstamp >= 2026-11-09T05:25:00Z',
      'Lead WHERE SystemModstamp >= 2026-11-09T05:25:00Z',
      'LeadHistory WHERE CreatedDate >= 2026-11-09T05:25:00Z',
      'Opportunity WHERE SystemModstamp >= 2026-11-09T05:25:00Z',
      'OpportunityContactRole',
      'OpportunityHistory WHERE SystemModstamp >= 2026-11-09T05:25:00Z',
      'Task WHERE SystemModstamp >= 2026-11-09T05:25:00Z',
      'User WHERE SystemModstamp >= 2026-11-09T05:25:00Z',
    ]);
    // One for the limits, and four for each object: what it is, the query, whether it is done, its rows.
    expect(calls).toBe(1 + 4 * 13);
    const byHand = join(work, 'second');
    await exportByHand(byHand, [
      { at: firstTime, tables: before },
      { at: secondTime, tables: { ...before, ...after } },
    ]);
    const records = await ingested('second-pulled', join(company.data, 'exports'), company.data, secondTime);
    const expected = await ingested('second-by-hand', byHand, 'data/sample', secondTime);
    expect(differing(records, expected)).toEqual({});
    expect(records['lead']?.filter((row) => row.includes('00QHw000000NEW1MAA'))).toHaveLength(1);
  });

  it('pulls all other objects where one field may no longer be read, and says which', async () => {
    server.tables['Campaign'] = { ...before['Campaign']!, hidden: ['BudgetedCost'] };
    const pull = await run('pull', '--data', company.data, '--now', secondTime);
    expect(pull.status).toBe(1);
    expect(pull.err).toMatch(/sources\/campaigns\.yml:\d+:\d+ .*BudgetedCost/);
    expect(asked.map((query) => query.replace(/ .*/, ''))).toHaveLength(12);
    const manifest: unknown = JSON.parse(await readFile(join(company.data, 'exports', 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({
      pulls: [{ outcome: 'complete' }, { outcome: 'complete' }, { outcome: 'partial' }],
    });
  });

  it('ends with the place of the secret that is wrong, and leaves what was pulled', async () => {
    process.env['SALESFORCE_CLIENT_SECRET'] = `${secret}-of-another`;
    const pull = await run('pull', '--data', company.data, '--now', secondTime);
    expect(pull.status).toBe(1);
    expect(pull.err).toMatch(/sources\/salesforce\.yml:5:\d+ .*the client secret that SALESFORCE_CLIENT_SECRET holds/);
    expect(asked).toEqual([]);
  });

  it('says no secret, and writes none', async () => {
    for (const text of said) expect(text).not.toContain(secret);
    for (const entry of await readdir(work, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) expect((await readFile(join(entry.parentPath, entry.name))).includes(secret)).toBe(false);
    const exports = join(company.data, 'exports');
    for (const entry of await readdir(exports, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) expect((await readFile(join(entry.parentPath, entry.name))).includes(secret)).toBe(false);
  });
});

/** Some hours later: a lead is new, one is worked on, one was deleted, one was merged into another; and the history of the second. */
function changed(tables: Readonly<Record<string, SalesforceTable>>): Record<string, SalesforceTable> {
  const at = '2026-11-09T12:00:00.000Z';
  const leads = tables['Lead']!;
  const open = leads.rows.filter((row) => row['IsDeleted'] === 'false' && row['IsConverted'] === 'false');
  const [worked, deleted, merged, master] = open.slice(-4) as [Row, Row, Row, Row];
  const now = { LastModifiedDate: at, SystemModstamp: at };
  const rows = leads.rows.map((row) => {
    if (row === worked) return { ...row, ...now, Status: 'Working', LeadSource: 'Partner' };
    if (row === deleted) return { ...row, ...now, IsDeleted: 'true' };
    if (row === merged) return { ...row, ...now, IsDeleted: 'true', MasterRecordId: master['Id'] ?? '' };
    return row;
  });
  const fresh = {
    ...master,
    ...now,
    Id: '00QHw000000NEW1MAA',
    CreatedDate: at,
    Status: 'New',
    Email: 'new@lead.example',
  };
  const history = tables['LeadHistory']!;
  const entry = {
    Id: '017Hw000000NEW1IAA',
    IsDeleted: 'false',
    LeadId: worked['Id'] ?? '',
    CreatedById: worked['OwnerId'] ?? '',
    CreatedDate: at,
  };
  const step = { Field: 'Status', DataType: 'DynamicEnum', OldValue: worked['Status'] ?? '', NewValue: 'Working' };
  return {
    Lead: { ...leads, rows: [...rows, fresh] },
    LeadHistory: { ...history, rows: [...history.rows, { ...entry, ...step }] },
  };
}
