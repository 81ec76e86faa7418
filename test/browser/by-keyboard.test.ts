/** Each kind of page is walked through with the tab key alone, without scripts. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { kinds } from './every-page.ts';

const site = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
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

/** What can be stopped at: all that is shown and no part of a closed fold. */
function everyStop(page: Page): Promise<string[]> {
  return page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => one.textContent?.trim().slice(0, 60) ?? ''),
    stopsAt,
  );
}

function stopHere(page: Page): Promise<Stop> {
  return page.evaluate((selector) => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
    const at = document.activeElement as HTMLElement | null;
    const box = at?.getBoundingClientRect();
    const outlined = (element: Element, of?: string) => getComputedStyle(element, of).outlineStyle !== 'none';
    // A row that is one link is outlined whole; a control that is drawn by its label, on the label.
    const label = at instanceof HTMLInputElement ? at.labels?.[0] : null;
    const seen = !!at && (outlined(at) || outlined(at, '::after') || (!!label && outlined(label)));
    const inside = !!box && box.bottom > 0 && box.top < innerHeight;
    return { index: at ? all.indexOf(at) : -1, says: at?.textContent?.trim().slice(0, 60) ?? '', seen: seen && inside };
  }, stopsAt);
}

test.each(Object.entries(kinds))(
  'by keyboard: %s has every stop in the order of reading, each is seen, and none holds on',
  async (_, path) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false });
    const page = await context.newPage();
    expect((await page.goto(site + path))?.status()).toBe(200);
    const expected = await everyStop(page);
    const stops: Stop[] = [];
    while (stops.length < expected.length) {
      await page.keyboard.press('Tab');
      stops.push(await stopHere(page));
    }
    expect(stops.map(({ index }) => index)).toEqual(expected.map((_, index) => index));
    expect(stops.filter(({ seen }) => !seen).map(({ says }) => says)).toEqual([]);
    await context.close();
  },
);
