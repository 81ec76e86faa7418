import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const deals = (closed: string): string =>
  `reads: deals.csv\nkey: ID\nempty: '-'\ngives:\n  - record: opportunity\n    columns:\n      closed: ${closed}\n`;
const file = `ID,Won time,Lost time,Expected
1,2026-03-02,,2026-04-01
2,,2026-03-05,2026-04-01
3,-,-,2026-04-01
4,,,
5,,5 March,2026-04-01
`;

test('where a column is empty, the first of others that is filled tells the value; what is refused is told by its own column', async () => {
  const source = deals('{ from: Won time, or else: [Lost time, Expected] }');
  const run = await work.ingest({
    sources: { deals: `${source}reject at most: 50%\n` },
    files: { 'deals.csv': file },
  });
  expect(await run.rows('opportunity', 'key', 'closed')).toEqual([
    ['1', '2026-03-02'],
    ['2', '2026-03-05'],
    ['3', '2026-04-01'],
    ['4', null],
  ]);
  expect(run.account.rejected).toMatchObject([{ line: 6, column: 'Lost time', value: '5 March' }]);
});

test('a column that is asked next has to be there, and one has to be asked first', async () => {
  const missing = work.ingest({
    sources: { deals: deals('{ from: Won time, or else: Lost tme }') },
    files: { 'deals.csv': file },
  });
  expect(await faultsOf(missing)).toContain('there is no column "Lost tme"');
  const first = work.ingest({
    sources: { deals: deals('{ always: x, or else: Expected }') },
    files: { 'deals.csv': file },
  });
  expect(await faultsOf(first)).toContain('"or else" needs "from", the column that is asked first');
});

test('of several ways in which a CRM says that a record is gone one is enough', async () => {
  const source = `reads: people.csv\nkey: ID\ndeleted when:\n  - { Deleted: yes }\n  - { State: [Inactive, Gone], Kept: no }\ngives:\n  - record: account\n    columns: { name: Name }\n`;
  const people =
    'ID,Name,Deleted,State,Kept\n1,North,no,Active,no\n2,West,yes,Active,no\n3,East,no,Gone,no\n4,South,no,Gone,yes\n';
  const run = await work.ingest({ sources: { people: source }, files: { 'people.csv': people } });
  expect(await run.rows('account', 'key')).toEqual([['1'], ['4']]);
  expect(run.account.files).toMatchObject([{ rows: 4, gaveRecords: 2, deleted: 2 }]);
});
