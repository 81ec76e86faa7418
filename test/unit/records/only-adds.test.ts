import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const accounts = 'reads: accounts.csv\nkey: id\ngives:\n  - record: account\n    columns: { name: name }\n';
const more = `reads: more.csv
key: id
modified: changed
reject at most: 100%
gives:
  - record: account
    only adds: yes
    columns: { name: name, customer since: since }
`;
const files = {
  'accounts.csv': 'id,name\na,North\nb,\nc,West\n',
  'more.csv': `id,changed,name,since
a,2026-03-01T00:00:00Z,Other,2020-01-01
a,2026-03-03T00:00:00Z,,2020-03-03
a,2026-03-02T00:00:00Z,,2020-02-02
b,,South,
z,,Nobody,2020-01-01
`,
};

test('what a file only adds fills what the record leaves empty, the newest row first, and a row without a record is rejected', async () => {
  // The order of sources is that of their names: what is added may be read before the records.
  for (const name of ['a-more', 'z-more']) {
    const run = await work.ingest({ sources: { accounts, [name]: more }, files });
    expect(run.faults).toEqual([]);
    expect(await run.rows('account', 'key', 'name', 'customer_since')).toEqual([
      ['a', 'North', '2020-03-03'],
      ['b', 'South', null],
      ['c', 'West', null],
    ]);
    const account = run.account.files.find((each) => each.file === 'more.csv');
    expect(account).toMatchObject({ rows: 5, gaveRecords: 4, rejected: 1, made: {} });
    const reason = 'is the key of no account, and this file only adds to them';
    expect(run.account.rejected).toEqual([{ file: 'more.csv', line: 6, column: 'id', value: 'z', reason }]);
  }
});

const faultOf = (source: string): Promise<string> =>
  faultsOf(work.ingest({ sources: { accounts, more: source }, files }));

test('what does not go with adding says so', async () => {
  expect(await faultOf(`${more}  - record: partner\n    columns: { name: name }\n`)).toBe(
    'sources/more.yml:6:3  one of its records only adds and another does not; write two sources that read the file: one that gives records, one that only adds',
  );
  expect(await faultOf(more.replace('key: id\n', ''))).toBe(
    'sources/more.yml:6:16  "only adds" needs a "key": that of the record that it adds to; add the "key"',
  );
  expect(await faultOf(more.replace('    only', '    once: yes\n    only'))).toBe(
    'sources/more.yml:7:11  what only adds is no record that could be given once; leave one of the two out',
  );
  expect(await faultOf(`${more}repeats: flag\n`)).toBe(
    'sources/more.yml:9:10  "repeats" says nothing where rows only add; leave it out',
  );
  expect(await faultOf(`${more}merged into: name\n`)).toBe(
    'sources/more.yml:9:14  a file that only adds has no records to merge; say it in the file that gives them',
  );
  expect(await faultOf(more.replace('since: since', 'since: { from: since, ahead is: empty }'))).toBe(
    `sources/more.yml:8:28  "ahead is" can't be said of "customer since", which is added; map it in the file that gives the record`,
  );
});
