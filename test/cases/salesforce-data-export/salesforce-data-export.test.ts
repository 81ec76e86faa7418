import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { zipOf } from '../../unit/records/files/packed.ts';
import { runCase, unaccounted, valueAt } from '../run-case.ts';
import type { CaseRun } from '../run-case.ts';

/** As Salesforce writes a table: every value quoted, letters in windows-1252. */
function table(...rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(rows.map((row) => `${row.map((value) => `"${value}"`).join(',')}\r\n`).join(''), 'latin1');
}

const leads = ['Id', 'CreatedDate', 'LeadSource', 'ConvertedOpportunityId'];
const deals = table(['Id', 'CreatedDate', 'StageName'], ['0060000000AbCdEAAV', '2026-10-07 09:00:00', 'Prospecting']);

let exports: string;
let run: CaseRun;
beforeAll(async () => {
  exports = await mkdtemp(join(tmpdir(), 'same-page-data-export-'));
  const first = {
    'Lead.csv': table(
      leads,
      ['00Q0000000aaaaaAAA', '2026-10-01 08:00:00', 'Café', '0060000000AbCdE'],
      ['00Q0000000bbbbbAAA', '2026-10-02 08:00:00', 'Web', '000000000000000AAA'],
    ),
    'Opportunity.csv': deals,
  };
  const second = {
    'Lead.csv': table(leads, ['00Q0000000cccccAAA', '2026-10-31 23:30:00', 'Café', '']),
    'Opportunity.csv': deals,
  };
  await writeFile(join(exports, 'WE_00D000000000062EAA_1.ZIP'), await zipOf(first));
  await writeFile(join(exports, 'WE_00D000000000062EAA_2.ZIP'), await zipOf(second));
  const data = fileURLToPath(new URL('data', import.meta.url));
  run = await runCase({ data, exports, now: '2026-11-09T06:40:00Z' });
});
afterAll(async () => {
  await run?.end();
  await rm(exports, { recursive: true, force: true });
});

it('every row of both ZIPs is accounted for, and the object that stands in both counts once', () => {
  expect(unaccounted(run.account)).toEqual([]);
  expect(run.account.files.map(({ file, rows, gaveRecords, repeats }) => [file, rows, gaveRecords, repeats])).toEqual([
    ['WE_00D000000000062EAA_1.ZIP/Lead.csv', 2, 2, 0],
    ['WE_00D000000000062EAA_1.ZIP/Opportunity.csv', 1, 1, 0],
    ['WE_00D000000000062EAA_2.ZIP/Lead.csv', 1, 1, 0],
    ['WE_00D000000000062EAA_2.ZIP/Opportunity.csv', 1, 0, 1],
  ]);
});

it('the split object counts whole, by the local month, and with its accents', () => {
  // 23:30 UTC on 31 October is 1 November in Berlin.
  expect(valueAt(run.values, { metric: 'inbound-leads', period: '2026-10' }).value).toBe(2);
  expect(valueAt(run.values, { metric: 'inbound-leads', period: '2026-11' }).value).toBe(1);
  const cafe = { metric: 'inbound-leads', period: '2026-10', dimension: 'source', member: 'Café' };
  expect(valueAt(run.values, cafe).value).toBe(1);
});

it('an id of 15 characters finds the deal of 18', () => {
  expect(valueAt(run.values, { metric: 'leads-with-a-deal', period: '2026-10' }).value).toBe(1);
});
