/** How soon a page and its last chart are there on a slow phone: a processor of a quarter of the speed, and slow 4G. */
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import lighthouse from 'lighthouse';
import { chromium, type Browser } from 'playwright-core';

export interface OpeningReport {
  readonly page: string;
  /** Seconds until the last chart is painted: the middle of the tries. */
  readonly lastChart: number;
  readonly requests: number;
  /** As it comes over the line. */
  readonly kilobytes: number;
  /** Of Lighthouse, from 0 to 100, on its own slow phone. */
  readonly performance: number;
}

/** Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const slowdown = 4;
const tries = 5;
const port = 9333;

/** Opens each of the pages (paths in the folder of a built site). `chromiumAt`: the browser's own path. */
export async function measureOpening(
  folder: string,
  pages: readonly string[],
  chromiumAt: string,
): Promise<OpeningReport[]> {
  const server = await serve(folder);
  const { port: at } = server.address() as AddressInfo;
  const args = ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`];
  const browser = await chromium.launch({ executablePath: chromiumAt, args });
  try {
    const reports: OpeningReport[] = [];
    for (const page of pages) reports.push(await openPage(browser, page, `http://127.0.0.1:${at}/${page}`));
    return reports;
  } finally {
    await browser.close();
    server.close();
  }
}

async function openPage(browser: Browser, page: string, address: string): Promise<OpeningReport> {
  const seen = [];
  for (let again = 0; again < tries; again++) seen.push(await openOnce(browser, address));
  const inOrder = seen.toSorted((one, other) => one.lastChart - other.lastChart);
  const middle = inOrder[Math.floor(tries / 2)];
  if (!middle) throw new Error(`${address} was never opened.`);
  const graded = await lighthouse(address, { port, logLevel: 'error', onlyCategories: ['performance'] });
  const score = graded?.lhr.categories['performance']?.score ?? 0;
  return { page: `/${page}`, ...middle, performance: Math.round(score * 100) };
}

async function openOnce(browser: Browser, address: string): Promise<Omit<OpeningReport, 'page' | 'performance'>> {
  // A context of its own: nothing is kept from the try before.
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slow4G);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  let bytes = 0;
  let requests = 0;
  devtools.on('Network.requestWillBeSent', () => (requests += 1));
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(watchCharts);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(300);
  const lastChart = await page.evaluate(() => (window as unknown as { lastChart: number }).lastChart);
  await context.close();
  return { lastChart: lastChart / 1000, requests, kilobytes: bytes / 1024 };
}

/** Runs in the page: keeps when the newest chart was painted, in milliseconds since the page was asked for. */
function watchCharts(): void {
  const page = window as unknown as { lastChart: number };
  page.lastChart = Number.NaN;
  let charts = 0;
  new MutationObserver(() => {
    const now = document.querySelectorAll('svg.chart').length;
    if (now === charts) return;
    charts = now;
    // The frame after the next one has it on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => (page.lastChart = performance.now())));
  }).observe(document, { childList: true, subtree: true });
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A static host that compresses what can be, as those of pages do. */
async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, 'index.html') : path;
    if (!statSync(file, { throwIfNoEntry: false })) return void response.writeHead(404).end();
    const type = types[extname(file)] ?? 'application/octet-stream';
    const body = readFileSync(file);
    if (!/text|svg/.test(type)) return void response.writeHead(200, { 'content-type': type }).end(body);
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(gzipSync(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The reports as lines of text. */
export function openingInWords(reports: readonly OpeningReport[]): string {
  const line = (page: string, cells: readonly string[]) =>
    `${page.padEnd(36)}${cells.map((cell) => cell.padStart(14)).join('')}`;
  return [
    'Opening: a quarter of the speed of this processor, slow 4G (1.6 Mbit/s, 150 ms), nothing kept from before; the middle of five tries.',
    line('', ['last chart', 'requests', 'KB', 'Lighthouse']),
    ...reports.map(({ page, lastChart, requests, kilobytes, performance }) =>
      line(page, [`${lastChart.toFixed(2)} s`, `${requests}`, kilobytes.toFixed(0), `${performance}`]),
    ),
  ].join('\n');
}
