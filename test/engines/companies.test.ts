import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCase, type CaseFolders } from '../cases/run-case.ts';
import { emptyInProcess, emptyStore } from './empty-store.ts';
import { differences, inOrder, onPostgres, type BothEngines } from './on-postgres.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = join(root, 'data/sample');

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'same-page-engines-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** The sample company, with metrics that other tests add to it. */
async function withMoreMetrics(): Promise<CaseFolders> {
  const added = join(root, 'test/cases/more-metrics/agreement');
  for (const folder of ['agreement', 'sources'])
    await cp(join(sample, folder), join(work, folder), { recursive: true });
  await cp(join(added, 'metrics'), join(work, 'agreement/metrics'), { recursive: true });
  const vocabulary = join(work, 'agreement/vocabulary.yml');
  const terms = await readFile(join(added, 'vocabulary-added.yml'), 'utf8');
  await writeFile(vocabulary, (await readFile(vocabulary, 'utf8')) + terms);
  return { data: work, exports: join(sample, 'exports'), now: '2026-11-09T06:40:00Z' };
}

async function smallCompany(): Promise<CaseFolders> {
  const data = join(root, 'test/cases/small-company/data');
  return { data, exports: join(data, 'exports'), now: '2026-04-15T12:00:00Z' };
}

describe.each([
  ['the company of a dozen leads on SQLite and on PostgreSQL', smallCompany, emptyStore],
  ['the company of a dozen leads on SQLite and on PGlite', smallCompany, emptyInProcess],
  ['the sample company, with more metrics, on SQLite and on PostgreSQL', withMoreMetrics, emptyStore],
])('%s', (_, folders, empty) => {
  let both: BothEngines;
  beforeAll(async () => {
    const run = await runCase(await folders());
    both = await onPostgres(run, empty);
    await run.end();
  });

  test('has the same values, readings and problems', () => {
    const { onSqlite, onPostgres } = both;
    expect(onSqlite.values.length).toBeGreaterThan(100);
    expect(Object.keys(onPostgres)).toEqual(Object.keys(onSqlite));
    for (const part of Object.keys(onSqlite) as (keyof typeof onSqlite)[]) {
      expect(differences(onSqlite[part], onPostgres[part]), part).toEqual([]);
    }
  });

  test('has the same to mend, record by record', () => {
    const { sqlite, postgres } = both.health;
    expect(sqlite.length).toBeGreaterThan(5);
    expect(differences(sqlite, postgres)).toEqual([]);
  });

  test('has the same records, account and calendar', () => {
    const names = both.tables.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['lead', 'file_account', 'slot', 'day', 'deadline', 'exchange']));
    for (const { name, sqlite, postgres } of both.tables) {
      expect(differences(inOrder(sqlite), inOrder(postgres)), name).toEqual([]);
    }
  });
});
