import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const source = (rule: string): string =>
  `reads: a.csv\nkey: id\nleave out when:${rule}\ngives:\n  - record: account\n    columns: { name: name }\n`;
const file = `id,name,email
a,North,ann@north.example
b,Test lead,bo@north.example
c,West,cy@ourcompany.example
d,My test one,cy@ourcompany.example
e,East,dee@OurCompany.example
`;

test('rows that are no records are counted by why, each by the first rule that holds', async () => {
  const rules = `\n  - { name: [Test*, "*test*"], because: test }\n  - { email: "*@ourcompany.example", because: own domain }\n`;
  const run = await work.ingest({ sources: { accounts: source(rules) }, files: { 'a.csv': file } });
  expect(await run.rows('account', 'key')).toEqual([['a'], ['e']]);
  expect(run.account.files).toMatchObject([
    { rows: 5, gaveRecords: 2, leftOut: 3, leftOutBecause: { test: 2, 'own domain': 1 } },
  ]);
});

test('one rule needs no reason, a list of them does, and a rule without a column is none', async () => {
  const run = await work.ingest({ sources: { accounts: source(' { name: "*t" }') }, files: { 'a.csv': file } });
  expect(run.account.files).toMatchObject([{ leftOut: 2, leftOutBecause: {} }]);
  const bare = work.ingest({ sources: { accounts: source('\n  - { name: West }\n') }, files: { 'a.csv': file } });
  expect(await faultsOf(bare)).toContain(
    'sources/accounts.yml:4:5  this does not say why; add it as in because: own domain',
  );
  const all = work.ingest({ sources: { accounts: source(' { because: all }') }, files: { 'a.csv': file } });
  expect(await faultsOf(all)).toContain('this would leave every row out; add a column and its value');
});

test('a row that fits none of the records of its file is counted by that', async () => {
  const run = await work.ingest({
    sources: {
      accounts:
        'reads: a.csv\nkey: id\nleave out when: { name: West }\ngives: [{ record: account, when: { id: [a, b] }, columns: { name: name } }]\n',
    },
    files: { 'a.csv': file },
  });
  expect(run.account.files).toMatchObject([
    { rows: 5, gaveRecords: 2, leftOut: 3, leftOutBecause: { 'fits none of the records that its file gives': 2 } },
  ]);
});
