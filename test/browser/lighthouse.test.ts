/**
 * What Lighthouse gives for accessibility and best practices, on pages that share least with each other. It looks by axe, whose same rules look at
 * every kind of page in `accessible.test.ts`; what else it asks of a page is held for all of them in `pages.test.ts` and `every-page.test.ts`. How fast
 * pages are is measured by the bench.
 */
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import lighthouse from 'lighthouse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { kinds } from './every-page.ts';

const site = inject('site');
const graded = (['headline', 'metric of a share', 'trends', 'vocabulary', 'wall', 'embed'] as const).map(
  (kind) => [kind, kinds[kind]] as const,
);

let browser: Browser;
let port: number;
beforeAll(async () => {
  port = await freePort();
  browser = await openBrowser([`--remote-debugging-port=${port}`]);
});
afterAll(() => browser.close());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test.each(graded)('Lighthouse finds nothing to mend on %s', async (_, path) => {
  const result = await lighthouse(site + path, {
    port,
    logLevel: 'error',
    onlyCategories: ['accessibility', 'best-practices'],
    disableFullPageScreenshot: true,
    // The pages are still as soon as they are there.
    pauseAfterFcpMs: 0,
    pauseAfterLoadMs: 0,
    networkQuietThresholdMs: 0,
    cpuQuietThresholdMs: 0,
  });
  const { categories = {}, audits = {} } = result?.lhr ?? {};
  const faults = Object.values(audits)
    .filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score !== null && score < 1)
    .map(({ id, title }) => `${id}: ${title}`);
  const scores = Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, score]));
  expect(scores, faults.join('\n')).toEqual({ accessibility: 1, 'best-practices': 1 });
});
