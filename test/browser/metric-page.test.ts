import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';

const site = inject('site');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  await page.goto(`${site}metrics/followed-up-in-time/`);
});
afterAll(() => browser.close());

const shown = async () => {
  const grains = ['week', 'month', 'quarter', 'year'];
  const seen = await Promise.all(grains.map((grain) => page.locator(`.at-${grain}`).isVisible()));
  return grains.filter((_, index) => seen[index]);
};

test('a chart is drawn by weeks, months, quarters or years, as keys choose, without script', async () => {
  expect(await shown()).toEqual(['month']);
  await page.locator('.grains input:checked').focus();
  await page.keyboard.press('ArrowRight');
  expect(await shown()).toEqual(['quarter']);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await shown()).toEqual(['week']);
});

test('paper has the chosen chart and no choice', async () => {
  await page.getByRole('radio', { name: 'quarter' }).check();
  await page.emulateMedia({ media: 'print' });
  expect(await shown()).toEqual(['quarter']);
  expect(await page.locator('.grains').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
});

test('the line below the title leads to how it is counted and who agreed', async () => {
  const links = await page.locator('.on-page a').all();
  const names = await Promise.all(links.map((link) => link.innerText()));
  expect(names).toEqual(['Over time', 'Where', 'How it is counted', 'Who agreed', 'The figures']);
  for (const link of links) expect(await page.locator((await link.getAttribute('href')) ?? '').count()).toBe(1);
});

test('what can be taken along is there', async () => {
  const links = await page.locator('.downloads a').all();
  expect(links).toHaveLength(7);
  for (const link of links) {
    const answer = await fetch(new URL((await link.getAttribute('href')) ?? '', page.url()));
    expect(answer.status, answer.url).toBe(200);
  }
});
