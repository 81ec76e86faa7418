import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { addressesToLookAt } from './every-page.ts';
import { faultsOfLabels } from './labels.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('on no page of the sample do words of a drawing overlap, and none are cut, on a desk, on a tablet or on a phone', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 844 } });
  const page = await context.newPage();
  const faults: string[] = [];
  for (const address of await addressesToLookAt(site)) {
    await page.goto(address);
    if ((await page.locator('svg.chart').count()) === 0) continue;
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      return document.fonts.ready.then(() => undefined);
    });
    for (const width of [1280, 800, 320]) {
      await page.setViewportSize({ width, height: 844 });
      faults.push(
        ...(await faultsOfLabels(page)).map((fault) => `${address.replace(site, '/')} at ${width}: ${fault}`),
      );
    }
  }
  await context.close();
  expect(faults).toEqual([]);
});
