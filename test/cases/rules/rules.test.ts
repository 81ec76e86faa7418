/**
 * One rule of the language a folder, with numbers that were worked out by hand.
 *
 * | in a folder | is |
 * |---|---|
 * | README.md | the rule, and how the numbers come about |
 * | data | agreement, sources and exports; what is not there is as in `company` |
 * | expected/values.yml | by metric, what is said at each place: no place more, no place less |
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readGolden, sayValues } from '../golden-values.ts';
import { runCase, unaccounted } from '../run-case.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const rules = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'company')
  .map(({ name }) => name);

/** The first line of a folder's README.md is the rule. */
function ruleOf(name: string): string {
  const [first = ''] = readFileSync(join(here, name, 'README.md'), 'utf8').split('\n');
  return first.replace(/^# /, '');
}

/** The company of all rules with what a rule changes, in a folder of its own. */
function dataOf(name: string): string {
  const data = mkdtempSync(join(tmpdir(), 'same-page-rule-'));
  cpSync(join(here, 'company'), data, { recursive: true });
  cpSync(join(here, name, 'data'), data, { recursive: true });
  return data;
}

/** The clock tells ages only: no number of these cases depends on it. */
const now = '2027-01-01T00:00:00Z';

describe.each(rules)('%s', (name) => {
  test(`${ruleOf(name)}`, async () => {
    const expected = readGolden(join(here, name, 'expected', 'values.yml'));
    const data = dataOf(name);
    const run = await runCase({ data, exports: join(data, 'exports'), now });
    try {
      const said = run.company.agreement.metrics.map(({ slug }) => [slug, sayValues(run, slug)]);
      expect(Object.fromEntries(said)).toEqual(expected);
      expect(unaccounted(run.account)).toEqual([]);
    } finally {
      await run.end();
      rmSync(data, { recursive: true });
    }
  });

  test('is told in its README', () => {
    expect(existsSync(join(here, name, 'README.md'))).toBe(true);
    expect(ruleOf(name)).toMatch(/^\S.* \S/);
  });
});
