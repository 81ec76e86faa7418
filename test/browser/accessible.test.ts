import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { addressesToLookAt, kinds } from './every-page.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function violations(page: Page, open: boolean, only: readonly string[] | null): Promise<string[]> {
  if (open) await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  return axeViolations(page, only ? { runOnly: [...only] } : {});
}

const everyAddress = async () => [...(await addressesToLookAt(site)), `${site}404.html`];
const oneOfEachKind = () => Promise.resolve(Object.values(kinds).map((path) => site + path));

describe.each([
  {
    where: 'on no page, with all folds open',
    colorScheme: 'light',
    width: 1280,
    open: true,
    only: null,
    addresses: everyAddress,
  },
  // In the dark nothing but the colours is another, and they are those of the kind of page.
  {
    where: 'in the colours of no kind of page in the dark',
    colorScheme: 'dark',
    width: 1280,
    open: true,
    only: ['color-contrast'],
    addresses: oneOfEachKind,
  },
  {
    where: 'on no kind of page on a phone',
    colorScheme: 'light',
    width: 390,
    open: true,
    only: null,
    addresses: oneOfEachKind,
  },
] as const)('$where', ({ colorScheme, width, open, only, addresses }) => {
  test('axe finds a fault', { timeout: 5 * 60_000 }, async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 844 } });
    const page = await context.newPage();
    for (const address of await addresses()) {
      await page.goto(address);
      expect(await violations(page, open, only), address).toEqual([]);
    }
    await context.close();
  });
});

test.each([
  { colorScheme: 'light', widths: [1280, 390] },
  { colorScheme: 'dark', widths: [390] },
] as const)(
  'pictures of each kind of page in the $colorScheme theme, for people to look at',
  async ({ colorScheme, widths }) => {
    for (const width of widths) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 844 } });
      const page = await context.newPage();
      for (const [name, path] of Object.entries(kinds)) {
        await page.goto(site + path);
        const file = `test/shots/${name.replaceAll(' ', '-')}-${width}-${colorScheme}.png`;
        expect((await page.screenshot({ path: file, fullPage: true })).length).toBeGreaterThan(1000);
      }
      await context.close();
    }
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
