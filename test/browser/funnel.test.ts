import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBooks } from '../proof/plain-books.ts';
import { cohortValues } from '../proof/plain-cohort.ts';
import { addressOf } from '../proof/plain-tally.ts';
import { openBrowser } from './chromium.ts';

const site = inject('site');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1200, height: 900 } });
});
afterAll(() => browser.close());

/** The cells of each cohort, by the quarter at the head of its row. */
async function cohortRows(): Promise<Map<string, string[]>> {
  const rows = await page
    .locator('#cohorts table tbody tr')
    .evaluateAll((all) =>
      all.map((row): [string, string[]] => [
        row.querySelector('th')?.textContent.trim() ?? '',
        [...row.querySelectorAll('td')].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
      ]),
    );
  return new Map(rows);
}

const quarters = ['First', 'Second', 'Third', 'Fourth'];
const calledIn = (period: string): string => {
  const [, year = '', quarter = ''] = /^FY(\d{4})-Q(\d)$/.exec(period) ?? [];
  return `${quarters[Number(quarter) - 1]} quarter of ${year}`;
};

test('the title tells how far the newest cohort came of which all is known', async () => {
  await page.goto(`${site}funnel/`);
  const said = page.locator('h1 [data-says="cohort came"]');
  expect((await said.innerText()).trim()).toBe(
    'The 123 inbound leads of the first quarter brought 69 qualified leads, 34 deals and 12 wins.',
  );
  const first = page.locator('#cohorts .fig.wide svg').first();
  const words = await first.locator('text').allTextContents();
  for (const count of ['123', '69', '34', '12']) expect(words).toContain(count);
});

test('each cohort is as plain loops over the exports count it, and says when the rest is known', async () => {
  await page.goto(`${site}funnel/`);
  const rows = await cohortRows();
  const plain = cohortValues(openBooks('data/sample/exports', 'data/sample/agreement'));
  const shown = ['FY2025-Q1', 'FY2025-Q2', 'FY2025-Q3', 'FY2025-Q4', 'FY2026-Q1', 'FY2026-Q2'];
  for (const period of shown) {
    const deals = plain.get(addressOf('inquiries-to-deals', period, '', ''));
    const won = plain.get(addressOf('inquiries-won', period, '', ''));
    const cells = rows.get(calledIn(period)) ?? [];
    expect([cells[0], cells[4]], period).toEqual([String(deals?.records), String(deals?.numerator)]);
    const told = won?.waiting ? `${won.numerator} of ${won.denominator}` : String(won?.numerator);
    expect(cells[8], period).toBe(told);
    expect(cells.at(-1), period).toBe(won?.waiting ? 'on 27\u00a0December\u00a02026'.replaceAll('\u00a0', ' ') : 'yes');
  }
  expect([...rows.keys()][0]).toBe('Fourth quarter of 2026, so far');
  expect(rows.get('Third quarter of 2026')?.at(-1)).toBe('on 29 March 2027');
});

test('the funnel’s page is short: what is off or changed stands open, the other numbers are folded', async () => {
  await page.goto(`${site}funnel/`);
  expect(await page.locator('#numbers > .trends .trend').count()).toBeLessThan(12);
  expect(await page.locator('#numbers details .trend').count()).toBeGreaterThan(10);
  expect(await page.locator('#members > .lists .by').count()).toBeLessThanOrEqual(2);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4600);
});

test('the pipeline’s page tells what is open, factored and covered before what moved it', async () => {
  await page.goto(`${site}pipeline/`);
  expect(await page.locator('.keys a').allInnerTexts()).toEqual([
    'Open pipeline',
    'Factored pipeline',
    'Pipeline coverage when the quarter began',
    'Pipeline coverage of what is left',
  ]);
  const open = (await (await fetch(`${site}api/metrics/open-pipeline.json`)).json()) as { latest: { value: number } };
  const told = await page.locator('.keys .val').first().innerText();
  expect(Number(told.replace(/[^\d.]/g, '')) * 1e6).toBeCloseTo(open.latest.value, -4.3);
  const order = await page
    .locator('main section')
    .evaluateAll((all) => all.map(({ id, className }) => id || className));
  expect(order.slice(1, 4)).toEqual(['keys', 'bridge', 'by-sales-stage']);
  const repeated = await page.locator('#numbers').innerText();
  expect(repeated.split('No usual range').length - 1).toBeLessThanOrEqual(1);
});
