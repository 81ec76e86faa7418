/** Charts as files, charts that other pages hold, pictures for links, and the screen on the wall. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { openBrowser } from './chromium.ts';

const site = inject('site');
const folder = inject('siteFolder');
const phone = { width: 390, height: 844 };

let browser: Browser;
let slugs: string[];
beforeAll(async () => {
  browser = await openBrowser();
  const metrics = (await (await fetch(`${site}api/metrics.json`)).json()) as { metrics: { slug: string }[] };
  slugs = metrics.metrics.map(({ slug }) => slug);
});
afterAll(() => browser.close());

const endings = ['.svg', '-dark.svg', '.png', '-dark.png'] as const;
const inFolder = (part: string) => readdir(join(folder, part), { recursive: true });

/** How large a PNG is, as its own head says. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
/** How many colours its palette has. */
function coloursOf(png: Buffer): number {
  const at = png.indexOf('PLTE');
  return at < 0 ? 0 : png.readUInt32BE(at - 4) / 3;
}

describe('charts as files', () => {
  test('every metric has its four, and each is what its name says', async () => {
    const files = await inFolder('charts');
    expect(files.toSorted()).toEqual(slugs.flatMap((slug) => endings.map((ending) => slug + ending)).toSorted());
    for (const file of files) {
      const body = await readFile(join(folder, 'charts', file));
      if (file.endsWith('.svg')) {
        expect(body.toString(), file).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
        continue;
      }
      const [width = 0, height = 0] = sizeOf(body);
      expect(width, file).toBe(1408);
      expect(height, file).toBeGreaterThan(250);
      // A blank sheet has one; words alone have a dozen shades.
      expect(coloursOf(body), file).toBeGreaterThan(20);
    }
  });

  test('a browser reads each SVG as such, with its title and description', async () => {
    const page = await browser.newPage();
    await page.goto(`${site}404.html`);
    for (const slug of slugs) {
      const answer = await fetch(`${site}charts/${slug}.svg`);
      expect(answer.headers.get('content-type')).toBe('image/svg+xml');
      const read = await page.evaluate(
        (text) => {
          const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
          const words = (tag: string) => parsed.querySelector(`svg > ${tag}`)?.textContent ?? '';
          return { wrong: parsed.querySelector('parsererror') !== null, title: words('title'), desc: words('desc') };
        },
        await answer.text(),
      );
      expect(read.wrong, slug).toBe(false);
      expect(read.title.length, slug).toBeGreaterThan(10);
      expect(read.desc.length, slug).toBeGreaterThan(10);
    }
    await page.close();
  });

  test('no words of a picture reach past its edge or into each other', async () => {
    const page = await browser.newPage();
    for (const slug of slugs.slice(0, 12)) {
      await page.goto(`${site}charts/${slug}.svg`);
      const past = await page.evaluate(() => {
        const width = document.documentElement.getBoundingClientRect().width;
        return [...document.querySelectorAll('text')].flatMap((text) => {
          const { left, right } = text.getBoundingClientRect();
          return left < 0 || right > width ? [text.textContent] : [];
        });
      });
      expect(past, slug).toEqual([]);
    }
    await page.close();
  });
});

test('pictures for links have the size that chats ask for, and none is blank', async () => {
  const files = (await inFolder('previews')).filter((file) => file.endsWith('.png'));
  expect(files).toEqual(expect.arrayContaining(['headline.png', 'trends.png', 'teams/sales.png', 'funnel.png']));
  expect(files).toEqual(expect.arrayContaining(slugs.map((slug) => `metrics/${slug}.png`)));
  for (const file of files) {
    const png = await readFile(join(folder, 'previews', file));
    expect(sizeOf(png), file).toEqual([1200, 630]);
    expect(coloursOf(png), file).toBeGreaterThan(20);
  }
});

async function withPage(options: Parameters<Browser['newContext']>[0], look: (page: Page) => Promise<void>) {
  const context = await browser.newContext(options);
  await look(await context.newPage());
  await context.close();
}

