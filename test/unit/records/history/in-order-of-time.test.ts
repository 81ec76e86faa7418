import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clockOf } from '../../../../src/records/forms/moment.ts';
import { datedNameOf, instantOfName } from '../../../../src/records/history/dated-name.ts';
import { at, historyWorkshop } from './exports-over-time.ts';
import type { HistoryWorkshop } from './exports-over-time.ts';

let work: HistoryWorkshop;
beforeEach(async () => {
  work = await historyWorkshop();
});
afterEach(() => work.end());

describe('a file whose name tells when it was written', () => {
  const clock = clockOf('Europe/Berlin');
  test.each([
    ['deals-YYYY-MM-DD.csv', 'deals-2026-11-02.csv', '2026-11-02T22:59:59Z'],
    ['deals-YYYY-MM-DD.csv', 'old/deals-2026-11-02.csv.gz', '2026-11-02T22:59:59Z'],
    ['YYYYMMDD_HHmmss*.csv', '20261102_064005-deals.csv', '2026-11-02T05:40:05Z'],
    ['export of DD.MM.YYYY/Lead.csv', 'export of 02.11.2026/Lead.csv', '2026-11-02T22:59:59Z'],
  ])('%s: %s was at %s', (template, name, instant) => {
    const dated = datedNameOf(template);
    expect(dated && instantOfName(name, dated, clock)).toBe(at(instant));
  });

  test.each(['deals-2026-02-30.csv', 'deals.csv', 'other-deals-2026-11-02.csv'])('%s is no such name', (name) => {
    const dated = datedNameOf('deals-YYYY-MM-DD.csv');
    expect(dated && instantOfName(name, dated, clock)).toBeNull();
  });

  test.each(['deals.csv', 'deals-YYYY-MM.csv', 'deals-YYYY-DD-DD.csv'])('%s tells no day', (template) => {
    expect(datedNameOf(template)).toBeNull();
  });
});

const source = (more: string): string => `
reads: deals-*.csv
${more}
key: Id
gives: [{ record: opportunity, columns: { created: Created, stage: Stage } }]
`;
const rows = (...keys: string[]): string =>
  `Id,Created,Stage\n${keys.map((key) => `${key},2026-10-01T08:00:00Z,Open\n`).join('')}`;

test('a name that does not tell its day stops the run', async () => {
  await work.ingest({ deals: source('dated by name: deals-YYYY-MM-DD.csv') }, { 'deals-2026-11-02.csv': rows('D1') });
  const run = await work.ingest(
    { deals: source('dated by name: deals-YYYY-MM-DD.csv') },
    { 'deals-2026-11-02.csv': rows('D1'), 'deals-new.csv': rows('D2') },
  );
  expect(run.faults).toEqual([
    'exports/deals-new.csv:1:1  "deals-new.csv" does not tell its day as "deals-YYYY-MM-DD.csv" does; rename it, or mend "dated by name" in sources/deals.yml',
  ]);
});

test('a source says one way only how its files are dated', async () => {
  await work.ingest({ deals: source('') }, { 'deals-1.csv': rows('D1') });
  const both = source('as of: 2026-11-02T05:40:00Z\ndated by name: deals-.csv');
  expect((await work.ingest({ deals: both }, { 'deals-1.csv': rows('D1') })).faults).toEqual([
    'sources/deals.yml:4:16  either "as of" or "dated by name" tells when a file was written, not both',
    'sources/deals.yml:4:16  no date stands in "deals-.csv"; write it like deals-YYYY-MM-DD.csv',
  ]);
});

const manifest = (...files: (readonly [string, string])[]): string =>
  JSON.stringify({ files: files.map(([file, asOf]) => ({ file, asOf })) });

test('files that the manifest says were written soon after one another are parts of one export', async () => {
  const run = await work.ingest(
    { deals: source('') },
    {
      'deals-1.csv': rows('D1', 'D2'),
      'deals-2.csv': rows('D3'),
      'manifest.json': manifest(['deals-1.csv', '2026-11-02T05:40:00Z'], ['deals-2.csv', '2026-11-02T05:41:00Z']),
    },
  );
  expect(await run.rows('opportunity', 'key')).toEqual([['D1'], ['D2'], ['D3']]);
});

test('an export that lacks most of what the one before had is warned of', async () => {
  const dated = source('dated by name: deals-YYYY-MM-DD.csv');
  const files = { 'deals-2026-11-02.csv': rows('D1', 'D2', 'D3'), 'deals-2026-11-09.csv': rows('D3') };
  const run = await work.ingest({ deals: dated }, files);
  expect(run.warnings).toEqual([
    'exports/deals-2026-11-09.csv:1:1  warning: 2 of 3 records of the export before are not in this one, and count as deleted; if it only holds what changed, say so in sources/deals.yml: holds changes: yes',
  ]);
  const kept = await work.ingest({ deals: `${dated}forgets: yes\n` }, files);
  expect(await kept.rows('opportunity', 'key')).toEqual([['D1'], ['D2'], ['D3']]);
});

test('names and addresses are not written down', async () => {
  const named = source('dated by name: deals-YYYY-MM-DD.csv');
  const run = await work.ingest(
    { deals: named },
    { 'deals-2026-11-02.csv': rows('Ann Kowalski'), 'deals-2026-11-09.csv': rows('Ann Kowalski') },
  );
  expect(run.observed).toEqual([]);
  expect(run.warnings).toEqual([
    'sources/deals.yml:2:8  warning: nothing is observed of opportunities between exports: a key of theirs is no id, and names are not written down; map the id of the CRM as "key"',
  ]);
  const leads =
    'reads: Lead.csv\nas of: 2026-11-02T05:40:00Z\nkey: Id\ngives: [{ record: lead, columns: { created: Created, status: Stage, owner: Owner } }]\n';
  const lead = await work.ingest(
    { leads },
    {
      'Lead.csv':
        'Id,Created,Stage,Owner\nL1,2026-10-01T08:00:00Z,New,ann@example.com\nL2,2026-10-01T08:00:00Z,New,U2\n',
    },
  );
  expect(lead.observed).toEqual([
    'leads,lead,,,,,2026-11-02T05:40:00Z,',
    'leads,lead,L1,status,,New,2026-11-02T05:40:00Z,',
    'leads,lead,L2,status,,New,2026-11-02T05:40:00Z,',
  ]);
});
