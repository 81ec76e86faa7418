import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCase } from '../build-case.ts';
import { runCase, unaccounted, type CaseFolders, type CaseRun } from '../run-case.ts';
import { composeData } from './compose-data.ts';
import { oddOf, type Odd } from './odd.ts';
import { askedOf, rounded, saidOf, type PlainQueries } from './raw-sql.ts';
import { asListed, valuesListed } from './values-listed.ts';
import { rawTables, realData } from './raw-tables.ts';

/** A company of real data that nobody here wrote, and what must come out of it. */
export interface RealCase {
  /** The name of the folder of the data, and of the case's own folder. */
  readonly name: string;
  /** The clock, `2026-11-09T06:40:00Z`. */
  readonly now: string;
  /** Whether its site is built too, which takes a while. */
  readonly site?: true;
  /** The rows of each file that is mapped; none is rejected. */
  readonly rows: Readonly<Record<string, number>>;
  /** The files that the queries read beside those. */
  readonly more?: readonly string[];
  /** SQL that is run over the raw tables first: indexes, and tables that several queries read. */
  readonly first?: string;
  /** The day as of which things stood last. */
  readonly asOf: string;
  /** Every metric that is counted. */
  readonly queries: PlainQueries;
  /** Those that come to nothing anywhere: the columns are there, and empty. */
  readonly empty?: readonly string[];
  /** Every metric that this data can't carry, and what it lacks. */
  readonly missing: Readonly<Record<string, string>>;
  /** Its history begins after its deals do, so that it can't tell what moved the pipeline from the first month on. */
  readonly lateHistory?: true;
  /** Metrics that say nothing here, though every column is there, and that the company does not count. */
  readonly switchedOff?: readonly string[];
  /** Of metrics that are counted, the breakdowns that it can't carry. */
  readonly notShown: Readonly<Record<string, string>>;
}

/** Goes the whole way on real data and holds it against plain SQL over the raw files; `more` adds what only this data has. */
export function describeRealCase(real: RealCase, more: (run: () => CaseRun, odd: Odd) => void = () => undefined): void {
  const { folder, isThere, title } = realData(real.name);

  describe.skipIf(!isThere)(title, () => {
    let folders: CaseFolders;
    let run: CaseRun;
    let db: ReturnType<typeof rawTables>;
    beforeAll(async () => {
      const data = await mkdtemp(join(tmpdir(), 'same-page-real-'));
      folders = { data, exports: folder, now: real.now };
      await composeData(join(import.meta.dirname, '..', real.name, 'data'), data);
      db = rawTables(folder, [...Object.keys(real.rows), ...(real.more ?? [])]);
      db.exec(real.first ?? '');
      run = await runCase(folders);
    });
    afterAll(async () => {
      await run?.end();
      await rm(folders.data, { recursive: true, force: true });
    });

    test('every metric is counted, or says which field is missing', () => {
      const lacking = run.readings.filter(({ missing }) => missing.length > 0);
      expect(Object.fromEntries(lacking.map(({ metric, missing }) => [metric, missing.join(', ')]))).toEqual(
        real.missing,
      );
      const counted = run.readings.filter(({ missing }) => missing.length === 0).map(({ metric }) => metric);
      expect(counted.sort()).toEqual(Object.keys(real.queries).sort());
      expect(run.values.filter(({ metric }) => metric in real.missing)).toEqual([]);
      expect(run.company.agreement.switchedOff.map(({ slug }) => slug)).toEqual(real.switchedOff ?? []);
    });

    test('a breakdown by what no column tells is told and left away', () => {
      const told = run.company.warnings.map(({ file, says }) => [slugOf(file), /^"(.+)" is not shown/.exec(says)?.[1]]);
      const found = Map.groupBy(
        told.filter(([, dimension]) => dimension !== undefined),
        ([slug]) => slug,
      );
      const dimensions = [...found].map(([slug, each]) => [slug, each.map(([, dimension]) => dimension).join(', ')]);
      expect(Object.fromEntries(dimensions)).toEqual(real.notShown);
    });

    test.each(Object.keys(real.queries))('%s equals plain SQL over the raw files', (slug) => {
      const asked = askedOf(db, real.queries, slug, real.asOf);
      expect(asked.length > 0).toBe(!real.empty?.includes(slug));
      expect(rounded(saidOf(run.values, slug))).toEqual(rounded(asked));
    });

    test('its values, and what it lacks, are those that the README lists', async () => {
      await expect(await asListed(valuesListed(run))).toMatchFileSnapshot('./values.yml');
    });

    test('every row is accounted for, and none is rejected', () => {
      expect(unaccounted(run.account)).toEqual([]);
      expect(run.account.rejected).toEqual([]);
      expect(Object.fromEntries(run.account.files.map(({ file, rows }) => [file, rows]))).toEqual(real.rows);
    });

    if ('pipeline-bridge' in real.queries && !real.lateHistory) {
      test('what moved the pipeline takes it from each month to the next', () => {
        const months = (metric: string) =>
          run.values.filter((one) => one.metric === metric && one.grain === 'month' && one.dimension === '');
        const moved = new Map(months('pipeline-bridge').map(({ period, value }) => [period, value ?? 0]));
        let opening = 0;
        const closings = months('open-pipeline').map(({ period }) => (opening += moved.get(period) ?? 0));
        expect(months('open-pipeline').map(({ value }) => value)).toEqual(closings);
        expect(opening).toBeGreaterThan(0);
      });
    }

    if (real.site) {
      test('the site builds, and says of each metric what it is, or what it lacks', async () => {
        const site = await buildCase(folders);
        expect(site.status, site.said).toBe(0);
        for (const { slug, title: called, missing } of run.company.agreement.metrics) {
          const words = await site.words(`metrics/${slug}`);
          expect(words).toContain(called);
          if (missing.length > 0) expect(words).toContain('Not countable yet');
        }
        await site.end();
      });
    }

    more(
      () => run,
      oddOf(
        () => run,
        () => db,
        real.name,
        real.now,
      ),
    );
  });
}

const slugOf = (file: string): string => basename(file, '.yml');
