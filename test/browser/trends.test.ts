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

const apiOf = async () =>
  (await (await fetch(`${site}api/metrics.json`)).json()) as {
    metrics: { slug: string }[];
  };
const textOf = async (page: Page, selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' ').trim());

describe('the trends page', () => {
  test('has a row for every number that is counted, once, each leading to its page', async () => {
    const { metrics } = await apiOf();
    await at('trends/', 1200, async (page) => {
      const links = await page
        .locator('.trend .name')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(links.toSorted()).toEqual(metrics.map(({ slug }) => `/metrics/${slug}/`).toSorted());
      await page
        .locator('.trend.quiet')
        .nth(3)
        .click({ position: { x: 900, y: 8 } });
      expect(new URL(page.url()).pathname).toMatch(/^\/metrics\/[a-z-]+\/$/);
    });
  });

  test('its title counts the rows that really changed, and they come first', async () => {
    const words = [
      'None',
      'One',
      'Two',
      'Three',
      'Four',
      'Five',
      'Six',
      'Seven',
      'Eight',
      'Nine',
      'Ten',
      'Eleven',
      'Twelve',
    ];
    await at('trends/', 1200, async (page) => {
      const [all, real] = [await page.locator('.trend').count(), await page.locator('.trend.real').count()];
      expect(await page.locator('h1').innerText()).toBe(`${words[real] ?? real} of our ${all} numbers really changed.`);
      expect(await page.title()).toContain(`of our ${all} numbers really changed`);
      for (const group of await page.locator('.trend-group').all()) {
        const kinds = await group
          .locator('.trend')
          .evaluateAll((rows) => rows.map((row) => row.classList.contains('real')));
        expect(kinds).toEqual(kinds.toSorted((one, other) => Number(other) - Number(one)));
      }
    });
  });

  test('puts the numbers of the first page first, and what is coming before what came of it', async () => {
    await at('trends/', 1200, async (page) => {
      const groups = ['On the first page', 'What is coming', 'What came of it'];
      expect((await textOf(page, '.trend-group h2')).slice(0, 3)).toEqual(groups);
      expect(await page.locator('#headline .trend').count()).toBe(6);
      expect(await page.locator('#headline a[href$="/metrics/followed-up-in-time/"]').count()).toBe(1);
      expect(await page.locator('#leading a[href$="/metrics/inquiries/"]').count()).toBe(1);
      expect(await page.locator('#lagging a[href$="/metrics/bookings/"]').count()).toBe(1);
    });
  });

  test('every row says its number, how it lies to a year ago, and whether it changed or why that is not said', async () => {
    await at('trends/', 1200, async (page) => {
      for (const row of await page.locator('.trend').all()) {
        const name = await row.locator('.name').innerText();
        expect((await row.locator('.now .val').innerText()).trim(), name).not.toBe('');
        expect((await row.locator('.change').innerText()).trim(), name).toMatch(
          /^(Real change|Usual wobble|Too early to say|Too few records to say|No usual range|No trend|The same so far)/,
        );
        // A number that is not known is held against none.
        const isKnown = (await row.locator('.now .val').innerText()) !== 'not known';
        if (isKnown && (await row.locator('.spark svg').count()) > 0)
          expect((await row.locator('.ago').innerText()).trim(), name).not.toBe('');
      }
    });
  });

  test('a row draws 13 months and 8 quarters, and says how the running month stands to what is due by now', async () => {
    await at('trends/', 1200, async (page) => {
      const row = page.locator('.trend', { has: page.locator('a[href$="/metrics/bookings/"]') });
      expect(await row.locator('.spark svg, .quarters svg').count()).toBe(2);
      const told = (await row.locator('.so-far').innerText()).replaceAll('\u00a0', ' ');
      expect(told).toMatch(/^November 2026, so far:\s+€[\d,]+\s+about €[\d,]+ due by now$/);
      const real = page.locator('.trend.full.real').first();
      expect(await real.locator('.told').innerText()).toMatch(/^A real change for the (better|worse): /);
    });
  });

  test('on paper what everybody looks at and what moves first fill one sheet', async () => {
    // A4 less its margins, at 96 pixels an inch.
    const sheet = { width: 688, height: 1032 };
    await at('trends/', sheet.width, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const end = await page.locator('#leading').evaluate((group) => group.getBoundingClientRect().bottom + scrollY);
      expect(end).toBeLessThanOrEqual(sheet.height);
      expect(await page.locator('#lagging').evaluate((group) => getComputedStyle(group).breakBefore)).toBe('page');
    });
  });

  test.each([320, 390, 1200])(
    'at %d pixels names, numbers and lines lie inside and none covers another',
    async (width) => {
      await at('trends/', width, async (page) => {
        const faults = await page.locator('.trend').evaluateAll((rows) =>
          rows.flatMap((row) => {
            const parts = [...row.querySelectorAll('.what, .spark svg, .now, .ago, .change')]
              .filter((part) => part.textContent?.trim() !== '' && getComputedStyle(part).clipPath === 'none')
              .map((part) => part.getBoundingClientRect());
            const within = parts.every(({ left, right }) => left >= 0 && right <= innerWidth);
            const apart = parts.every((one, index) =>
              parts
                .slice(index + 1)
                .every(
                  (other) =>
                    one.right <= other.left + 1 ||
                    other.right <= one.left + 1 ||
                    one.bottom <= other.top + 2 ||
                    other.bottom <= one.top + 2,
                ),
            );
            return within && apart ? [] : [row.textContent?.slice(0, 60) ?? ''];
          }),
        );
        expect(faults).toEqual([]);
      });
    },
  );

  test('on a phone a row is high enough to be met by a finger', async () => {
    await at('trends/', 390, async (page) => {
      const heights = await page.locator('.trend').evaluateAll((rows) => rows.map((row) => row.clientHeight));
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(36);
    });
  });
});

