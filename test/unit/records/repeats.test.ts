import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const source = (repeats: string): string =>
  `reads: a.csv\nkey: id\nrepeats: ${repeats}\ngives:\n  - record: account\n    columns: { name: name }\n`;
const file = 'id,name\na,North\nb,South\na,North\na,West\nb,East\nb,South\na (2),Own\n';
const run = (repeats: string) => work.ingest({ sources: { accounts: source(repeats) }, files: { 'a.csv': file } });

test('rows of one key: the last version counts, and nobody is told', async () => {
  const { account, rows, warnings } = await run('drop');
  expect(await rows('account', 'key', 'name')).toEqual([
    ['a', 'West'],
    ['b', 'South'],
    ['a (2)', 'Own'],
  ]);
  expect(account.files).toMatchObject([{ rows: 7, gaveRecords: 3, repeats: 1, superseded: 3 }]);
  expect(warnings).toEqual([]);
});

test('rows of one key: each is a record by a key of its own', async () => {
  const { account, rows } = await run('keep');
  expect(await rows('account', 'key', 'name')).toEqual([
    ['a', 'North'],
    ['b', 'South'],
    ['a (2)', 'North'],
    ['a (3)', 'West'],
    ['b (2)', 'East'],
    ['b (3)', 'South'],
    ['a (2) (2)', 'Own'],
  ]);
  expect(account.files).toMatchObject([{ rows: 7, gaveRecords: 7, made: { account: 7 } }]);
});

test('rows of one key: the last version counts, and it is told how many differed', async () => {
  const { account, warnings } = await run('flag');
  expect(account.files).toMatchObject([{ rows: 7, gaveRecords: 3, repeats: 1, superseded: 3 }]);
  expect(warnings).toEqual([
    'exports/a.csv:5:1  warning: 2 keys came again with other values, in 3 rows; the first is "a"; see which row is right; to count each of them, write repeats: keep',
  ]);
});

test('rows without a key are never the same, and kept ones are not merged', async () => {
  expect(
    await faultsOf(
      work.ingest({ sources: { accounts: source('keep').replace('key: id', 'key: row') }, files: { 'a.csv': file } }),
    ),
  ).toContain('sources/accounts.yml:3:10  "repeats" needs a "key": rows without one are never the same');
  expect(
    await faultsOf(
      work.ingest({ sources: { accounts: `${source('keep')}merged into: name\n` }, files: { 'a.csv': file } }),
    ),
  ).toContain(
    'where repeats are kept no row is told by its key, so that none is merged or deleted; write repeats: drop',
  );
});

test('key: row says in words that rows have none', async () => {
  const plain = source('drop').replace('key: id\nrepeats: drop', 'key: row');
  const { rows } = await work.ingest({
    sources: { accounts: plain },
    files: { 'a.csv': 'id,name\na,North\na,North\n' },
  });
  expect(await rows('account', 'key')).toEqual([['a.csv:2'], ['a.csv:3']]);
});
