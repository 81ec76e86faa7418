/**
 * One rule of the language a folder, with numbers that were worked out by hand.
 *
 * | in a folder | is |
 * |---|---|
 * | README.md | the rule, and how the numbers come about |
 * | data | agreement, sources and exports; what is not there is as in `company` |
 * | expected/values.yml | by metric, what is said at each place: no place more, no place less; bounds, what was agreed and the mark where there are any; `SLUG, after as much time`: the stretch that the running period is compared with |
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGolden, sayJudged, sayStretches } from '../golden-values.ts';
import { runCase, unaccounted } from '../run-case.ts';
import { dataOf, folder, now, ruleOf, rules } from './rule-folders.ts';

describe.each(rules)('%s', (name) => {
  test(ruleOf(name), async () => {
    const expected = readGolden(join(folder, name, 'expected', 'values.yml'));
    const data = dataOf(name);
    const run = await runCase({ data, exports: join(data, 'exports'), now });
    try {
      const said = run.company.agreement.metrics.map(({ slug }) => {
        const asMuch = `${slug}, after as much time`;
        return { ...sayJudged(run, slug), ...(asMuch in expected ? { [asMuch]: sayStretches(run, slug) } : {}) };
      });
      expect(Object.assign({}, ...said)).toEqual(expected);
      expect(unaccounted(run.account)).toEqual([]);
    } finally {
      await run.end();
      rmSync(data, { recursive: true });
    }
  });

  test('is told in its README', () => {
    expect(existsSync(join(folder, name, 'README.md'))).toBe(true);
    expect(ruleOf(name)).toMatch(/^\S.* \S/);
  });
});
