import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGolden, sayValues } from '../golden-values.ts';
import { runCase, unaccounted, type CaseRun } from '../run-case.ts';

/**
 * Goes the whole way on the exports of a CRM, as it writes them, with the sources that `npm run map` proposed for them and whose questions were answered,
 * and holds the values against what was worked out by hand. `made`: the records that each file gives.
 */
export function describeCrmExport(
  name: string,
  made: Readonly<Record<string, Readonly<Record<string, number>>>>,
): void {
  const folder = join(import.meta.dirname, '..', `${name}-export`);
  const expected = readGolden(join(folder, 'expected', 'values.yml'));

  describe(`the exports of ${name}`, () => {
    let data: string;
    let run: CaseRun;
    beforeAll(async () => {
      data = await mkdtemp(join(tmpdir(), `same-page-${name}-`));
      await cp(join(import.meta.dirname, 'agreement'), join(data, 'agreement'), { recursive: true });
      await cp(join(folder, 'data'), data, { recursive: true });
      run = await runCase({ data, exports: join(folder, 'exports'), now: '2026-04-01T08:00:00Z' });
    });
    afterAll(async () => {
      await run?.end();
      await rm(data, { recursive: true, force: true });
    });

    test.each(Object.keys(expected))('have the values of %s that were worked out by hand', (slug) => {
      expect(sayValues(run, slug)).toEqual(expected[slug]);
    });

    test('are read to the last row, and none is rejected', () => {
      expect(unaccounted(run.account)).toEqual([]);
      expect(run.account.rejected).toEqual([]);
      expect(Object.fromEntries(run.account.files.map((file) => [file.file, file.made]))).toEqual(made);
    });
  });
}
