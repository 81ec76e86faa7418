import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { everyPage, kinds, type SitePage } from './every-page.ts';

const site = inject('site');
let browser: Browser;
let pages: SitePage[];

beforeAll(async () => {
  browser = await openBrowser();
  pages = await everyPage(site);
});
afterAll(() => browser.close());

async function at<T>(
  options: Parameters<Browser['newContext']>[0],
  work: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

test('the site has its pages, each reached by links', () => {
  const paths = pages.map((page) => page.address.slice(site.length));
  expect(paths).toContain('');
  expect(paths).toContain('vocabulary/');
  expect(paths).toContain('data/');
  expect(paths.filter((path) => path.startsWith('metrics/')).length).toBeGreaterThanOrEqual(6);
});

test('every page of a made-up company says so, names the company first and has one heading of the first level', () => {
  for (const { address, html } of pages) {
    expect(html, address).toContain('made-up company');
    expect(html.match(/<h1\b/g), address).toHaveLength(1);
    // A chart that other pages hold has no foot.
    if (html.includes('Same Page shows'))
      expect(html.indexOf('class="company"'), address).toBeLessThan(html.indexOf('Same Page shows'));
  }
});

test('every page has a title of its own that says the finding, a description, and words for when it is shared', () => {
  const titles = pages.map(({ html }) => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');
  expect(new Set(titles).size).toBe(titles.length);
  for (const { address, html } of pages) {
    expect(html, address).toMatch(/<meta name="description" content="[^"]{10,}"/);
    expect(html, address).toMatch(/<meta property="og:title" content="[^"]{10,}"/);
    expect(html, address).toMatch(/<meta property="og:description" content="[^"]{10,}"/);
  }
});

test('every page says first what it is written in, and is as wide as its screen', () => {
  for (const { address, html } of pages) {
    expect(html, address).toMatch(/^<!doctype html>\s*<html lang="en-GB">/i);
    expect(html.slice(0, 1024), address).toMatch(/<meta charset="utf-8">/i);
    expect(html, address).toMatch(/<meta name="viewport" content="width=device-width/);
  }
});

test('no page runs a script', () => {
  for (const { address, html } of pages) expect(html, address).not.toMatch(/<script/);
});

test('headings go down one level at a time', () => {
  for (const { address, html } of pages) {
    const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    // The page's own title comes first, so what follows is never more than one deeper than what stood before.
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0), address).toBeLessThanOrEqual(1);
  }
});

test('ids are unique on every page', () => {
  for (const { address, html } of pages) {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      address,
    ).toEqual([]);
  }
});

test('a metric over a figure says what the figure is, whose hours run, and its unit once', async () => {
  await at({}, async (page) => {
    await page.goto(`${site}metrics/response-time/`);
    const counts = await page.locator('#agreed').innerText();
    expect(counts).toContain('Response time: how many opening hours the lead waited for its first response');
    expect(counts).toContain('worked out as business hours from assigned to first response');
    expect(counts).toContain('Business time runs by the calendar ‘office’');
    expect(await page.locator('#trend .sub').first().innerText()).toMatch(/, in business hours\.$/);
    const drawn = await page.locator('#trend svg').first().locator('text').allTextContents();
    expect(drawn.join(' ')).toMatch(/target: 6/);
    expect(drawn.join(' ')).not.toMatch(/business/);
  });
});

test('without JavaScript the pages show the same', async () => {
  const textOf = (javaScriptEnabled: boolean) =>
    at({ javaScriptEnabled }, async (page) => {
      await page.goto(site);
      return page.locator('main').innerText();
    });
  expect(await textOf(false)).toBe(await textOf(true));
});

