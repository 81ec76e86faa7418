/** What the first page costs to open, and what it says before anyone scrolls. */
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { everyPage } from './every-page.ts';

const site = inject('site');
/** Compressed, with styles, fonts and charts. */
const mostBytes = 100 * 1024;
const mostRequests = 6;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each([
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
])(
  'the verdict, what is off and the next moves stand inside the first screen of $width x $height',
  async ({ width, height }) => {
    const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site);
    const moves = page.locator('.next li a');
    expect(await moves.count()).toBeGreaterThan(0);
    for (const part of [page.locator('#verdict'), page.locator('#off'), ...(await moves.all())]) {
      const box = (await part.isVisible()) ? await part.boundingBox() : null;
      if (!box) continue;
      expect(box.y, await part.innerText()).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height, await part.innerText()).toBeLessThanOrEqual(height);
    }
    expect(await page.locator('#verdict').isVisible()).toBe(true);
    expect(await page.locator('#off').isVisible()).toBe(true);
    expect(await moves.first().isVisible()).toBe(true);
    await context.close();
  },
);

test('the first page weighs little, asks for little, and for no script', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const answers: { url: string; kind: string; bytes: Promise<number> }[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    // Fonts are compressed as they are.
    const bytes = response.body().then((body) => (kind === 'font' ? body.length : gzipSync(body).length));
    answers.push({ url: response.url(), kind, bytes });
  });
  await page.goto(site, { waitUntil: 'networkidle' });
  const weights = await Promise.all(answers.map(async ({ url, bytes }) => `${await bytes} ${url}`));
  const sum = (await Promise.all(answers.map(({ bytes }) => bytes))).reduce((all, bytes) => all + bytes, 0);
  expect(sum, weights.join('\n')).toBeLessThanOrEqual(mostBytes);
  expect(answers.length, weights.join('\n')).toBeLessThanOrEqual(mostRequests);
  expect(answers.filter(({ kind }) => kind === 'script')).toEqual([]);
  await context.close();
});

test('no page needs a script: none has one', async () => {
  for (const { address, html } of await everyPage(site)) {
    expect(/<script|\son[a-z]+=/.exec(html)?.[0], address).toBeUndefined();
  }
});
