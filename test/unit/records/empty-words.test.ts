import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from './history/exports-over-time.ts';
import { workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const ingest = (source: string, rows: string) =>
  work.ingest({
    sources: { leads: `reads: leads.csv\nreject at most: 100%\n${source}` },
    files: { 'leads.csv': rows },
  });

test('a word for nothing is no key, no part of one, and no record that another was merged into', async () => {
  const source = `key: '{org}-{id}'
empty: ['-', '0', no]
merged into: into
gives: [{ record: lead, columns: { status: status } }]
`;
  const run = await ingest(source, 'org,id,into,status\na,1,-,New\na,0,-,New\n-,2,0,New\na,3,a-1,New\n');
  expect(await run.rows('lead', 'key')).toEqual([['a-1']]);
  expect(run.account.files).toMatchObject([{ rows: 4, gaveRecords: 1, merged: 1, rejected: 2 }]);
  expect(run.account.rejected.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'is empty: the row has no id'],
    [4, 'is empty: the row has no id'],
  ]);
});

test('nor is it a person, a time of change, or one of the records that were merged', async () => {
  const source = `key: id
empty: ['-']
person: mail
modified: changed
merged from: others
split at: ','
gives: [{ record: lead, columns: { status: status } }]
`;
  const run = await ingest(
    source,
    'id,mail,changed,others,status\n1,-,-,"-",New\n2,-,2026-03-01T08:00:00Z,"1,-",New\n',
  );
  expect(run.faults).toEqual([]);
  expect(await run.rows('lead', 'key', 'person', 'modified')).toEqual([['2', null, at('2026-03-01T08:00:00Z')]]);
});

test('no record is given for it, in a column or as a piece, by the words of the file and of the field', async () => {
  const source = `key: id
empty: ['-', '*', no]
as of: 2026-05-01T00:00:00Z
gives:
  - record: stage change
    for each column: Entered *
    key: '{id} {its name}'
    columns: { opportunity: id, to: its name }
  - record: deal contact
    for each piece of: contacts
    split at: ;
    columns: { opportunity: id, contact: { from: its value, empty: none } }
  - record: field change
    for each piece of: fields
    split at: ;
    columns: { lead: id }
`;
  const run = await ingest(
    source,
    'id,Entered A,Entered B,Entered C,contacts,fields\n1,-,2026-03-01,*,c1;none;-;c2,-\n2,no,x,,none,f1;-\n',
  );
  expect(await run.rows('stage_change', 'key')).toEqual([['1 B'], ['2 B']]);
  expect(await run.rows('deal_contact', 'key')).toEqual([['1-c1'], ['1-c2']]);
  expect(await run.rows('field_change', 'key')).toEqual([['2-f1']]);
});

test('a word that is translated is a value also where a record is given for it', async () => {
  const source = `key: id
empty: ['0']
gives:
  - record: stage change
    for each column: Entered *
    columns: { opportunity: id, to: { from: its value, reads: { '0': Start } } }
`;
  const run = await ingest(source, 'id,Entered A\n1,0\n2,Demo\n');
  expect(await run.rows('stage_change', 'key', 'to')).toEqual([
    ['1-A', 'Start'],
    ['2-A', 'Demo'],
  ]);
});
