import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gallery } from '../../scripts/gallery/gallery.ts';
import { axeViolations } from './axe.ts';
import { openBrowser } from './chromium.ts';
import { faultsOfContrast } from './contrasts.ts';
import { faultsOfLabels } from './labels.ts';

const run = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
const command = (...words: string[]) => spawnSync(process.execPath, [run, 'gallery', ...words], { encoding: 'utf8' });
let browser: Browser;
let folder: string;
let address: string;

beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'same-page-gallery-'));
  const file = join(folder, 'gallery.html');
  expect(command('--out', file).stderr).toBe('');
  address = pathToFileURL(file).href;
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

async function atWidth(width: number, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await work(page);
  } finally {
    await context.close();
  }
}

/** Each drawing is on the page in both themes, and the widest page shows every size of it. */
const drawings = 2 * gallery.reduce((sum, { places }) => sum + places.length, 0);

describe('every form in every state, in light and dark', () => {
  test.each([320, 640])('no words overlap and none are cut on a screen of %i pixels', async (width) => {
    await atWidth(width, async (page) => expect(await faultsOfLabels(page)).toEqual([]));
  });

  test('nor on one of 1280, where all of them are seen and stand out from what lies behind them', async () => {
    await atWidth(1280, async (page) => {
      const shown = await page.evaluate(
        () => [...document.querySelectorAll('svg.chart')].filter((svg) => svg.getBoundingClientRect().width > 0).length,
      );
      expect(shown).toBe(drawings);
      expect([...(await faultsOfLabels(page)), ...(await faultsOfContrast(page))]).toEqual([]);
    });
  });

  test('axe finds no fault in the gallery', async () => {
    await atWidth(320, async (page) => {
      // One drawing of each figure: its others have the same parts and the same colours.
      const leave = (theme: string) =>
        page.evaluate((theme) => {
          for (const sheet of document.querySelectorAll('.both + .both, .sheet.dark')) sheet.remove();
          for (const sheet of document.querySelectorAll('.sheet')) sheet.classList.replace('light', theme);
        }, theme);
      await leave('light');
      expect(await axeViolations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await leave('dark');
      expect(await axeViolations(page, { runOnly: ['color-contrast'] })).toEqual([]);
    });
  });
});

test('the command tells what it wrote, and refuses a form that there is none of', () => {
  const told = command('--out', join(folder, 'sparks.html'), '--form', 'spark', '--json').stdout;
  const sparks = gallery.filter(({ form }) => form === 'spark');
  expect(JSON.parse(told)).toMatchObject({ figures: sparks.length, drawings: sparks.length * 4 });
  const refused = command('--form', 'pie');
  expect([refused.status, refused.stderr.split(',')[0]]).toEqual([2, '--form: expected one of line']);
});

test('words that overlap or are cut, and colours that are too close, would be found', async () => {
  await atWidth(320, async (page) => {
    await page.setContent(`<body style="margin: 0; font: 20px sans-serif; background: #fff"><svg class="chart" id="it" width="200" height="60">
      <rect class="bar" x="0" y="30" width="100" height="30" fill="#000"></rect><path d="M150,0h9v9z" fill="#ddd"></path>
      <text x="0" y="20">seventy</text><text x="20" y="20">eighty</text><text x="180" y="20">ninety</text><line class="line" x1="100" x2="150" y1="46" y2="46" stroke="#000"></line><text x="110" y="52">line</text><text x="4" y="52" fill="#333">bar</text>
      </svg></body>`);
    const found = [...(await faultsOfLabels(page)), ...(await faultsOfContrast(page))];
    expect(found.map((fault) => fault.replace(/ by .*/, ''))).toEqual([
      'it: "seventy" and "eighty" overlap',
      'it: "line" has a shape running through it: "line"',
      'it: "ninety" is cut',
      'it: "bar" has a contrast of 1.66',
      'it: a shape "chart" has a contrast of 1.36',
    ]);
  });
});
