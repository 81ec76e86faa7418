/** What holds of every page at every width: each page is opened once, and its window made narrower. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { addressesToLookAt } from './every-page.ts';

const site = inject('site');
/** 640 is a window of 1280 at twice the size. */
const widths = [1280, 768, 640, 390, 320] as const;
/** The width of a phone, at which tables are looked at. */
const phone = 390;

interface Seen {
  readonly address: string;
  /** What was asked for while it loaded. */
  readonly asked: readonly string[];
  /** How wide all of it is, by the width of the window. */
  readonly wide: ReadonlyMap<number, number>;
  /** Tables that are wider than their place on a phone, and neither scroll there nor show it. */
  readonly cut: readonly string[];
}

let browser: Browser;
let seen: Seen[];
beforeAll(async () => {
  browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: widths[0], height: 844 } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  seen = [];
  for (const address of [...(await addressesToLookAt(site)), `${site}404.html`]) {
    asked.length = 0;
    await page.goto(address, { waitUntil: 'load' });
    seen.push({ address, asked: [...asked], ...(await lookAt(page)) });
  }
  await context.close();
}, 5 * 60_000);
afterAll(() => browser.close());

async function lookAt(page: Page): Promise<Pick<Seen, 'wide' | 'cut'>> {
  const wide = new Map<number, number>();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 });
    wide.set(width, await page.evaluate(() => document.documentElement.scrollWidth));
  }
  await page.setViewportSize({ width: phone, height: 844 });
  return { wide, cut: await cutTables(page) };
}

function cutTables(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    return [...document.querySelectorAll('table')].flatMap((table) => {
      const place = table.parentElement;
      if (!place || table.scrollWidth <= place.clientWidth) return [];
      const { overflowX, backgroundImage } = getComputedStyle(place);
      const shows = overflowX === 'auto' && backgroundImage.includes('gradient');
      return shows ? [] : [table.textContent.slice(0, 80)];
    });
  });
}

test('nothing is asked of another origin, and little of our own', () => {
  expect(seen.length).toBeGreaterThan(8);
  for (const { address, asked } of seen) {
    expect(
      asked.filter((url) => !url.startsWith(site)),
      address,
    ).toEqual([]);
    expect(asked, address).toContain(address);
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(6);
  }
});

test.each(widths)('no page scrolls sideways at %d pixels', (width) => {
  for (const { address, wide } of seen) expect(wide.get(width), address).toBeLessThanOrEqual(width);
});

test('on a phone no table is cut: one that is wider than its place scrolls there, and its edge shows it', () => {
  for (const { address, cut } of seen) expect(cut, address).toEqual([]);
});
