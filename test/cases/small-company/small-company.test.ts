import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readGolden, sayValues } from '../golden-values.ts';
import { runCase, unaccounted, type CaseRun } from '../run-case.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const expected = readGolden(`${here}expected/values.yml`);

let run: CaseRun;
beforeAll(async () => {
  run = await runCase({ data: `${here}data`, exports: `${here}data/exports`, now: '2026-04-15T12:00:00Z' });
});
afterAll(() => run?.end());

describe('a company of a dozen leads', () => {
  test.each(Object.keys(expected))('has the values of %s that were worked out by hand', (slug) => {
    expect(sayValues(run, slug)).toEqual(expected[slug]);
  });

  test('has no other metric', () => {
    const slugs = run.company.agreement.metrics.map((metric) => metric.slug);
    expect(slugs.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  test('has every row accounted for', () => {
    expect(unaccounted(run.account)).toEqual([]);
    const leads = run.account.files.find((file) => file.file === 'Lead.csv');
    expect(leads).toMatchObject({ rows: 15, deleted: 1, repeats: 1, rejected: 1 });
  });
});
