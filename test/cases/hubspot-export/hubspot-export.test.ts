import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordTables } from '../../../src/store/database.ts';
import { openStore } from '../../../src/store/open.ts';
import { readGolden, sayValues } from '../golden-values.ts';
import { runCase, unaccounted, type CaseRun } from '../run-case.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const expected = readGolden(`${here}expected/values.yml`);

let run: CaseRun;
beforeAll(async () => {
  run = await runCase({ data: `${here}data`, exports: `${here}exports`, now: '2026-04-01T08:00:00Z' });
});
afterAll(() => run?.end());

/** All records of a table in the order of reading, with the columns that were asked for. */
async function rows(table: string, ...columns: string[]): Promise<unknown[][]> {
  const db = openStore(run.task.database, { readonly: true });
  const found = await recordTables(db).selectFrom(table).selectAll().orderBy('place').execute();
  await db.destroy();
  return found.map((row) => columns.map((column) => row[column] ?? null));
}

describe('the exports of contacts, companies and deals from HubSpot', () => {
  test.each(Object.keys(expected))('have the values of %s that were worked out by hand', (slug) => {
    expect(sayValues(run, slug)).toEqual(expected[slug]);
  });

  test('give people of a deal by their ids, each once', async () => {
    expect(await rows('deal_contact', 'opportunity', 'contact')).toEqual([
      ['900100200304', '503'],
      ['900100200304', '501'],
      ['900100200306', '504'],
      ['900100200301', '501'],
      ['900100200301', '502'],
      ['900100200302', '502'],
    ]);
  });

  test('give stages of the pipeline that is read, whatever the quotes of their columns', async () => {
    const said = await rows('stage_change', 'key', 'to');
    expect(said).toEqual([
      ['900100200304-Demo', 'Demo'],
      ['900100200304-Closed won', 'Closed won'],
      ['900100200306-Demo', 'Demo'],
      ['900100200306-Closed won', 'Closed won'],
      ['900100200301-Demo', 'Demo'],
      ['900100200301-Closed won', 'Closed won'],
      ['900100200302-Demo', 'Demo'],
    ]);
  });

  test('assume no stage that is not mapped', async () => {
    expect(await rows('opportunity', 'key', 'stage', 'pipeline')).toEqual([
      ['900100200304', 'Closed won', 'Sales Pipeline'],
      ['900100200306', 'Closed won', 'Sales Pipeline'],
      ['900100200301', 'Closed won', 'Sales Pipeline'],
      ['900100200302', 'Demo', 'Sales Pipeline'],
      ['900100200303', 'Offer (Renewals)', 'Renewals'],
    ]);
    expect(await rows('lead', 'key')).toEqual([]);
  });

  test('have every row accounted for', () => {
    expect(unaccounted(run.account)).toEqual([]);
    const found = run.account.files.map(({ file, rows: read, leftOutBecause }) => ({ file, read, leftOutBecause }));
    expect(found).toEqual([
      { file: 'companies.csv', read: 2, leftOutBecause: {} },
      { file: 'contacts.csv', read: 4, leftOutBecause: { 'own domain': 1 } },
      { file: 'deals-curly.csv', read: 2, leftOutBecause: { test: 1 } },
      { file: 'deals-deutsch.csv', read: 1, leftOutBecause: {} },
      { file: 'deals-sales.csv', read: 3, leftOutBecause: {} },
    ]);
    expect(run.account.links).toContainEqual({ kind: 'deal contact', field: 'contact', filled: 6, notFound: 1 });
  });
});
