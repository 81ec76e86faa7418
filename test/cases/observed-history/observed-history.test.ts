import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGolden, sayValues } from '../golden-values.ts';
import { runCase, unaccounted, type CaseRun } from '../run-case.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const expected = readGolden(`${here}expected/values.yml`);
const weeks = ['2026-10-24', '2026-10-31', '2026-11-07'];

/** A week of publishing: its export takes the place of the one before, and the database may be lost. */
async function publishWeekly(work: string, losesDatabase: boolean): Promise<CaseRun> {
  const [exports, published, database] = ['exports', 'published', 'same-page.db'].map((name) => join(work, name)) as [
    string,
    string,
    string,
  ];
  let run: CaseRun | undefined;
  for (const week of weeks) {
    await run?.end();
    await rm(exports, { recursive: true, force: true });
    await mkdir(exports, { recursive: true });
    if (losesDatabase) await rm(database, { force: true });
    const name = `deals-${week}.csv`;
    await copyFile(`${here}exports/${name}`, join(exports, name));
    run = await runCase({ data: `${here}data`, exports, now: '2026-11-08T06:00:00Z', kept: { published, database } });
  }
  return run!;
}

let work: string;
let run: CaseRun;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'same-page-observed-'));
  run = await runCase({
    data: `${here}data`,
    exports: `${here}exports`,
    now: '2026-11-08T06:00:00Z',
    kept: { published: join(work, 'together'), database: join(work, 'together.db') },
  });
});
afterAll(async () => {
  await run?.end();
  await rm(work, { recursive: true, force: true });
});

describe('three weekly exports of a CRM that keeps no history', () => {
  test.each(Object.keys(expected))('have the values of %s that were worked out by hand', (slug) => {
    expect(sayValues(run, slug)).toEqual(expected[slug]);
  });

  test('have every row accounted for', () => {
    expect(unaccounted(run.account)).toEqual([]);
  });

  test('leave what was observed as it stands in its golden file', async () => {
    const kept = await readFile(join(work, 'together', 'observed.csv'), 'utf8');
    await expect(kept).toMatchFileSnapshot('expected/observed.csv');
  });

  test.each([false, true])(
    'come to the same one by one, whether the database is lost (%s) or not',
    async (losesDatabase) => {
      const folder = join(work, losesDatabase ? 'lost' : 'kept');
      await mkdir(folder);
      const weekly = await publishWeekly(folder, losesDatabase);
      for (const slug of Object.keys(expected)) expect(sayValues(weekly, slug)).toEqual(expected[slug]);
      const kept = await readFile(join(folder, 'published', 'observed.csv'), 'utf8');
      expect(kept).toBe(await readFile(join(work, 'together', 'observed.csv'), 'utf8'));
      await weekly.end();
    },
  );
});
