import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const deals = `reads: deals.csv
key: Record ID
time zone: UTC
gives:
  - record: opportunity
    columns: { created: { from: Created, a day is: its start } }
  - record: stage change
    for each column: 'Date entered "* (Sales Pipeline)"'
    columns:
      opportunity: Record ID
      at: { from: its value, a day is: its start }
      to: { from: its name, reads: { Demo: demo } }
`;
const stage = (name: string): string => `"Date entered “${name} (Sales Pipeline)”"`;

const failure = (source: string, file: string): Promise<string> =>
  faultsOf(work.ingest({ sources: { deals: source }, files: { 'deals.csv': file } }));

test('dates in columns become rows of a history, one for each cell that holds one', async () => {
  const rows = '7,2026-03-01,2026-03-02,2026-03-04\n8,2026-03-01,,2026-03-05\n9,2026-03-01,,\n';
  const run = await work.ingest({
    sources: { deals: deals },
    files: { 'deals.csv': `Record ID,Created,${stage('Demo')},${stage('Closed  won')}\n${rows}` },
  });
  expect(run.faults).toEqual([]);
  expect(await run.rows('stage_change', 'key', 'opportunity', 'to')).toEqual([
    ['7-Demo', '7', 'demo'],
    ['7-Closed won', '7', 'Closed won'],
    ['8-Closed won', '8', 'Closed won'],
  ]);
  expect(run.account.files).toMatchObject([{ rows: 3, gaveRecords: 3, made: { opportunity: 3, 'stage change': 3 } }]);
});

test('sixty columns give sixty records', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `S${index}`);
  const run = await work.ingest({
    sources: { deals: deals },
    files: {
      'deals.csv': `Record ID,Created,${names.map(stage).join(',')}\n7,2026-03-01${',2026-03-02'.repeat(60)}\n7,2026-03-01${',2026-03-02'.repeat(60)}\n`,
    },
  });
  expect(run.account.files).toMatchObject([{ rows: 2, gaveRecords: 1, repeats: 1, made: { 'stage change': 60 } }]);
});

test('no column that is like the pattern, and a pattern that is none, say what to write', async () => {
  expect(await failure(deals, 'Record ID,Created,Date entered x,Owner\n')).toBe(
    'exports/deals.csv:1:1  no column is like Date entered "* (Sales Pipeline)"; sources/deals.yml:8 reads them; the file has Date entered x',
  );
  expect(await failure(deals.replace('"* (Sales', '"(Sales'), 'Record ID,Created\n')).toContain(
    'sources/deals.yml:8:22  "Date entered "(Sales Pipeline)"" needs one * where the columns differ; write it like Date entered "*"',
  );
});

const members = `reads: deals.csv
key: Record ID
gives:
  - record: opportunity
    columns: { created: Created }
  - record: deal contact
    for each piece of: Contact IDs
    split at: ";"
    columns: { opportunity: Record ID, contact: its value }
`;

test('a list of ids in a cell becomes a record for each, an empty piece none, the same one twice one', async () => {
  const run = await work.ingest({
    sources: { deals: members },
    files: {
      'deals.csv': 'Record ID,Created,Contact IDs\n1,2026-03-01T00:00:00Z,12; 13 ;;12\n2,2026-03-01T00:00:00Z,\n',
    },
  });
  expect(run.faults).toEqual([]);
  expect(await run.rows('deal_contact', 'key', 'opportunity', 'contact')).toEqual([
    ['1-12', '1', '12'],
    ['1-13', '1', '13'],
  ]);
  expect(run.account.links).toEqual([
    { kind: 'deal contact', field: 'contact', filled: 2, notFound: 2 },
    { kind: 'deal contact', field: 'opportunity', filled: 2, notFound: 0 },
  ]);
});

test('the key of such a record may be written', async () => {
  const run = await work.ingest({
    sources: { deals: members.replace('    split at', "    key: '{its value} of {Record ID}'\n    split at") },
    files: { 'deals.csv': 'Record ID,Created,Contact IDs\n1,2026-03-01T00:00:00Z,12;13\n' },
  });
  expect(await run.rows('deal_contact', 'key')).toEqual([['12 of 1'], ['13 of 1']]);
});

test('a row that would give more records than can be told apart is rejected', async () => {
  const ids = Array.from({ length: 254 }, (_, index) => index).join(';');
  const row = `,2026-03-01T00:00:00Z,${ids};254\n`;
  const run = await work.ingest({
    sources: { deals: `${members}reject at most: 100%\n` },
    files: { 'deals.csv': `Record ID,Created,Contact IDs\n1${row}2${row.replace(';254', ';1')}` },
  });
  expect(run.account.rejected).toMatchObject([{ line: 2, value: '', reason: 'gives more than 256 records' }]);
});

test('what does not fit together says how to mend it', async () => {
  const file = 'Record ID,Created,Contact IDs\n';
  expect(await failure(members.replace('    split at: ";"\n', ''), file)).toContain(
    '"for each piece of" does not say what stands between the pieces; add split at: ";"',
  );
  expect(await failure(members.replace('    for each piece of: Contact IDs\n', ''), file)).toContain(
    '"split at" needs "for each piece of"; name the column that is split',
  );
  expect(await failure(members.replace('    split', '    for each column: "*s"\n    split'), file)).toContain(
    'a record is given for each column or for each piece, not for both; write two records',
  );
  expect(await failure(members.replace('contact: its value', 'contact: its name'), file)).toContain(
    'a piece has no name; read "its value", or give a record "for each column"',
  );
  expect(await failure(members.replace('created: Created', 'created: its value'), file)).toContain(
    '"its value" and "its name" are of what a record is given for; add "for each column" or "for each piece of"',
  );
});
