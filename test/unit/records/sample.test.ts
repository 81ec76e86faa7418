import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingest } from '../../../src/records/ingest.ts';
import type { Ingested } from '../../../src/records/ingest.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import { readAccount, readAsOf } from '../../../src/store/account.ts';
import { openStore } from '../../../src/store/open.ts';
import { company } from '../berlin-company.ts';

const data = 'data/sample';
const exportsDir = join(data, 'exports');
type Row = Record<string, string>;

let folder: string;
let ingested: Ingested;
let database: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'same-page-sample-'));
  database = join(folder, 'sample.db');
  const names = (await readdir(join(data, 'sources'))).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ path: name, text: await readFile(join(data, 'sources', name), 'utf8') })),
  );
  const { sources, problems } = readSources(files);
  expect(problems).toEqual([]);
  ingested = await ingest({ sources, exportsDir, database, company, now: 1_794_206_400, progress: () => undefined });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function rowsOf(file: string): Promise<Row[]> {
  return parse(await readFile(join(exportsDir, file)), { columns: true, bom: true }) as Row[];
}

test('the sample is read without a fault or a warning, all of its files', async () => {
  expect(ingested.problems).toEqual([]);
  const csv = (await readdir(exportsDir)).filter((name) => name.endsWith('.csv')).sort();
  expect(ingested.account.files.map(({ file }) => file)).toEqual(csv);
});

test('its rows are those that another reader counts: deleted, merged, repeated, rejected and kept', async () => {
  for (const account of ingested.account.files) {
    const rows = await rowsOf(account.file);
    expect(account.rows, account.file).toBe(rows.length);
    if (!rows[0]?.['Id'] && !('IsDeleted' in (rows[0] ?? {}))) continue;
    const merged = rows.filter((row) => row['MasterRecordId']);
    const deleted = rows.filter((row) => row['IsDeleted'] === 'true' && !row['MasterRecordId']);
    const distinct = new Set(rows.map((row) => JSON.stringify(row)));
    const withoutId = rows.filter((row) => !row['Id'] && row['IsDeleted'] !== 'true');
    const { gaveRecords, repeats, leftOut, superseded, rejected } = account;
    expect(account.deleted + account.leftOut, account.file).toBeGreaterThanOrEqual(deleted.length);
    expect(account.merged, account.file).toBeLessThanOrEqual(merged.length);
    if (leftOut === 0) expect(rejected, account.file).toBeGreaterThanOrEqual(withoutId.length);
    expect(repeats, account.file).toBeLessThanOrEqual(rows.length - distinct.size);
    expect(gaveRecords + account.merged + repeats + leftOut + superseded + account.deleted + rejected).toBe(
      rows.length,
    );
    expect(rejected, account.file).toBeLessThanOrEqual(0.01 * rows.length);
  }
});

test('leads are told apart one by one', async () => {
  const rows = await rowsOf('Lead.csv');
  const account = ingested.account.files.find(({ file }) => file === 'Lead.csv');
  const bad = (row: Row): boolean => row['Id'] === '' || /^(31\/02\/|\d{4}-02-30)/.test(row['Retry_On__c'] ?? '');
  const isLive = (row: Row): boolean => row['IsDeleted'] !== 'true' && !bad(row);
  const live = new Set(rows.filter((row) => row['MasterRecordId'] === '' && isLive(row)).map((row) => row['Id']));
  const merged = new Set(rows.filter((row) => row['MasterRecordId'] !== '' && !bad(row)).map((row) => row['Id']));
  expect(account).toMatchObject({ gaveRecords: live.size, merged: merged.size, made: { lead: live.size } });
});

test('the account and the export times stand in the store', async () => {
  const db = openStore(database, { readonly: true });
  expect(await readAccount(db)).toEqual(ingested.account);
  const asOf = await readAsOf(db);
  const exported = Date.parse('2026-11-09T05:40:00Z') / 1000;
  for (const kind of ['lead', 'handover', 'activity', 'stage change', 'spend'])
    expect(asOf.get(kind), kind).toBe(exported);
  await db.destroy();
});

test('nothing in the store is the name of a lead or a contact, nor the address or the number of anyone', async () => {
  const stored = await readFile(database, 'latin1');
  expect(stored).toContain('Website');
  expect(stored).not.toMatch(/[\w.]+@[\w-]+\.\w+|\+49 \d+/);
  const people = [...(await rowsOf('Lead.csv')), ...(await rowsOf('Contact.csv'))];
  const named = people.map((row) => `${row['FirstName']} ${row['LastName']}`);
  // Sellers' names stand there, as their mapping asks for them.
  const sellers = new Set((await rowsOf('User.csv')).map((row) => row['Name']));
  const asStored = named.filter((name) => !sellers.has(name)).map((name) => Buffer.from(name).toString('latin1'));
  expect(asStored.length).toBeGreaterThan(1000);
  expect(asStored.filter((name) => stored.includes(name))).toEqual([]);
});
