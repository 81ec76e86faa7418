import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStore, type NewStore } from '../../../src/store/open.ts';
import { indexName, keepIndexes, type RecordIndex } from '../../../src/store/indexes.ts';
import type { AnyTables } from '../../../src/store/bulk.ts';
import type { Kysely } from 'kysely';

let store: NewStore;
let db: Kysely<AnyTables>;

beforeEach(() => {
  store = makeStore(':memory:');
  db = store.db as unknown as Kysely<AnyTables>;
  store.sqlite.exec('create table activity (key text unique, lead text, completed integer)');
});
afterEach(() => store.db.destroy());

const byLead: RecordIndex = { table: 'activity', columns: ['lead', 'completed'] };
const byTime: RecordIndex = { table: 'activity', columns: ['completed'] };

const planOf = (statement: string): string[] => {
  const plan = store.sqlite.prepare(`explain query plan ${statement}`).all() as { detail: string }[];
  return plan.map(({ detail }) => detail);
};

test('what is looked up by an index is found by it', async () => {
  expect(await keepIndexes(db, [byLead])).toEqual({ made: 1, dropped: 0 });
  expect(planOf("select * from activity where lead = 'a' and completed between 1 and 2")).toEqual([
    'SEARCH activity USING INDEX activity_by_lead_and_completed (lead=? AND completed>? AND completed<?)',
  ]);
});

test('what is there stays, and what nothing asks for any longer goes', async () => {
  await keepIndexes(db, [byLead, byTime]);
  expect(await keepIndexes(db, [byTime])).toEqual({ made: 0, dropped: 1 });
  expect(await keepIndexes(db, [byTime])).toEqual({ made: 0, dropped: 0 });
  expect(planOf("select * from activity where lead = 'a'")).toEqual(['SCAN activity']);
});

test('a name that is too long for an engine is cut, and still another for other columns', () => {
  const columns = ['a_rather_long_column', 'another_long_column', 'and_a_third_one'];
  const one = indexName({ table: 'a_table_of_records', columns });
  const other = indexName({ table: 'a_table_of_records', columns: [...columns.slice(0, 2), 'and_a_third_two'] });
  expect(one).toHaveLength(63);
  expect(other).toHaveLength(63);
  expect(one).not.toBe(other);
});
