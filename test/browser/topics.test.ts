import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { openAt } from './open-at.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const at = (path: string, width: number, work: (page: Page) => Promise<void>): Promise<void> =>
  openAt(browser, site + path, width, work);

interface Listed {
  readonly slug: string;
  readonly topic: string | null;
  readonly alsoOn: readonly string[];
}
const counted = async (): Promise<readonly Listed[]> =>
  ((await (await fetch(`${site}api/metrics.json`)).json()) as { metrics: Listed[] }).metrics;

/** `€1,215,008`, `−€234,035`. */
const amountIn = (text: string): number => Number(text.replace('−', '-').replace(/[^\d.-]/g, ''));

test('each topic of something counted has a page, with a row for each of its numbers', async () => {
  const metrics = await counted();
  const topics = [...new Set(metrics.flatMap(({ topic }) => topic ?? []))];
  expect(topics).toHaveLength(8);
  for (const topic of topics) {
    await at(`${topic}/`, 1280, async (page) => {
      const linked = await page
        .locator('#numbers .trend .name')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? ''));
      const own = metrics.filter((one) => one.topic === topic || one.alsoOn.includes(topic)).map(({ slug }) => slug);
      expect(linked.toSorted(), topic).toEqual(own.toSorted());
      expect((await page.locator('h1').innerText()).trim(), topic).toMatch(/[.?]$/);
    });
  }
});

test('the pipeline’s page says first what moved it, and draws the month and the quarter on one axis', async () => {
  await at('pipeline/', 1200, async (page) => {
    expect(await page.locator('h1').innerText()).toMatch(
      /^In October the open pipeline (?:grew|shrank) by [\d,]+ euros: mainly .+ opened, less .+ and .+\.$/,
    );
    expect(await page.locator('main section').nth(2).getAttribute('id')).toBe('bridge');
    const drawings = page.locator('#bridge .fig.wide svg');
    expect(await drawings.count()).toBe(2);
    for (const drawing of await drawings.all()) {
      const words = await drawing.locator('text').allTextContents();
      for (const step of ['At the start', 'Opened', 'Raised', 'Won', 'Lost', 'At the end'])
        expect(words).toContain(step);
      expect(words.filter((word) => /^[+−]€/.test(word)).length).toBeGreaterThanOrEqual(4);
      expect(words).not.toContain('Not explained');
      expect(await drawing.locator('desc').textContent()).toMatch(/^At the start €.+; Opened \+€.+; At the end €.+\.$/);
    }
    await page.goto(`${site}metrics/pipeline-movements/`);
    expect(await page.locator('#bridge').count()).toBe(1);
  });
});

test('each period of the folded tables adds up, to the euros that rounding takes', async () => {
  await at('pipeline/', 1280, async (page) => {
    const folds = page.locator('#bridge details');
    expect(await folds.locator('summary').allInnerTexts()).toEqual([
      'Every month, step by step',
      'Every quarter, step by step',
      'Every year, step by step',
    ]);
    const rows = await folds
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
    expect(rows.length).toBeGreaterThan(50);
    for (const cells of rows) {
      const amounts = cells.map(amountIn);
      const [closing = Number.NaN] = amounts.slice(-1);
      const explained = amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0);
      expect(Math.abs(explained - closing), cells.join(' ')).toBeLessThanOrEqual(4);
    }
  });
});

test('the funnel’s page sets the stages side by side in their order: how many, how many moved on, how long', async () => {
  await at('funnel/', 1200, async (page) => {
    const table = page.locator('#by-sales-stage table');
    expect((await table.locator('tbody th').allTextContents()).map((head) => head.trim())).toEqual([
      'Prospecting',
      'Discovery',
      'Proposal',
      'Ready to close',
    ]);
    const heads = ((await table.locator('thead').textContent()) ?? '').replace(/\s+/g, ' ');
    expect(heads).toContain('Deals that move on from each stage');
    expect(heads).toContain('Time in each stage');
    const first = await table.locator('tbody tr').first().locator('td').allTextContents();
    expect(first).toHaveLength(4);
    expect(first[1]?.trim()).toMatch(/^\d+%$/);
  });
});

test('who is to be paused, and which parts of a definition go with what, stand where people look for them', async () => {
  await at('partners/', 1280, async (page) => {
    expect(await page.locator('#paused').innerText()).toContain('Nordlicht Systems');
  });
  await at('feedback/', 1280, async (page) => {
    expect(await page.locator('section[id$="clauses-of-qualified-lead"] table').count()).toBe(2);
  });
});

test('lists of members lead to where the metric tells all of them', async () => {
  await at('deals/', 1280, async (page) => {
    const links = await page
      .locator('#members h3 a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      const [address = '', part = ''] = link.split('#');
      const html = await (await fetch(address)).text();
      expect(html, link).toContain(`id="${part}"`);
    }
  });
});

test.each([320, 390, 1200])('at %d pixels no drawing reaches past the page', async (width) => {
  for (const path of ['pipeline/', 'funnel/', 'customers/']) {
    await at(path, width, async (page) => {
      await page.locator('details').evaluateAll((folds) => folds.forEach((fold) => fold.setAttribute('open', '')));
      const past = await page.locator('main svg').evaluateAll(
        (drawings, wide) =>
          drawings.flatMap((drawing) => {
            const texts = [...drawing.querySelectorAll('text')].filter((text) => text.getClientRects().length > 0);
            return texts
              .filter((text) => text.getBoundingClientRect().right > wide || text.getBoundingClientRect().left < 0)
              .map((text) => text.textContent);
          }),
        width,
      );
      expect(past, path).toEqual([]);
    });
  }
});

test('by keyboard each fold of the bridge opens, and the stops can be seen', async () => {
  await at('pipeline/', 1200, async (page) => {
    const first = page.locator('#bridge summary').first();
    for (let stop = 0; stop < 30 && !(await first.evaluate((one) => one === document.activeElement)); stop++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(
        () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
      );
      expect(outline).not.toBe('none');
    }
    expect(await first.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.locator('#bridge table').first().isVisible()).toBe(true);
  });
});

test('without JavaScript a topic’s page shows the same', async () => {
  const textOf = async (javaScriptEnabled: boolean) => {
    const page = await browser.newPage({ javaScriptEnabled });
    await page.goto(`${site}pipeline/`);
    const text = await page.locator('main').innerText();
    await page.close();
    return text;
  };
  expect(await textOf(false)).toBe(await textOf(true));
});
