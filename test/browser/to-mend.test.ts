/** What to mend in the CRM, on the page of data: for the company as counts. (The managers' edition is looked at beside its page of deals.) */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { openAt } from './open-at.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Check {
  readonly count: number;
  readonly of: number;
  readonly metrics: readonly string[];
}
const checksOf = async (address: string): Promise<readonly Check[]> =>
  ((await (await fetch(`${address}api/health.json`)).json()) as { checks: Check[] }).checks;

test('each check that found something is told with its counts, what touches most numbers first', async () => {
  const checks = await checksOf(site);
  const found = checks.filter(({ count }) => count > 0);
  const expected = found
    .toSorted((one, other) => other.metrics.length - one.metrics.length || other.count - one.count)
    .map(({ count, of }) => [count, of].map((number) => number.toLocaleString('en-GB')));
  expect(expected.length).toBeGreaterThan(3);
  await openAt(browser, `${site}data/`, 1280, async (page) => {
    const items = page.locator('#crm li[id^="mend-"]');
    const told = await items.evaluateAll((all) =>
      all.map((item) => [
        item.querySelector('.many')?.textContent ?? '',
        /of ([\d,]+) looked at/.exec(item.textContent ?? '')?.[1] ?? '',
      ]),
    );
    expect(told).toEqual(expected);
    const ids = await items.evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(await page.locator('#crm').innerText()).toContain(`${checks.length - found.length} checks found nothing.`);
  });
});

test('an item links to numbers that it touches, and says whose pages those are', async () => {
  await openAt(browser, `${site}data/`, 1280, async (page) => {
    const links = page.locator('#crm li[id^="mend-"] a');
    const leads = await links.evaluateAll((all) =>
      all.map((link) => [link.getAttribute('href') ?? '', link.textContent ?? '']),
    );
    expect(leads.length).toBeGreaterThan(0);
    for (const [to, says] of new Map(leads.map(([to = '', says = '']) => [to, says])))
      expect(await (await fetch(new URL(to, site))).text(), to).toContain(says);
  });
});

test('the company’s edition lists no record: it has no key of the CRM, and no list to open', async () => {
  for (const path of ['data/', 'api/health.json']) {
    const answer = await fetch(site + path);
    expect(answer.status, path).toBe(200);
    const text = await answer.text();
    expect(text, path).not.toMatch(/00[136Q]Hw\w{11,}/);
    expect(text, path).not.toContain('salesforce.example');
  }
  await openAt(browser, `${site}data/`, 1280, async (page) => {
    expect(await page.locator('#crm details').count()).toBe(0);
  });
});
