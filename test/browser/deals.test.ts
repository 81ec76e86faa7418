import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { countOnly } from '../cases/commands/count-only.ts';
import { copySample, runCommand } from '../cases/commands/run-command.ts';
import { axeViolations } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { serveFolder, type Served } from './serve.ts';

const company = inject('site');
const minute = 60_000;
/** The five ways in which deals are at risk, and a promise for the first page; with what these are made of or kept honest by. */
const countedForManagers = [
  'followed-up-in-time',
  'handed-over-in-time',
  'several-decision-makers',
  'deals-active',
  'overdue-close-dates',
  'deals-pushed-often',
  'stuck-deals',
  'usual-time-ready-to-close',
] as const;
let browser: Browser;
let folder: string;
let sample: Awaited<ReturnType<typeof copySample>>;
let served: Served;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'same-page-managers-'));
  sample = await copySample();
  await countOnly(sample.data, countedForManagers);
  const built = await runCommand(
    'build',
    '--data',
    sample.data,
    '--edition',
    'managers',
    '--out',
    join(folder, 'site'),
    '--database',
    join(folder, 'site.db'),
  );
  if (built.status !== 0) throw new Error(built.err);
  served = await serveFolder(join(folder, 'site'), '/');
}, 5 * minute);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await sample?.done();
  await rm(folder, { recursive: true, force: true });
});

async function at<T>(address: string, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await work(page);
  } finally {
    await context.close();
  }
}

