/** Each kind of page is walked through with the tab key alone, without scripts. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { kinds } from './every-page.ts';

const site = inject('site');
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false });
});
afterAll(() => browser.close());

interface Stop {
  /** Its place among all that can be stopped at; -1: none of them. */
  readonly index: number;
  readonly says: string;
  readonly seen: boolean;
}

const stopsAt =
  'a[href], summary, button, input:not([type=radio]), input[type=radio]:checked, select, [tabindex="0"], iframe';

type StopsOfPage = typeof globalThis & { stops?: readonly Element[] };

/** How many can be stopped at: all that is shown and no part of a closed fold. The page keeps them, as a tab opens no fold. */
function everyStop(page: Page): Promise<number> {
  return page.evaluate((selector) => {
    const stops = [...document.querySelectorAll(selector)].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
    (globalThis as StopsOfPage).stops = stops;
    return stops.length;
  }, stopsAt);
}

function stopHere(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const all = (globalThis as StopsOfPage).stops ?? [];
    const at = document.activeElement as HTMLElement | null;
    const box = at?.getBoundingClientRect();
    const outlined = (element: Element, of?: string) => getComputedStyle(element, of).outlineStyle !== 'none';
    // A row that is one link is outlined whole; a control that is drawn by its label, on the label.
    const label = at instanceof HTMLInputElement ? at.labels?.[0] : null;
    const seen = !!at && (outlined(at) || outlined(at, '::after') || (!!label && outlined(label)));
    const inside = !!box && box.bottom > 0 && box.top < innerHeight;
    return { index: at ? all.indexOf(at) : -1, says: at?.textContent?.trim().slice(0, 60) ?? '', seen: seen && inside };
  });
}

test.each(Object.entries(kinds))(
  'by keyboard: %s has every stop in the order of reading, each is seen, and none holds on',
  async (_, path) => {
    expect((await page.goto(site + path))?.status()).toBe(200);
    const expected = await everyStop(page);
    const stops: Stop[] = [];
    while (stops.length < expected) {
      await page.keyboard.press('Tab');
      stops.push(await stopHere(page));
    }
    expect(stops.map(({ index }) => index)).toEqual([...Array(expected).keys()]);
    expect(stops.filter(({ seen }) => !seen).map(({ says }) => says)).toEqual([]);
  },
);
