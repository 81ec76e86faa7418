import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { openAt } from './open-at.ts';

const site = inject('site');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const at = (path: string, width: number, work: (page: Page) => Promise<void>) =>
  openAt(browser, site + path, width, work);

const textOf = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replaceAll(/\s+/gu, ' ').trim());

describe('the page of promises', () => {
  test('shows every promise once, with its mark, its record and who agreed', async () => {
    const { metrics } = (await (await fetch(`${site}api/metrics.json`)).json()) as {
      metrics: { slug: string; promisedBy: readonly string[] | null }[];
    };
    const promised = metrics.flatMap(({ slug, promisedBy }) => ((promisedBy ?? []).length > 0 ? [slug] : []));
    await at('promises/', 1280, async (page) => {
      const told = await page.locator('.promise-told').evaluateAll((all) => all.map(({ id }) => id));
      expect(told.toSorted()).toEqual(promised.toSorted());
      expect(await page.locator('.promise-told .word').count()).toBe(told.length);
      expect(await page.locator('.promise-told [data-says="marks counted"]').count()).toBe(told.length);
      expect(await textOf(page, '.direction h2')).toEqual([
        'Marketing promised sales',
        'Sales promised marketing',
        'Promised together',
        'Partners promised marketing',
      ]);
      expect(await textOf(page, '#followed-up-in-time .terms')).toEqual([
        'If broken: two months in a row, the heads of both teams meet within a week. Agreed by sales and marketing on 15 December 2025. To be reviewed by 15 January 2027.',
      ]);
      expect(await textOf(page, '#partners-feedback .waits-for')).toEqual([
        'Waiting for marketing to agree. No yes is written down yet.',
      ]);
    });
  });

  test('a record is a mark for each month, and its sentence counts them', async () => {
    await at('promises/', 1280, async (page) => {
      const row = page.locator('#followed-up-in-time .fig.wide');
      const drawn = async (mark: string) => row.locator(`.m-${mark}`).count();
      const [kept, slipping, broken] = [await drawn('kept'), await drawn('slipping'), await drawn('broken')];
      expect(kept + slipping + broken).toBe(12);
      const small = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
      expect(await textOf(page, '#followed-up-in-time [data-says="marks counted"]')).toEqual([
        `Kept in ${kept} of 12 months, slipping in ${small[slipping]}, broken in ${small[broken]}.`,
      ]);
      expect(await row.locator('svg desc').innerHTML()).toContain('Kept in');
    });
  });

  test('both directions stand side by side on a desk, and under one another on a phone', async () => {
    const places = async (page: Page) => {
      const boxes = await Promise.all(
        ['#marketing-to-sales', '#sales-to-marketing'].map((id) => page.locator(id).boundingBox()),
      );
      return boxes.map((box) => box ?? { x: 0, y: 0 });
    };
    await at('promises/', 1280, async (page) => {
      const [left, right] = await places(page);
      expect(left?.y).toBe(right?.y);
      expect(left?.x).toBeLessThan(right?.x ?? 0);
    });
    await at('promises/', 390, async (page) => {
      const [first, second] = await places(page);
      expect(first?.x).toBe(second?.x);
      expect(first?.y).toBeLessThan(second?.y ?? 0);
    });
  });

  test('fits one sheet of paper', async () => {
    await at('promises/', 1280, async (page) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page[^s]/gu)).toHaveLength(1);
    });
  });

  test('by keyboard one comes from a promise to all about it, and opens its numbers', async () => {
    await at('promises/', 1280, async (page) => {
      const summary = page.locator('#followed-up-in-time summary');
      await summary.focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('#followed-up-in-time table tbody tr').count()).toBe(12);
      await page.locator('#followed-up-in-time h3 a').focus();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/metrics/followed-up-in-time/');
    });
  });

  test('the six entries of the masthead stand in one row, on the smallest screens in two', async () => {
    const rows = async (page: Page) => {
      const tops = await page
        .locator('.mast nav a')
        .evaluateAll((all) => all.map((link) => Math.round(link.getBoundingClientRect().top)));
      return new Set(tops).size;
    };
    for (const [width, most] of [[1280, 1], [390, 1], [320, 2]] as const) {
      await at('promises/', width, async (page) => expect(await rows(page)).toBe(most));
    } // prettier-ignore
  });
});

describe('the page of partners', () => {
  test('says first who is to be paused, as the file for lead routing does', async () => {
    const file = await (await fetch(`${site}api/paused/partners-follow-up.csv`)).text();
    const paused = file.trim().split('\n').slice(1).map((line) => line.split(',')[0] ?? ''); // prettier-ignore
    await at('partners/', 1280, async (page) => {
      const [title] = await textOf(page, 'h1');
      expect(title).toContain('to be paused');
      for (const name of paused) expect(title).toContain(name);
      expect((await textOf(page, 'main h2'))[0]).toContain('Whom the promise pauses');
    });
  });

  test('partners stand by name in every table, whatever they came to', async () => {
    await at('partners/', 1280, async (page) => {
      const tables = await page
        .locator('.by-partner table, #leads table')
        .evaluateAll((all) =>
          all.map((table) =>
            [...table.querySelectorAll('tbody tr:not(.now) th')].map((head) => head.textContent?.trim() ?? ''),
          ),
        );
      expect(tables).toHaveLength(3);
      for (const names of tables) {
        expect(names.length).toBeGreaterThan(3);
        expect(names).toEqual(names.toSorted());
      }
      expect(await page.locator('main .by').count()).toBe(0);
    });
  });
});
