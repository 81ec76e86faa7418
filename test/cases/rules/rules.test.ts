/**
 * One rule of the language a folder, with numbers that were worked out by hand.
 *
 * | in a folder | is |
 * |---|---|
 * | README.md | the rule, and how the numbers come about |
 * | data | agreement, sources and exports; what is not there is as in `company` |
 * | expected/values.yml | by metric, what is said at each place: no place more, no place less |
 * | expected/problems.txt | in its place, what is wrong, where nothing is computed |
 *
 * A place also tells bounds, what was agreed and the mark, where there are any. Under `SLUG, by today's wording` stands the restated series; under
 * `SLUG, after as much time`, where a case is about that, the stretch that the running period is compared with.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGolden, sayJudged, sayStretches } from '../golden-values.ts';
import { runCase, unaccounted } from '../run-case.ts';
import { dataOf, folder, now, refusals, ruleOf, rules } from './rule-folders.ts';

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
});

describe.each(refusals)('%s', (name) => {
  test(ruleOf(name), async () => {
    const data = dataOf(name);
    const problems = readFileSync(join(folder, name, 'expected', 'problems.txt'), 'utf8').trim();
    try {
      const running = runCase({ data, exports: join(data, 'exports'), now });
      await expect(running.catch((error: Error) => error.message.replaceAll(`${data}/`, ''))).resolves.toBe(problems);
    } finally {
      rmSync(data, { recursive: true });
    }
  });
});

test.each([...rules, ...refusals])('%s is told in its README', (name) => {
  expect(existsSync(join(folder, name, 'README.md'))).toBe(true);
  expect(ruleOf(name)).toMatch(/^\S.* \S/);
});