describe('a chart that other pages hold', () => {
  test.each([280, 600, 900])('fills a frame of %d pixels, with one drawing to be seen, and no fault', async (width) => {
    await withPage({ viewport: { width, height: 480 }, javaScriptEnabled: true }, async (page) => {
      for (const slug of ['followed-up-in-time', 'pipeline-from-inbound']) {
        await page.goto(`${site}embed/${slug}/`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await page.locator('.chart:visible').count()).toBe(1);
        expect(await axeViolations(page)).toEqual([]);
      }
    });
  });

  test('it leads out of its frame to the number’s page, is not to be found by a search, and runs no script', async () => {
    const html = await (await fetch(`${site}embed/followed-up-in-time/`)).text();
    expect(html).toMatch(/<a href="[^"]*\/metrics\/followed-up-in-time\/" target="_top" rel="noopener">/);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).not.toContain('<script');
  });
});

/** The slides that are seen. */
const seen = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.slide')].filter((one) => getComputedStyle(one).opacity === '1').map(({ id }) => id),
  );
/** Moves the clock of everything that turns, in seconds, and lets it stand or run as it did. */
const after = (page: Page, seconds: number) =>
  page.evaluate((to) => {
    for (const turning of document.getAnimations())
      if (turning.playState === 'running') turning.currentTime = to * 1000;
  }, seconds);

describe('the screen on the wall', () => {
  const screen = { viewport: { width: 1920, height: 1080 } };

  test.each([
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
    { width: 1080, height: 1920 },
  ])('fits a screen of $width by $height, one slide at a time, without a fault', async (viewport) => {
    await withPage({ viewport }, async (page) => {
      await page.goto(`${site}wall/`);
      const whole = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.scrollHeight,
      ]);
      expect(whole).toEqual([viewport.width, viewport.height]);
      expect(await seen(page)).toEqual(['verdict']);
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test('it turns from slide to slide and begins again', async () => {
    await withPage(screen, async (page) => {
      await page.goto(`${site}wall/`);
      const ids = await page.evaluate(() => [...document.querySelectorAll('.slide')].map(({ id }) => id));
      expect(ids.length).toBeGreaterThan(6);
      for (const [place, id] of [...ids, 'verdict'].entries()) {
        await after(page, place * 20 + 1);
        expect(await seen(page)).toEqual([id]);
      }
    });
  });

  test('the first stop of the keyboard pauses it, and lets it go on', async () => {
    await withPage(screen, async (page) => {
      await page.goto(`${site}wall/`);
      const states = () =>
        page.evaluate(() => [...new Set(document.getAnimations().map(({ playState }) => playState))]);
      expect(await states()).toEqual(['running']);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('pause');
      await page.keyboard.press('Space');
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      expect(await states()).toEqual(['paused']);
      await page.locator('label[for=pause]').click();
      await page.mouse.move(900, 500);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      expect(await states()).toEqual(['running']);
    });
  });

  test('a slide that was asked for stays until it is let go; one that has the keyboard is the one that is seen', async () => {
    await withPage(screen, async (page) => {
      await page.goto(`${site}wall/`);
      await page.locator('.ways a', { hasText: 'Next moves' }).click();
      expect(await seen(page)).toEqual(['moves']);
      await page.locator('#campaign-effectiveness a').focus();
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      expect(await seen(page)).toEqual(['campaign-effectiveness']);
      await page.getByRole('link', { name: 'Let it turn' }).click();
      await page.mouse.move(900, 500);
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      expect(await seen(page)).toEqual(['verdict']);
    });
  });

  test.each([
    { where: 'where nothing is to move', options: { ...screen, reducedMotion: 'reduce' } },
    { where: 'on a phone', options: { viewport: phone } },
  ] as const)('$where all slides stand below each other, and nothing turns', async ({ options }) => {
    await withPage(options, async (page) => {
      await page.goto(`${site}wall/`);
      expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      const tops = await page.evaluate(() =>
        [...document.querySelectorAll('.slide')].map((slide) => slide.getBoundingClientRect().top),
      );
      expect(tops).toEqual([...new Set(tops)].toSorted((one, other) => one - other));
      expect((await seen(page)).length).toBe(tops.length);
      expect(await page.locator('#pause').isVisible()).toBe(false);
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test('every slide is there for those who have the page read to them, whichever is seen', async () => {
    await withPage(screen, async (page) => {
      await page.goto(`${site}wall/`);
      const slides = await page.locator('.slide').count();
      expect(await page.getByRole('region').count()).toBe(slides);
    });
  });
});
