/** What Lighthouse gives each kind of page for accessibility and best practices. How fast they are is measured by the bench. */
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import lighthouse from 'lighthouse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { kinds } from './every-page.ts';

const site = inject('site');
/** Nobody looks for the page that says that there is none. */
const graded = Object.entries(kinds).filter(([kind]) => kind !== 'not found');

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
