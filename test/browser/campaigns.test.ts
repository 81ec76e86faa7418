import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBooks, type Books } from '../proof/plain-books.ts';
import { dayOf } from '../proof/plain-time.ts';
import { instantOf } from '../proof/plain-rows.ts';
import { openBrowser } from './chromium.ts';
import { openAt } from './open-at.ts';

const site = inject('site');
const sample = fileURLToPath(new URL('../../data/sample', import.meta.url));
let browser: Browser;
let books: Books;

beforeAll(async () => {
  browser = await openBrowser();
  books = openBooks(`${sample}/exports`, `${sample}/agreement`);
});
afterAll(() => browser.close());

const at = <T>(path: string, work: (page: Page) => Promise<T>): Promise<T> => openAt(browser, site + path, 1280, work);

/** A table by the names of its rows and columns. */
async function cells(page: Page, id: string): Promise<(row: string, column: string) => string> {
  const table = page.locator(`#${id} table`);
  const heads = await table.locator('thead th').allInnerTexts();
  const rows = await Promise.all(
    (await table.locator('tbody tr').all()).map((row) => row.locator('th, td').allInnerTexts()),
  );
  const plain = (text: string) => text.split('\n')[0]?.trim() ?? '';
  return (row, column) => {
    const found = rows.find(([head]) => plain(head ?? '') === row);
    return plain(found?.[heads.findIndex((head) => plain(head) === column)] ?? 'no such cell');
  };
}

/** `€57,686` is 57686. */
const amountIn = (text: string): number => Number(text.replace(/[^\d.-]/gu, ''));
const in2026 = (day: string) => day.startsWith('2026');
const named = (id: string | undefined) => books.campaigns.get(id ?? '')?.Name ?? '';
const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0);

test('a campaign is read across from the money to the leads, as plain counting has it', async () => {
  const spent = books.spend.filter(({ month }) => in2026(month!));
  const inquiries = books.leads.filter(
    (lead) =>
      ['Website', 'Webinar', 'Content download', 'Event'].includes(lead.LeadSource!) &&
      in2026(dayOf(instantOf(lead.CreatedDate)!)),
  );
  await at('campaigns/', async (page) => {
    const cell = await cells(page, 'across-campaign');
    for (const campaign of ['Search ads', 'Trade fair Hannover 2026', 'All']) {
      const ofIt = (id: string | undefined) => campaign === 'All' || named(id) === campaign;
      const cost = sum(spent.filter((row) => ofIt(row.campaign_id)).map(({ amount }) => Number(amount)));
      expect(Math.abs(amountIn(cell(campaign, 'Spent on campaigns')) - cost), campaign).toBeLessThanOrEqual(0.5);
      const came = inquiries.filter((lead) => ofIt(lead.Primary_Campaign__c)).length;
      expect(amountIn(cell(campaign, 'Inquiries')), campaign).toBe(came);
    }
  });
});

test('the rows of what adds up come to the row of all', async () => {
  await at('campaigns/', async (page) => {
    const cell = await cells(page, 'across-campaign');
    const heads = (await page.locator('#across-campaign tbody th').allInnerTexts()).filter((head) => head !== 'All');
    for (const column of [
      'Spent on campaigns',
      'Inquiries',
      'Qualified leads delivered',
      'Business won from campaigns',
    ]) {
      const parts = heads.map((head) => amountIn(cell(head, column)));
      // Every amount is rounded to a whole euro.
      expect(Math.abs(sum(parts) - amountIn(cell('All', column))), column).toBeLessThanOrEqual(heads.length / 2);
    }
  });
});

test('other ways to give credit stand beside the agreed one, and come to the same whole', async () => {
  await at('campaigns/', async (page) => {
    const section = page.locator('[id^="credit-"]');
    expect(await section.locator('h2').innerText()).toMatch(/ways? to give credit would (?:move|say) /);
    const rows = await Promise.all(
      (await section.locator('tbody tr').all()).map((row) => row.locator('td').allInnerTexts()),
    );
    const totals = rows[0]!.map((_, column) => sum(rows.map((row) => amountIn(row[column]!.split(/\s/).at(-1)!))));
    for (const total of totals) expect(Math.abs(total - totals[0]!)).toBeLessThanOrEqual(rows.length);
  });
});

test('why leads were turned down is the title of the page of feedback, as plain counting has it', async () => {
  const notGood = ['No need', 'Not a fit', 'Wrong person', 'Student', 'Competitor'];
  const rejected = books.qualified.filter((one) => one.rejected !== null && in2026(dayOf(one.rejected)));
  const bad = rejected.filter(({ reason }) => notGood.includes(reason));
  await at('feedback/', async (page) => {
    expect(await page.locator('h1').innerText()).toContain(
      `Of ${rejected.length} rejected leads so far in 2026, ${bad.length} are ‘Not good’`,
    );
    const cell = await cells(page, 'across-campaign');
    const ads = rejected.filter(({ lead }) => named(lead.Primary_Campaign__c) === 'Network ads');
    expect(cell('Network ads', 'Leads rejected')).toBe(String(ads.length));
    const share = ads.filter((one) => bad.includes(one)).length / ads.length;
    expect(cell('Network ads', 'Rejections as not good')).toBe(`${Math.round(share * 100)}%`);
  });
});

test('what would have made them good says how many say so', async () => {
  await at('feedback/', async (page) => {
    expect(await page.locator('#would-be-good h2').innerText()).toMatch(
      /Of \d+ rejected leads so far in 2026, \d+ say what would make them good/,
    );
  });
});
