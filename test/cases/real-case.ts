import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCase } from './build-case.ts';
import { askedOf, rawTables, realData, saidOf, type PlainQuery } from './raw-sql.ts';
import { runCase, unaccounted, type CaseRun } from './run-case.ts';

/** A company of real data that nobody here wrote, and what must come out of it. */
export interface RealCase {
  /** The name of the folder of the data, and of the case's own folder. */
  readonly name: string;
  /** The clock, `2026-11-09T06:40:00Z`. */
  readonly now: string;
  /** The rows of each file; none is rejected. */
  readonly rows: Readonly<Record<string, number>>;
  /** The files that the queries read. */
  readonly tables: readonly string[];
  readonly queries: readonly PlainQuery[];
  /** The metric that this data can't carry, what it lacks, and what its page says of that. */
  readonly uncountable: { readonly metric: string; readonly missing: readonly string[]; readonly says: RegExp };
}

/** Goes the whole way on real data and holds it against plain SQL over the raw files; `more` adds what only this data has. */
export function describeRealCase(real: RealCase, more: (run: () => CaseRun) => void = () => undefined): void {
  const { folder, isThere, title } = realData(real.name);
  const folders = { data: join(import.meta.dirname, real.name, 'data'), exports: folder, now: real.now };

  describe.skipIf(!isThere)(title, () => {
    let run: CaseRun;
    let db: ReturnType<typeof rawTables>;
    beforeAll(async () => {
      db = rawTables(folder, real.tables);
      run = await runCase(folders);
    });
    afterAll(() => run?.end());

    test.each(real.queries)('$metric equals plain SQL over the raw file', (query) => {
      const asked = askedOf(db, query);
      expect(asked.length).toBeGreaterThan(10);
      expect(saidOf(run.values, query.metric)).toEqual(asked);
    });

    test('every row is accounted for, and none is rejected', () => {
      expect(unaccounted(run.account)).toEqual([]);
      expect(run.account.rejected).toEqual([]);
      expect(Object.fromEntries(run.account.files.map(({ file, rows }) => [file, rows]))).toEqual(real.rows);
    });

    test('what the data lacks makes a metric not countable yet', () => {
      const { metric, missing } = real.uncountable;
      expect(run.readings.find((reading) => reading.metric === metric)?.missing).toEqual(missing);
      expect(run.values.filter((value) => value.metric === metric)).toEqual([]);
    });

    test('the site builds, with every metric and what is not countable yet', async () => {
      const site = await buildCase(folders);
      expect(site.status, site.said).toBe(0);
      for (const { slug, title } of run.company.agreement.metrics) {
        expect(await site.words(`metrics/${slug}`)).toContain(title);
      }
      expect(await site.words(`metrics/${real.uncountable.metric}`)).toMatch(real.uncountable.says);
      await site.end();
    });

    more(() => run);
  });
}
