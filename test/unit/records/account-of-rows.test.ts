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
merged from: names
split at: ';'
leave out when: [{ kind: Draft, because: draft }, { name: '*uth', kind: '', because: south }]
ids: Salesforce
ids begin with: 'eu:'
reject at most: 100%
gives:
  - record: account
    columns: { name: name, customer since: since }
  - record: partner
    when: { kind: Partner }
    columns: { name: name }
  - record: stage change
    for each column: 'sinc*'
    columns: { at: { from: its value, a day is: its start }, to: its name }
  - record: deal contact
    for each piece of: parts
    split at: ';'
    columns: { opportunity: id, contact: its value }
`;
const unmerged = source.replaceAll(/^(deleted when|merged|split at).*\n/gm, '');
/** The ways of taking rows whose key was there before. */
const ways = {
  'the newest counts': source,
  'each is a record': unmerged.replace('key: id', 'key: id\nrepeats: keep'),
  'they are told': source.replace('key: id', 'key: id\nrepeats: flag'),
  'the first gives the record': `${unmerged}  - record: campaign\n    once: yes\n    key: name\n    columns: { name: name }\n`,
};
/** Fields for what another file may give. */
const adding = `reads: added.csv
key: id
reject at most: 100%
ids begin with: 'eu:'
gives:
  - record: account
    only adds: yes
    columns: { segment: { from: segment, is: text, means: made up } }
`;

const row = fc.record({
  id: fc.constantFrom('', 'a', 'b', 'c', 'd'),
  modified: fc.constantFrom('', '2026-03-02T09:00:00Z', '2026-03-03T09:00:00Z', '2026-02-31T09:00:00Z', 'soon'),
  deleted: fc.constantFrom('', '1', '0'),
  master: fc.constantFrom('', '', '', 'a', 'b', 'z'),
  name: fc.constantFrom('North', 'South'),
  since: fc.constantFrom('', '2026-03-01', '2026-02-30', '2062-03-01'),
  kind: fc.constantFrom('', 'Partner', 'Draft'),
  names: fc.constantFrom('', '', 'a', 'b;c', 'd;z;a'),
  parts: fc.constantFrom('', 'p', 'p;q', 'q; ;q', '1.5E+18'),
});
const moreRows = fc.array(fc.constantFrom('a', 'b', 'z', '', '5E+17'), { maxLength: 4 });
const line = fc.oneof(
  { weight: 9, arbitrary: row.map((values) => Object.values(values).join(',')) },
  { weight: 1, arbitrary: fc.constantFrom('a,b', '"a"b,,,,,,,,', 'x,,,,,,,,,,') },
);

test.each(Object.entries(ways))(
  'whatever the dirt, each row of each file is counted once, and the records made are those that are there: %s',
  async (_, way) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(line, { maxLength: 12 }), { minLength: 1, maxLength: 3 }),
        moreRows,
        async (files, more) => {
          const names = files.map((lines, index) => [
            `part-${index}.csv`,
            `id,modified,deleted,master,name,since,kind,names,parts\n${lines.map((each) => `${each}\n`).join('')}`,
          ]);
          const run = await work.ingest({
            sources: { adding, parts: way },
            files: {
              'added.csv': `id,segment\n${more.map((id) => `${id},large\n`).join('')}`,
              ...(Object.fromEntries(names) as Record<string, string>),
            },
          });
          expect(run.faults).toEqual([]);
          const { files: accounts, rejected } = run.account;
          const lengths = [more.length, ...files.map(({ length }) => length)];
          for (const [index, account] of accounts.entries()) {
            const { gaveRecords, merged, repeats, leftOut, superseded, deleted } = account;
            expect(account.rows).toBe(lengths[index]);
            expect(Object.values(account.leftOutBecause).reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(
              leftOut,
            );
            expect(gaveRecords + merged + repeats + leftOut + superseded + deleted + account.rejected).toBe(
              account.rows,
            );
            expect(rejected.filter(({ file }) => file === account.file)).toHaveLength(account.rejected);
          }
          for (const kind of ['account', 'partner', 'stage change', 'deal contact', 'campaign']) {
            const made = accounts.reduce((sum, account) => sum + (account.made[kind] ?? 0), 0);
            expect(await run.rows(kind.replace(' ', '_'), 'key')).toHaveLength(made);
          }
        },
      ),
      { numRuns: 20 },
    );
  },
);

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
