import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function at(width: number, height: number, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(site);
    await work(page);
  } finally {
    await context.close();
  }
}

const textOf = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' ').trim());

describe('the first page', () => {
  test.each([
    [1280, 800],
    [390, 844],
  ])('at %d by %d the verdict, what is off and the next moves lie inside the first screen', async (width, height) => {
    await at(width, height, async (page) => {
      for (const part of ['#verdict', '#off', '.next > .moves-list']) {
        const box = await page.locator(part).boundingBox();
        expect(box && box.y + box.height, part).toBeLessThanOrEqual(height);
      }
    });
  });

  test('tells what is new since last week, each line leading to its number', async () => {
    await at(1280, 800, async (page) => {
      expect(await textOf(page, '#since')).toEqual(['New since 2 November']);
      const lines = await textOf(page, '.since li');
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.length).toBeLessThanOrEqual(5);
      expect(lines.join(' ')).toContain('‘Leads followed up in time’ is slipping for October');
      expect(lines.join(' ')).toContain('‘Qualified leads delivered’ for November: none on 2 November, 7 so far now.');
      const links = await page.locator('.since a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(links.length).toBe(lines.length);
      for (const link of links) expect(link).toMatch(/^(?:#|\/metrics\/)[a-z-]+/);
    });
  });

  test('parts what is to be done from what is to be decided', async () => {
    await at(1280, 800, async (page) => {
      const done = (await textOf(page, '.next .moves-list')).join(' ');
      const decided = (await textOf(page, '.decide .moves-list')).join(' ');
      expect(done).toMatch(/Contact \d+ waiting leads? by/);
      expect(done).not.toContain('Agree to');
      expect(decided).toContain('As agreed for ‘Closed business from inbound leads’');
      expect(decided).toContain('Agree to ‘Feedback from partners’, or change it.');
      expect(decided).toContain('Look again at what ‘Time to a yes or no’ asks: that was due by 31 October.');
    });
  });

  test('celebrates one number with its sentence, and says which file lags', async () => {
    await at(390, 844, async (page) => {
      expect(await textOf(page, '.win p')).toEqual([
        expect.stringMatching(/^Marketing passed on 24 qualified leads in October.* A real change for the better/),
        'Qualified leads delivered',
      ]);
      const [lag = ''] = await textOf(page, '.lag');
      expect(lag).toMatch(
        /^OpportunityContactRole\.csv is of Friday, 6 November, .*Deals with more than one decision-maker/,
      );
    });
  });

  test('weighs no more than 100 KB with styles and fonts, in no more than six requests', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const answers: Response[] = [];
    page.on('response', (response) => answers.push(response));
    await page.goto(site, { waitUntil: 'networkidle' });
    const weights = await Promise.all(
      answers.map(async (answer) => {
        const body = await answer.body();
        return answer.url().endsWith('.woff2') ? body.length : gzipSync(body).length;
      }),
    );
    await context.close();
    const weight = weights.reduce((sum, one) => sum + one, 0);
    expect(answers.length).toBeLessThanOrEqual(6);
    expect(weight).toBeGreaterThan(20_000);
    expect(weight).toBeLessThanOrEqual(100_000);
  });
});
