import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGolden, sayValues } from '../golden-values.ts';
import { runCase, unaccounted, type CaseRun } from '../run-case.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const expected = readGolden(`${here}expected/values.yml`);

let run: CaseRun;
beforeAll(async () => {
  // The agreement and the sources are those of the small company.
  const data = fileURLToPath(new URL('../small-company/data', import.meta.url));
  run = await runCase({ data, exports: `${here}exports`, now: '2026-04-15T12:00:00Z' });
});
afterAll(() => run?.end());

describe('leads on the edge of every rule', () => {
  test.each(Object.keys(expected))('have the values of %s that were worked out by hand', (slug) => {
    expect(sayValues(run, slug)).toEqual(expected[slug]);
  });

  test('have every row accounted for', () => {
    expect(unaccounted(run.account)).toEqual([]);
    const leads = run.account.files.find((file) => file.file === 'Lead.csv');
    expect(leads).toMatchObject({ rows: 19, gaveRecords: 17, superseded: 1, merged: 1, rejected: 0 });
  });
});
