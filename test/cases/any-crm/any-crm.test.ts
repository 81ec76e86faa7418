import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeData } from '../real/compose-data.ts';
import { runCase, unaccounted, valueAt, type CaseRun } from '../run-case.ts';

let data: string;
let run: CaseRun;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'same-page-any-crm-'));
  await composeData(join(import.meta.dirname, 'data'), data);
  run = await runCase({ data, exports: join(import.meta.dirname, 'exports'), now: '2026-03-02T08:00:00Z' });
});
afterAll(async () => {
  await run?.end();
  await rm(data, { recursive: true, force: true });
});

test('exports of Pipedrive, Zoho and Dynamics are one company: every row gives a deal', () => {
  expect(unaccounted(run.account)).toEqual([]);
  expect(run.account.rejected).toEqual([]);
  expect(run.account.files.map(({ file, made }) => [file, made.opportunity])).toEqual([
    ['dynamics-opportunities.csv', 3],
    ['pipedrive-deals.csv', 3],
    ['zoho-deals.csv', 2],
  ]);
});

test('what was won is what each of them says: 12,000 by its won time, 8,000 with a currency sign, 18,500 that came of an estimate of 20,000', () => {
  const won = (member: string): number | null =>
    valueAt(run.values, { metric: 'bookings', period: '2026-02', dimension: 'crm', member }).value;
  expect(['Pipedrive', 'Zoho', 'Dynamics'].map(won)).toEqual([12_000_00, 8_000_00, 18_500_00]);
  expect(valueAt(run.values, { metric: 'bookings', period: '2026-02' }).value).toBe(38_500_00);
});

test('three of five that were decided were won', () => {
  const { numerator, denominator } = valueAt(run.values, { metric: 'win-rate', period: '2026-02' });
  expect([numerator, denominator]).toEqual([3, 5]);
});

test('open are 1,500 and 2,500 and the estimate of 40,000', () => {
  const open = (member: string): number | null =>
    valueAt(run.values, { metric: 'open-pipeline', period: '2026-02', dimension: 'crm', member }).value;
  expect(['Pipedrive', 'Zoho', 'Dynamics'].map(open)).toEqual([1_500_00, 2_500_00, 40_000_00]);
});
