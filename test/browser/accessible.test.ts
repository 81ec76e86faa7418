/** What people need who see little or have no mouse, on one page of each kind. What can differ from page to page is looked at on all of them: `every-page.test.ts`. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axeViolations, rulesOfColours } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { kinds } from './every-page.ts';
import { openFolds } from './open-at.ts';

const site = inject('site');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** Rules that axe leaves off by itself and Lighthouse looks by. */
const further = Object.fromEntries(
  [
    'target-size',
    'label-content-name-mismatch',
    'identical-links-same-purpose',
    'table-fake-caption',
    'td-has-header',
  ].map((rule) => [rule, { enabled: true }]),
);

test.each(Object.entries(kinds))(
  'axe finds no fault on %s: in the colours of the dark, and in anything on a phone, with all folds open',
  async (_, path) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1280, height: 844 });
    await page.goto(site + path);
    await openFolds(page);
    expect(await axeViolations(page, { runOnly: [...rulesOfColours] }), 'in the dark').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await axeViolations(page, { rules: further }), 'on a phone').toEqual([]);
    await page.goto('about:blank');
  },
);

/** For people to look at, in test/shots: `SHOTS=yes` takes them. They prove nothing by themselves. */
const shots = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'dark', width: 390 },
] as const;

if (process.env['SHOTS'])
  test.each(shots)(
    'pictures of each kind of page in the $colorScheme theme, $width pixels wide',
    async ({ colorScheme, width }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 844 } });
      const page = await context.newPage();
      for (const [name, path] of Object.entries(kinds)) {
        await page.goto(site + path);
        const file = `test/shots/${name.replaceAll(' ', '-')}-${width}-${colorScheme}.png`;
        expect((await page.screenshot({ path: file, fullPage: true })).length).toBeGreaterThan(1000);
      }
      await context.close();
    },
  );

test('by keyboard: the first stop skips to the findings, then the order is that of reading, and each stop can be seen', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(site);
  const stops: { text: string; top: number; outline: string }[] = [];
  for (let stop = 0; stop < 16; stop++) {
    await page.keyboard.press('Tab');
    stops.push(
      await page.evaluate(() => {
        const at = document.activeElement;
        const style = at && getComputedStyle(at);
        const box = at?.getBoundingClientRect();
        return { text: at?.textContent?.trim() ?? '', top: box?.top ?? 0, outline: style?.outlineStyle ?? 'none' };
      }),
    );
  }
  expect(stops[0]?.text).toBe('Skip to the findings');
  expect(stops[0]?.top).toBeGreaterThanOrEqual(0);
  expect(stops[1]?.text).toBe('Hollin Works');
  const pages = ['This month', 'Promises', 'Trends', 'Review', 'Words', 'Data'];
  expect(stops.slice(2, 8).map(({ text }) => text)).toEqual(pages);
  for (const stop of stops) expect(stop.outline, stop.text).not.toBe('none');
  await context.close();
});

test('by keyboard: the skip link leads to the main part, and a fold opens with the return key', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(site);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  const summary = page.locator('article.finding summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('article.finding details').first().getAttribute('open')).not.toBeNull();
  await context.close();
});
