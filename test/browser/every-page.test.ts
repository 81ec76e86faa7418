/** What holds of every page: each is opened once, and everything that is to be looked at is looked at there, while its window is made narrower. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { axeViolations, rulesOfColours } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { addressesToLookAt } from './every-page.ts';
import { faultsOfLabels } from './labels.ts';
import { openFolds } from './open-at.ts';
import { faultsOfWords } from './word-contrasts.ts';

const site = inject('site');
/** 640 is a window of 1280 at twice the size. */
const widths = [1280, 768, 640, 390, 320] as const;
/** A desk, a tablet and a phone: what words of drawings are looked at in. */
const ofDrawings: readonly number[] = [1280, 768, 320];
/** The width of a phone, at which tables are looked at. */
const phone = 390;

interface Seen {
  readonly address: string;
  /** What was asked for while it loaded. */
  readonly asked: readonly string[];
  /** What the browser said of it: errors, what is not found, what it will soon no longer take. */
  readonly complained: readonly string[];
  /** How wide all of it is, with its folds shut and with all of them open, by the width of the window. */
  readonly wide: ReadonlyMap<number, readonly [shut: number, open: number]>;
  /** Tables that are wider than their place on a phone, and neither scroll there nor show it. */
  readonly cut: readonly string[];
  /** What is wrong with the words of its drawings. */
  readonly labels: readonly string[];
  /** Words that are too close to what they stand on, in either theme. */
  readonly faint: readonly string[];
  /** What axe finds on a desk, but for colours: those it looks at on one page of each kind. */
  readonly axe: readonly string[];
}

let browser: Browser;
let seen: Seen[];
beforeAll(async () => {
  browser = await openBrowser();
  const page = await browser.newPage({ colorScheme: 'light', viewport: { width: widths[0], height: 844 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const complained: string[] = [];
  page.on('console', (message) => complained.push(message.text()));
  seen = [];
  for (const address of [...(await addressesToLookAt(site)), `${site}404.html`]) {
    // A page that is left while its window is made wide again would be laid out for nothing.
    await page.goto('about:blank');
    await page.setViewportSize({ width: widths[0], height: 844 });
    asked.length = 0;
    complained.length = 0;
    await page.goto(address);
    const askedFor = [...asked];
    const looked = await lookAt(page);
    seen.push({ address, asked: askedFor, complained: [...complained], ...looked });
  }
  await page.close();
}, 10 * 60_000);
afterAll(() => browser.close());

async function lookAt(page: Page): Promise<Omit<Seen, 'address' | 'asked' | 'complained'>> {
  const wide: [number, readonly [number, number]][] = [[widths[0], await widthsOf(page)]];
  await openFolds(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const off = Object.fromEntries(rulesOfColours.map((rule) => [rule, { enabled: false }]));
  const axe = await axeViolations(page, { rules: off });
  const faint: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    faint.push(...(await faultsOfWords(page)).map((fault) => `${colorScheme}: ${fault}`));
  }
  const labels: string[] = [];
  let cut: string[] = [];
  for (const width of widths) {
    if (width !== widths[0]) {
      await page.setViewportSize({ width, height: 844 });
      wide.push([width, await widthsOf(page)]);
    }
    if (ofDrawings.includes(width))
      labels.push(...(await faultsOfLabels(page)).map((fault) => `at ${width}: ${fault}`));
    if (width === phone) cut = await cutTables(page);
  }
  return { wide: new Map(wide), cut, labels, faint, axe };
}

/** How wide all of a page is with its folds shut, then with all of them open. They stay open. */
function widthsOf(page: Page): Promise<readonly [number, number]> {
  return page.evaluate(() => {
    const withFolds = (open: boolean) => {
      for (const fold of document.querySelectorAll('details')) fold.open = open;
      return document.documentElement.scrollWidth;
    };
    return [withFolds(false), withFolds(true)] as const;
  });
}

function cutTables(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('table')].flatMap((table) => {
      const place = table.parentElement;
      if (!place || table.scrollWidth <= place.clientWidth) return [];
      const { overflowX, backgroundImage } = getComputedStyle(place);
      const shows = overflowX === 'auto' && backgroundImage.includes('gradient');
      return shows ? [] : [table.textContent.slice(0, 80)];
    }),
  );
}

/** All that was found of one sort, with where it was found. */
const faultsOf = (sort: 'complained' | 'cut' | 'labels' | 'faint' | 'axe'): string[] =>
  seen.flatMap((one) => one[sort].map((fault) => `${one.address.replace(site, '/')} ${fault}`));

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

test('the browser has nothing to complain of', () => {
  expect(faultsOf('complained')).toEqual([]);
});

test.each(widths)('no page scrolls sideways at %d pixels, with its folds shut or open', (width) => {
  for (const { address, wide } of seen) {
    const [shut = Infinity, open = Infinity] = wide.get(width) ?? [];
    expect(Math.max(shut, open), address).toBeLessThanOrEqual(width);
  }
});

test('on a phone no table is cut: one that is wider than its place scrolls there, and its edge shows it', () => {
  expect(faultsOf('cut')).toEqual([]);
});

test('no words of a drawing overlap, and none are cut, on a desk, on a tablet or on a phone', () => {
  expect(faultsOf('labels')).toEqual([]);
});

test('axe finds no fault in how pages are made', () => {
  expect(faultsOf('axe')).toEqual([]);
});

test('words stand out from what they stand on, by day and in the dark', async () => {
  expect(faultsOf('faint')).toEqual([]);
  const page = await browser.newPage();
  await page.goto(site);
  await page.addStyleTag({ content: 'p { color: #999 !important; background: #fff }' });
  expect(await faultsOfWords(page), 'words that are too faint are found').not.toEqual([]);
  await page.close();
});
