import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that look what lies behind words: they take axe as long as all others together. */
export const rulesOfColours = ['color-contrast', 'link-in-text-block'] as const;

/** What axe finds wrong with a page, a line for each rule that is broken; `options`: by which rules it looks. */
export async function axeViolations(page: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  // What axe would load before it looks is for rules about sound and about turned screens, which are off or have nothing to look at.
  const asked = JSON.stringify({ preload: false, ...options, resultTypes: ['violations'] });
  const results = (await page.evaluate(`axe.run(document, ${asked})`)) as AxeResults;
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}