describe('the headline page', () => {
  test.each([
    [1280, 800],
    [390, 844],
  ])('verdict, what is off and the next moves lie inside the first screen of %d by %d', async (width, height) => {
    await at({ viewport: { width, height } }, async (page) => {
      await page.goto(site);
      for (const id of ['#verdict', '#off', '.next .moves-list']) {
        const found = page.locator(id);
        // Nothing is off in a month in which all was kept.
        if (id === '#off' && (await found.count()) === 0) continue;
        const box = await found.boundingBox();
        expect(box, id).not.toBeNull();
        if (!box) continue;
        expect(box.y, id).toBeGreaterThanOrEqual(0);
        expect(box.x, id).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width, id).toBeLessThanOrEqual(width);
        expect(box.y + box.height, id).toBeLessThanOrEqual(height);
      }
    });
  });

  test('six numbers stand in the strip, in the agreed order, each with mark, word, value and level, and each leads to its finding', async () => {
    await at({ viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(site);
      const entries = await page.locator('.strip a').all();
      expect(entries).toHaveLength(6);
      for (const entry of entries) {
        expect(await entry.locator('.mark').count()).toBe(1);
        expect((await entry.locator('.word').innerText()).trim()).not.toBe('');
        expect((await entry.locator('.val').innerText()).trim()).not.toBe('');
        const to = await entry.getAttribute('href');
        expect(await page.locator(`article${to}`).count()).toBe(1);
      }
      expect(await page.locator('.strip .lab').allInnerTexts()).toEqual([
        'Qualified leads delivered',
        'Leads followed up in time',
        'Feedback given on leads',
        'Pipeline from inbound leads',
        'Closed business from inbound leads',
        'Campaign effectiveness\nthird quarter of 2026',
      ]);
    });
  });

  test('each finding has its mark, its sentence, a chart and how it is counted in place; trouble comes first', async () => {
    await at({ viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(site);
      const findings = await page.locator('article.finding').all();
      expect(findings).toHaveLength(6);
      const ranks: number[] = [];
      for (const finding of findings) {
        const word = (await finding.locator('.word').first().innerText()).trim();
        ranks.push(['Broken', 'Slipping'].indexOf(word) === -1 ? 2 : ['Broken', 'Slipping'].indexOf(word));
        expect((await finding.locator('h2').innerText()).trim()).toMatch(/[.]$/);
        expect(await finding.locator('svg.chart').count()).toBeGreaterThan(0);
        await finding.locator('summary', { hasText: 'How this is counted' }).click();
        expect(await finding.locator('.def').isVisible()).toBe(true);
        await finding.locator('summary', { hasText: 'The numbers of this chart' }).click();
        const table = finding.locator('details.numbers table');
        expect(await table.isVisible()).toBe(true);
        expect(await table.locator('tbody tr').count()).toBeGreaterThan(5);
      }
      expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    });
  });

  test('one line says where the marks begin and end', async () => {
    await at({}, async (page) => {
      await page.goto(site);
      const key = await page.locator('.key').innerText();
      for (const word of ['Kept', 'Slipping', 'Broken', 'Ring']) expect(key).toContain(word);
    });
  });
});

describe('a metric’s page', () => {
  test('has finding, charts, breakdown, definition, signatures, history, receipt, notes, figures and downloads', async () => {
    await at({ viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(`${site}metrics/followed-up-in-time/`);
      for (const id of [
        'trend',
        'outcomes',
        'by-source',
        'agreed',
        'wordings',
        'where-from',
        'notes',
        'figures',
        'related',
      ])
        expect(await page.locator(`section#${id}`).count(), id).toBe(1);
      const rowsOf = (index: number) => page.locator('#figures table').nth(index).locator('tbody tr').count();
      // Half a year and the running month stand open; all periods are one fold away.
      expect(await rowsOf(0)).toBe(7);
      expect(await rowsOf(1)).toBeGreaterThan(24);
      expect(await page.locator('#figures a[href$=".csv"]').count()).toBe(1);
      expect(await page.locator('#figures a[href$=".json"]').count()).toBe(1);
      expect(await page.locator('#agreed').innerText()).toContain('What does not count');
    });
  });

  test('its tables have captions and scoped headers', () => {
    for (const { address, html } of pages) {
      expect(html.match(/<table\b/g)?.length ?? 0, address).toBe(html.match(/<caption\b/g)?.length ?? 0);
      expect(html, address).not.toMatch(/<th(?![^>]*\bscope=)[\s>]/);
    }
  });
});

test('every term of the vocabulary has its anchor, and all links to terms find theirs', async () => {
  await at({}, async (page) => {
    await page.goto(`${site}vocabulary/`);
    const ids = new Set(await page.locator('[id]').evaluateAll((parts) => parts.map((part) => part.id)));
    expect(await page.locator('section.term#qualified-lead').count()).toBe(1);
    const linked = pages.flatMap(({ pointsTo }) => pointsTo.filter((to) => to.includes('/vocabulary/#')));
    expect(linked.length).toBeGreaterThan(0);
    for (const to of linked) expect(ids, to).toContain(to.split('#')[1]);
  });
});

test('the data page accounts for every row of every file', async () => {
  await at({}, async (page) => {
    await page.goto(`${site}data/`);
    const rows = await page
      .locator('#account tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent?.replace(/\D/g, '')))),
      );
    expect(rows.length).toBeGreaterThan(1);
    for (const [read, ...fates] of rows) expect(fates.reduce((sum, count) => sum + count, 0)).toBe(read);
  });
});

test('on paper there is no navigation', async () => {
  await at({}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const path of Object.values(kinds)) {
      await page.goto(site + path);
      for (const nav of await page.locator('nav, .skip').all()) expect(await nav.isVisible(), path).toBe(false);
      expect(await page.locator('h1').isVisible(), path).toBe(true);
    }
  });
});
