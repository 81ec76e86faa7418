/** The agenda of the next review and the log of what changed, as people use them. */
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

const at = <T>(path: string, width: number, work: (page: Page) => Promise<T>): Promise<T> =>
  openAt(browser, site + path, width, work);

describe('the review', () => {
  test('says first that it is overdue, and has its parts in order', async () => {
    const { title, parts } = await at('review/', 1280, async (page) => ({
      title: await page.locator('h1').innerText(),
      parts: await page.locator('.agenda h2').allInnerTexts(),
    }));
    expect(title.replaceAll('\u00a0', ' ')).toBe('The next review was due on 5 November 2026, two working days ago.');
    expect(parts).toEqual([
      'What we decided last time',
      'What turned since then',
      'What really changed',
      'What the agreement asks',
    ]);
  });

  test('each point has an anchor, says whose move it is and what is to be decided', async () => {
    const points = await at('review/', 390, (page) =>
      page.locator('.point').evaluateAll((all) =>
        all.map((one) => ({
          id: one.id,
          anchor: one.querySelector('.anchor')?.getAttribute('href'),
          who: one.querySelector('.who')?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
          ask: one.querySelector('.ask')?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
        })),
      ),
    );
    expect(points.length).toBeGreaterThan(10);
    expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
    for (const { id, anchor, who, ask } of points) {
      expect(anchor).toBe(`#${id}`);
      expect(who).toMatch(/^Whose move: \p{L}/u);
      expect(ask).toMatch(/^To decide: .+\.$/);
    }
  });

  test('decisions of every fate stand first, what asks for most before the others', async () => {
    const decisions = await at('review/', 1280, (page) => page.locator('#decisions .point').allInnerTexts());
    const found = [
      /overdue since 30 October 2026/,
      /not as expected\./,
      /91%: as expected\./,
      /too early to tell\./,
      /due by 20 November 2026/,
    ];
    expect(decisions).toHaveLength(found.length);
    for (const [index, says] of found.entries()) expect(decisions[index]?.replaceAll('\u00a0', ' ')).toMatch(says);
  });

  test('is printed on two sheets of A4', async () => {
    const pdf = await at('review/', 1280, (page) => page.pdf({ preferCSSPageSize: true }));
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
  });
});

test('the log leads from a decision of the agenda to what was decided, and from there to its number', async () => {
  await at('review/', 1280, async (page) => {
    await page.getByRole('link', { name: 'A second person watches the queue', exact: true }).click();
    expect(page.url()).toMatch(/\/changes\/#2026-09-10-second-person-at-the-queue$/);
    const entry = page.locator('[id="2026-09-10-second-person-at-the-queue"]');
    expect(await entry.innerText()).toMatch(/Not as expected/);
    await entry.getByRole('link', { name: 'Leads followed up in time' }).click();
    expect(page.url()).toMatch(/\/metrics\/followed-up-in-time\/$/);
  });
});

test('the log stands by month, the newest first, and folds what is older than a year', async () => {
  await at('changes/', 390, async (page) => {
    const days = await page
      .locator('.log .entry time')
      .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
    expect(days).toEqual(days.toSorted().toReversed());
    expect(await page.locator('.log-year').count()).toBeGreaterThan(0);
    expect(await page.locator('.log-year[open]').count()).toBe(0);
    expect(await page.locator('del, ins').count()).toBeGreaterThan(1);
  });
});
