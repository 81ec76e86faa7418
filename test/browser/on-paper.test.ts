/** Each kind of page as it is printed on A4. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { kinds } from './every-page.ts';

const site = inject('site');
/** A4 less its margins, at 96 pixels an inch. */
const sheet = { width: 688, height: 1032 };

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: sheet, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
});
afterAll(() => browser.close());

test.each(Object.entries(kinds))(
  'on paper %s has nothing to click, nothing that sticks out, and each figure once and whole',
  async (_, path) => {
    expect((await page.goto(site + path))?.status()).toBe(200);
    // Letters of another font are wider.
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const faults = await page.evaluate(({ width, height }) => {
      const shown = (one: Element) => one.checkVisibility({ visibilityProperty: true });
      const all = (selector: string) => [...document.querySelectorAll(selector)].filter(shown);
      const named = (what: string) => (one: Element) =>
        `${what}: ${one.tagName} ${one.className.toString()} ${one.textContent?.trim().slice(0, 60)}`;
      const drawn = all('.drawn').filter(
        (one) => [...one.querySelectorAll(':scope > .fig')].filter(shown).length !== 1,
      );
      const out = all('main *:not(svg *)').filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return right - left > 1 && (right > width + 1 || left < -1);
      });
      const tall = all('.fig').filter((one) => one.getBoundingClientRect().height > height);
      return [
        ...all('nav, .skip, button, input').map(named('to click')),
        ...all('details:not([open])').map(named('a closed fold')),
        ...drawn.map(named('drawn not once')),
        ...out.slice(0, 5).map(named('sticks out')),
        ...tall.map(named('higher than a sheet')),
      ];
    }, sheet);
    expect(faults).toEqual([]);
    // Ink on white, whichever colours the screen has.
    const colours = await page.evaluate(() => {
      const { color, colorScheme } = getComputedStyle(document.body);
      return { color, colorScheme: colorScheme || getComputedStyle(document.documentElement).colorScheme };
    });
    expect(colours.colorScheme).toContain('light');
  },
);
