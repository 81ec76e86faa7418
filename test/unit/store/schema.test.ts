import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import { readAccount, readAsOf, writeAccount } from '../../../src/store/account.ts';
import { recordTables } from '../../../src/store/database.ts';
import { readHealthKeys, writeHealth } from '../../../src/store/health.ts';
import { makeStore, openStore } from '../../../src/store/open.ts';
import type { PullTold } from '../../../src/values/pulls.ts';
import type { NewStore } from '../../../src/store/open.ts';
import { createSchema } from '../../../src/store/schema.ts';
import type { Catalogue } from '../../../src/values/catalogue.ts';
import type { HealthFinding } from '../../../src/values/health.ts';
import type { FileAccount, LinkAccount } from '../../../src/values/rows.ts';

let folder: string;
let store: NewStore;
const catalogue = allMapped(catalogueOf([]));

/** As if some source filled every field. */
function allMapped({ kinds }: Catalogue): Catalogue {
  return {
    kinds: kinds.map((kind) => ({ ...kind, fields: kind.fields.map((field) => ({ ...field, mapped: true })) })),
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'same-page-store-'));
  store = makeStore(join(folder, 'store.db'));
  await createSchema(store.db, catalogue);
});
afterAll(async () => {
  store.sqlite.close();
  await rm(folder, { recursive: true, force: true });
});

test('each kind has a table with a column for each field', () => {
  const columns = store.sqlite.pragma('table_info(stage_change)') as { name: string; type: string }[];
  expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'place INTEGER',
    'key TEXT',
    'modified bigint',
    'person TEXT',
    'opportunity TEXT',
    'from TEXT',
    'to TEXT',
    'entry double precision',
    'amount bigint',
    'currency TEXT',
    'probability double precision',
    'close_date TEXT',
    'forecast_category TEXT',
    'at bigint',
    'sequence double precision',
    'observed INTEGER',
    'seen_before bigint',
  ]);
});

test('values come back as they were put in: whole numbers of any size, days as text', async () => {
  const lead = {
    place: 2 ** 40 + 1,
    key: 'a',
    modified: null,
    person: null,
    created: 4_102_444_799,
    retry_on: '2026-05-01',
    score: 60.5,
  };
  await recordTables(store.db).insertInto('lead').values(lead).execute();
  expect(await recordTables(store.db).selectFrom('lead').selectAll().executeTakeFirst()).toMatchObject(lead);
});

test('the account of rows is read as it was written, and a kind is as of its oldest file', async () => {
  const counts = { merged: 1, repeats: 2, leftOut: 3, superseded: 4, deleted: 5, rejected: 0 };
  const file = (name: string, asOf: number | null): FileAccount => ({
    source: 'leads',
    file: name,
    asOf,
    rows: 25,
    gaveRecords: 10,
    ...counts,
    leftOutBecause: { 'own domain': 2, test: 1 },
    made: { account: 1, lead: 10 },
  });
  const files = [file('a.csv', 200), file('b.csv', 100), file('c.csv', null)];
  const links: LinkAccount[] = [{ kind: 'lead', field: 'owner', filled: 7, notFound: 2 }];
  const rejected = { file: 'a.csv', line: 3, column: 'score', value: 'x', reason: 'is no number' };
  await store.db.insertInto('rejected_row').values(rejected).execute();
  const made = (kind: string, name: string): { kind: string; source: string; file: string } => ({
    kind,
    source: 'leads',
    file: name,
  });
  const pulls: PullTold[] = [
    {
      connection: 'crm',
      agreedEvery: 21_600,
      last: { ended: 300, outcome: 'partial', says: ['Lead: no permission', 'Task: gone'] },
      lastComplete: 200,
    },
    { connection: 'files', agreedEvery: null, last: null, lastComplete: null },
  ];
  await writeAccount(store.db, { files, links, pulls }, [
    made('lead', 'a.csv'),
    made('lead', 'b.csv'),
    made('account', 'a.csv'),
    made('account', 'c.csv'),
  ]);
  const found: HealthFinding = {
    sort: 'wrong order',
    kind: 'opportunity',
    fields: ['created', 'closed'],
    count: 2,
    of: 9,
  };
  await writeHealth(store.db, [{ ...found, keys: ['a', 'b'] }]);
  expect(await readAccount(store.db)).toEqual({ files, links, rejected: [rejected], health: [found], pulls });
  expect(await readHealthKeys(store.db)).toEqual([{ ...found, keys: ['a', 'b'] }]);
  expect(Object.fromEntries(await readAsOf(store.db))).toEqual({ lead: 100, account: null });
});

test('a store that is opened for reading takes no change', async () => {
  const path = join(folder, 'other.db');
  const made = makeStore(path);
  await createSchema(made.db, catalogue);
  made.sqlite.close();
  const db = openStore(path, { readonly: true });
  await expect(db.deleteFrom('file_account').execute()).rejects.toThrow('readonly');
  await db.destroy();
  expect(() => openStore(join(folder, 'none.db'), { readonly: true })).toThrow();
});
