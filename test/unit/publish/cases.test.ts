import { expect, test } from 'vitest';
import { caseColumns, caseRows } from '../../../src/publish/case-rows.ts';
import { casesFile, casesTable } from '../../../src/publish/cases-table.ts';
import { forManagers } from '../../../src/publish/cases.ts';
import type { CaseList } from '../../../src/values/cases.ts';
import type { AnyTables } from '../../../src/store/bulk.ts';
import type { Kysely } from 'kysely';
import { edition, metric, value } from './small-edition.ts';
import { inStoreOf } from './stored-deals.ts';

const deals = [
  { key: 'A', created: 1_760_000_000, amount: 500_000, currency: 'EUR', account: 'K1', closed: '2026-12-01' },
  { key: 'B', created: 1_750_000_000, amount: 500_000, currency: 'EUR', account: 'K2' },
  { key: 'C', created: 1_740_000_000, amount: null },
  { key: 'D', created: 1_770_000_000, amount: 900_000, currency: 'EUR' },
];
const listed = (keys: readonly string[], most: number) =>
  inStoreOf(
    deals,
    async ({ db, ...store }) => {
      const kind = store.catalogue.kinds.find(({ name }) => name === 'opportunity')!;
      const cases = await caseRows({ ...store, db: db as unknown as Kysely<AnyTables> }, kind, keys, most);
      return { columns: caseColumns(kind, store.catalogue), cases };
    },
    { K1: 'Lindenhaus SE', K2: '=HYPERLINK("x")' },
  );

const list = (over: Partial<CaseList>): CaseList => ({
  metric: 'stuck',
  grain: 'month',
  period: '2026-11',
  kind: 'opportunity',
  total: 1,
  columns: [],
  cases: [],
  ...over,
});

test('the largest amount comes first, of equal ones the oldest, and what has none last', async () => {
  const { cases } = await listed(['A', 'B', 'C', 'D', 'not there'], 10);
  expect(cases.map(({ key }) => key)).toEqual(['D', 'B', 'A', 'C']);
  expect((await listed(['A', 'B', 'C', 'D'], 2)).cases.map(({ key }) => key)).toEqual(['D', 'B']);
});

test('a record has its page in the CRM and, of its mapped fields, those that help to act', async () => {
  const { columns, cases } = await listed(['A'], 10);
  expect(columns.map(({ name, is }) => `${name}: ${is}`)).toEqual([
    'account: text',
    'stage: text',
    'amount: money',
    'currency: text',
    'created: day',
    'closed: day',
    'next step: text',
    'owner: key',
  ]);
  expect(cases).toEqual([
    {
      key: 'A',
      link: 'https://crm.example/deals/A',
      cells: ['Lindenhaus SE', null, 5000, 'EUR', '2025-10-09', '2026-12-01', null, null],
    },
  ]);
});

test('a page shows amounts with their currency and days in words, and no column that is empty', async () => {
  const { columns, rows, capped } = casesTable(list({ ...(await listed(['A'], 10)), total: 1 }));
  expect(columns).toEqual([
    { head: 'Account', isNumber: false },
    { head: 'Amount', isNumber: true },
    { head: 'Opened', isNumber: false },
    { head: 'Close date', isNumber: false },
  ]);
  expect(rows[0]?.cells).toEqual(['Lindenhaus SE', '€5,000', '9\u00a0October\u00a02025', '1\u00a0December\u00a02026']);
  expect(capped).toBe('');
});

test('a file runs nothing in a spreadsheet, and says how many it leaves out', async () => {
  const few = await listed(['B'], 1);
  const [head, row, last] = casesFile(list({ ...few, total: 3 })).split('\r\n');
  expect(head).toBe('key,link,account,stage,amount,currency,created,closed,next step,owner');
  expect(row).toBe(`B,https://crm.example/deals/B,"'=HYPERLINK(""x"")",,5000,EUR,2025-06-15,,,`);
  expect(last).toBe('"and 2 more, which are not listed",,,,,,,,,');
  expect(casesTable(list({ ...few, total: 3 })).capped).toBe('These are the first 1 of 3, the largest first.');
});

test('an edition is the company’s and holds no list, until it is made the managers’', () => {
  const made = edition([metric('stuck')], [value('stuck')]);
  expect([made.kind, made.cases]).toEqual(['company', []]);
  expect(forManagers(made, [list({})])).toMatchObject({ kind: 'managers', cases: [{ metric: 'stuck' }] });
});
