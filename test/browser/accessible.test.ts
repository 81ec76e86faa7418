import type { RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { addressesToLookAt, kinds } from './every-page.ts';
import { faultsOfWords } from './word-contrasts.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const openFolds = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

const everyAddress = async () => [...(await addressesToLookAt(site)), `${site}404.html`];
const oneOfEachKind = () => Promise.resolve(Object.values(kinds).map((path) => site + path));
const contrast = 'color-contrast';

interface Way {
  readonly where: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly options: RunOptions;
  readonly addresses: () => Promise<readonly string[]>;
}

/** What lies behind words takes axe as long as all its other rules together: it looks at one page of each kind, drawings included. The words of every page are looked at below. */
const ways: readonly Way[] = [
  {
    where: 'on no page',
    colorScheme: 'light',
    width: 1280,
    options: { rules: { [contrast]: { enabled: false } } },
    addresses: everyAddress,
  },
  {
    where: 'in the colours of no kind of page in the dark',
    colorScheme: 'dark',
    width: 1280,
    options: { runOnly: [contrast] },
    addresses: oneOfEachKind,
  },
  {
    where: 'on no kind of page on a phone',
    colorScheme: 'light',
    width: 390,
    options: {},
    addresses: oneOfEachKind,
  },
];

describe.each(ways)('$where, with all folds open', ({ colorScheme, width, options, addresses }) => {
  test('axe finds a fault', { timeout: 5 * 60_000 }, async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 844 } });
    const page = await context.newPage();
    for (const address of await addresses()) {
      await page.goto(address);
      await openFolds(page);
      expect(await axeViolations(page, options), address).toEqual([]);
    }
    await context.close();
  });
});

test('the words of every page stand out from what they stand on, by day and in the dark, with all folds open', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 844 } });
  const faults: string[] = [];
  for (const address of await everyAddress()) {
    await page.goto(address);
    await openFolds(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      faults.push(...(await faultsOfWords(page)).map((fault) => `${address} ${colorScheme}: ${fault}`));
    }
  }
  expect(faults).toEqual([]);
  await page.addStyleTag({ content: 'p { color: #999 !important; background: #fff }' });
  expect(await faultsOfWords(page), 'words that are too faint are found').not.toEqual([]);
  await page.close();
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