describe('a team’s page', () => {
  test('has what it promised, what it is promised and what it answers for, and its next moves', async () => {
    await at('teams/sales/', 1200, async (page) => {
      expect(await textOf(page, '.trend-group h2')).toEqual([
        'What sales promised',
        'Promised together with marketing',
        'What sales is promised',
        'What sales answers for',
      ]);
      expect(await textOf(page, '#promised .name')).toEqual(['Leads followed up in time', 'Feedback given on leads']);
      expect(await page.locator('#is-promised .name').allInnerTexts()).toContain('Qualified leads delivered');
      // First what is off, then what else there is to say.
      expect((await page.locator('h1').innerText()).replaceAll('\u00a0', ' ')).toMatch(
        /^Leads followed up in time: slipping at \d+%, \d+ points under what sales promised\.$/,
      );
      const further = await textOf(page, '.offs li');
      expect(further.at(-1)).toMatch(/^\w+ of the \d+ numbers that sales answers for really changed\.$/);
      expect(await page.locator('.moves').isVisible()).toBe(true);
    });
  });

  test('its moves are its own or shared, and lead to the numbers that they mend', async () => {
    for (const team of ['sales', 'marketing'])
      await at(`teams/${team}/`, 1200, async (page) => {
        for (const who of await textOf(page, '.moves .who')) expect(who.toLowerCase()).toContain(team);
        const links = await page
          .locator('.moves a')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
        for (const to of links) expect(to).toMatch(/^\/metrics\/[a-z-]+\/$/);
      });
  });
});

test('every page leads to trends, topics and teams', async () => {
  for (const path of ['', 'trends/', 'teams/marketing/', 'metrics/bookings/', 'vocabulary/', 'data/', '404.html'])
    await at(path, 390, async (page) => {
      expect(await page.locator('nav[aria-label="Pages"] a[href="/trends/"]').isVisible(), path).toBe(true);
      expect(await textOf(page, '.places a'), path).toEqual(
        expect.arrayContaining(['Funnel', 'Pipeline', 'Deals', 'Marketing', 'Sales']),
      );
    });
});

test('the page that one is on is marked in the navigation', async () => {
  await at('trends/', 390, async (page) => {
    expect(await textOf(page, 'nav [aria-current="page"]')).toEqual(['Trends']);
  });
  await at('teams/sales/', 390, async (page) => {
    expect(await textOf(page, 'nav [aria-current="page"]')).toEqual(['Sales']);
  });
});

test('a metric’s page says on which pages it stands, and the first page leads to all the others', async () => {
  await at('metrics/response-time/', 1200, async (page) => {
    const links = await page.locator('.crumb a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['/trends/', '/funnel/', '/teams/sales/']);
  });
  await at('metrics/qualified-leads-delivered/', 1200, async (page) => {
    expect(await page.locator('.crumb').innerText()).toContain('Promised by Marketing');
  });
  await at('', 1200, async (page) => {
    const link = page.locator('.after a[href="/trends/"]');
    expect(await link.innerText()).toBe('See all of them, and where they go');
  });
});

test('by keyboard each row is one stop, and the whole row is outlined', async () => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 844 } });
  const page = await context.newPage();
  await page.goto(`${site}trends/`);
  await page.locator('.trend .name').first().focus();
  const stops: string[] = [];
  for (let stop = 0; stop < 3; stop++) {
    stops.push(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''));
    const outline = await page.evaluate(() => {
      const at = document.activeElement;
      return at ? getComputedStyle(at, '::after').outlineStyle : 'none';
    });
    expect(outline).toBe('solid');
    await page.keyboard.press('Tab');
  }
  expect(stops).toEqual((await textOf(page, '.trend .name')).slice(0, 3));
  await context.close();
});