const dealKey = /006Hw\w{11,}/;
const plain = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();
const openAll = (page: Page) =>
  page.locator('details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));

describe('the page of deals, for the company', () => {
  test('says first how many are at risk, and each way in a part of its own, with where they are', async () => {
    await at(`${company}deals/`, {}, async (page) => {
      expect(plain(await page.locator('h1').innerText())).toMatch(/^\d+ deals .+, \d+ .+ and \d+ .+\.$/);
      const claims = (await page.locator('.risk h3').allInnerTexts()).map(plain);
      expect(claims).toHaveLength(5);
      for (const claim of claims) expect(claim).toMatch(/^\d+ deals /);
      expect(claims).toEqual(expect.arrayContaining([expect.stringMatching(/stuck/), expect.stringMatching(/silent/)]));
      expect(await page.locator('.risk .fig.wide svg').count()).toBe(5);
      const inStages = await page.locator('#risk-deals-active .where tbody td.r:nth-of-type(1)').allInnerTexts();
      const silent = Number(/^\d+/.exec(claims.find((claim) => claim.includes('silent')) ?? '')?.[0]);
      expect(inStages.reduce((sum, count) => sum + Number(count), 0)).toBe(silent);
    });
  });

  test('lists nobody, and no file of the edition does', async () => {
    const html = await (await fetch(`${company}deals/`)).text();
    expect(html).not.toMatch(dealKey);
    expect(html).not.toContain('salesforce');
    expect(html).not.toMatch(/For managers only|noindex/);
    expect((await fetch(`${company}api/records/stuck-deals/2026-11.csv`)).status).toBe(404);
    expect(await readdir(join(inject('siteFolder'), 'api'))).not.toContain('records');
  });

  test('names no seller in any of its files', async () => {
    const users = await readFile(join('data', 'sample', 'exports', 'User.csv'), 'utf8');
    const names = [...users.matchAll(/"005\w+","[^"]*","[^"]*","[^"]*","([^"]+)"/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(8);
    const files = await readdir(inject('siteFolder'), { recursive: true });
    for (const file of files.filter((one) => /\.(?:html|json|csv|svg)$/.test(one))) {
      const text = await readFile(join(inject('siteFolder'), file), 'utf8');
      expect(
        names.filter((name) => text.includes(name)),
        file,
      ).toEqual([]);
    }
  });
});

describe('the page of deals, for managers', () => {
  test('lists as many as each part counts, each with its page in the CRM', async () => {
    await at(`${served.address}deals/`, {}, async (page) => {
      await openAll(page);
      expect(await page.locator('.risk').count()).toBe(5);
      for (const risk of await page.locator('.risk').all()) {
        const claimed = Number(/^\d+/.exec(await risk.locator('h3').innerText())?.[0]);
        const links = await risk
          .locator('.cases tbody th a')
          .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
        expect(links).toHaveLength(claimed);
        for (const link of links)
          expect(link).toMatch(
            /^https:\/\/hollin-works\.my\.salesforce\.example\/lightning\/r\/Opportunity\/006Hw\w+\/view$/,
          );
      }
    });
  });

  test('says on every page that it is for managers, and asks not to be found', async () => {
    for (const path of ['', 'deals/', 'trends/', 'data/', 'metrics/stuck-deals/', 'vocabulary/']) {
      const html = await (await fetch(served.address + path)).text();
      expect(html, path).toContain('For managers only.');
      expect(html.match(/<meta name="robots" content="noindex"/g), path).toHaveLength(1);
    }
  });

  test('gives each list as a file by month', async () => {
    const files = await readdir(join(folder, 'site', 'api', 'records', 'stuck-deals'));
    expect(files).toHaveLength(13);
    const text = await readFile(join(folder, 'site', 'api', 'records', 'stuck-deals', '2026-11.csv'), 'utf8');
    const [head, first] = text.split('\r\n');
    expect(head).toMatch(/^key,link,account,stage,amount,currency,/);
    expect(first).toMatch(/^006Hw\w+,https:/);
    await at(`${served.address}deals/`, {}, async (page) => {
      const linked = await page.locator('#risk-stuck-deals a[download]').getAttribute('href');
      expect(linked).toBe('/api/records/stuck-deals/2026-11.csv');
    });
  });

  test('breaks no rule of axe, and scrolls sideways nowhere, with all lists open', async () => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [390, 'dark'],
      [320, 'light'],
    ] as const) {
      await at(`${served.address}deals/`, { viewport: { width, height: 844 }, colorScheme }, async (page) => {
        await openAll(page);
        expect(await axeViolations(page), `${width} ${colorScheme}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBe(width);
      });
    }
  });

  test('opens a list by keyboard', async () => {
    await at(`${served.address}deals/`, { viewport: { width: 1280, height: 900 } }, async (page) => {
      const summary = page.locator('#risk-stuck-deals .cases summary');
      await summary.focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('#risk-stuck-deals .cases table').isVisible()).toBe(true);
    });
  });
});

describe('what to mend in the CRM, for managers', () => {
  test('lists the records of each check, as many as are counted or the first 200, each with its page in the CRM or its key', async () => {
    await at(`${served.address}data/`, {}, async (page) => {
      const items = page.locator('#crm li[id^="mend-"]');
      expect(await items.count()).toBeGreaterThan(3);
      for (const item of await items.all()) {
        const counted = Number((await item.locator('.many').innerText()).replaceAll(',', ''));
        const rows = item.locator('.cases tbody tr');
        expect(await rows.count()).toBe(Math.min(counted, 200));
        // Whose source says where its records lie has links; of the others the keys are told.
        const [links, keys] = await Promise.all([
          rows.locator('a').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href)),
          rows.evaluateAll((all) => all.filter((row) => /001Hw\w{11,}/.test(row.textContent ?? '')).length),
        ]);
        expect(links.length + keys).toBe(Math.min(counted, 200));
        for (const link of links)
          expect(link).toMatch(
            /^https:\/\/hollin-works\.my\.salesforce\.example\/lightning\/r\/\w+\/00[136Q]Hw\w+\/view$/,
          );
      }
    });
  });

  test('breaks no rule of axe with all lists open, and opens one by keyboard', async () => {
    await at(`${served.address}data/`, { viewport: { width: 1280, height: 900 } }, async (page) => {
      const list = page.locator('#crm .cases').first();
      await list.locator('summary').focus();
      await page.keyboard.press('Enter');
      expect(await list.locator('table').isVisible()).toBe(true);
      await openAll(page);
      expect(await axeViolations(page)).toEqual([]);
    });
  });
});
