import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workshop } from './run-ingest.ts';
import type { Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(() => work.end());

const source = `reads: "part-*.csv"
key: id
modified: modified
deleted when: { deleted: yes }
merged into: master
leave out when: { kind: Draft }
reject at most: 100%
gives:
  - record: account
    columns: { name: name, customer since: since }
  - record: partner
    when: { kind: Partner }
    columns: { name: name }
`;

const row = fc.record({
  id: fc.constantFrom('', 'a', 'b', 'c', 'd'),
  modified: fc.constantFrom('', '2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z', '2026-02-31T09:00:00Z', 'soon'),
  deleted: fc.constantFrom('', '1', '0'),
  master: fc.constantFrom('', '', '', 'a', 'b', 'z'),
  name: fc.constantFrom('North', 'South'),
  since: fc.constantFrom('', '2026-03-01', '2026-02-30', '2062-03-01'),
  kind: fc.constantFrom('', 'Partner', 'Draft'),
});
const line = fc.oneof(
  { weight: 9, arbitrary: row.map((values) => Object.values(values).join(',')) },
  { weight: 1, arbitrary: fc.constantFrom('a,b', '"a"b,,,,,,', 'x,,,,,,,,') },
);

test('whatever the dirt, each row of each file is counted once, and the records made are those that are there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(line, { maxLength: 12 }), { minLength: 1, maxLength: 3 }), async (files) => {
      const names = files.map((lines, index) => [
        `part-${index}.csv`,
        `id,modified,deleted,master,name,since,kind\n${lines.map((each) => `${each}\n`).join('')}`,
      ]);
      const run = await work.ingest({
        sources: { parts: source },
        files: Object.fromEntries(names) as Record<string, string>,
      });
      expect(run.faults).toEqual([]);
      const { files: accounts, rejected } = run.account;
      for (const [index, account] of accounts.entries()) {
        const { gaveRecords, merged, repeats, leftOut, superseded, deleted } = account;
        expect(account.rows).toBe(files[index]?.length);
        expect(gaveRecords + merged + repeats + leftOut + superseded + deleted + account.rejected).toBe(account.rows);
        expect(rejected.filter(({ file }) => file === account.file)).toHaveLength(account.rejected);
      }
      for (const kind of ['account', 'partner']) {
        const made = accounts.reduce((sum, account) => sum + (account.made[kind] ?? 0), 0);
        expect(await run.rows(kind, 'key')).toHaveLength(made);
      }
    }),
    { numRuns: 40 },
  );
});

test('a row that ends early is read where the source says that rows may, and one that is too long never is', async () => {
  const rows = 'id,name,since\na,North,2026-03-01\nb,South\nc\nd,West,2026-03-01,more\n';
  const accounts =
    'key: id\nreject at most: 100%\ngives:\n  - record: account\n    columns: { name: name, customer since: since }\n';
  const read = (more: string) =>
    work.ingest({ sources: { accounts: `reads: accounts.csv\n${more}${accounts}` }, files: { 'accounts.csv': rows } });
  const patient = await read('short rows: yes\n');
  expect(await patient.rows('account', 'key', 'name', 'customer_since')).toEqual([
    ['a', 'North', '2026-03-01'],
    ['b', 'South', null],
    ['c', null, null],
  ]);
  expect(patient.account.rejected.map(({ line }) => line)).toEqual([5]);
  const strict = await read('');
  expect(strict.account.rejected.map(({ line }) => line)).toEqual([3, 4, 5]);
});
