/** How fast pages with all their charts are built as metrics become more, and in how much memory. Each site is built by a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeEdition } from '../../src/publish/edition-file.ts';
import type { Edition } from '../../src/values/edition.ts';
import { widened } from './widened.ts';

/** What a process that built a site tells of itself. */
export interface Built {
  /** Of the processor, all its threads together. */
  readonly milliseconds: number;
  readonly megabytes: number;
}

export interface PagesReport extends Built {
  readonly metrics: number;
  readonly pages: number;
  /** Drawings that stand in pages; each stands there once for each width that it is made for. */
  readonly charts: number;
  /** Images of charts and previews for links. */
  readonly pictures: number;
  readonly perSecond: { readonly pages: number; readonly charts: number };
  /** The time for a page, as a multiple of what it took on the smallest site. */
  readonly ratio: number;
}

/** Sizes from the company's own number of metrics up to `most`. */
export function sizesUpTo(most: number, own: number): number[] {
  return [own, 500, 1000, 2000].filter((size, index) => index === 0 || (size > own && size <= most));
}

/** Builds a site of each size and says how it went. */
export function measurePages(edition: Edition, most: number): PagesReport[] {
  const folder = mkdtempSync(join(tmpdir(), 'same-page-pages-'));
  try {
    const reports: PagesReport[] = [];
    for (const metrics of sizesUpTo(most, edition.metrics.length)) {
      const [snapshot, out] = [join(folder, 'edition'), join(folder, 'site')];
      writeEdition(snapshot, widened(edition, metrics));
      const built = buildAside(snapshot, out);
      const counted = countIn(out);
      for (const made of [out, `${out}-pictures`]) rmSync(made, { recursive: true, force: true });
      reports.push(reportOf(metrics, built, counted, reports[0]));
    }
    return reports;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A process is given no more than this for its objects: with more, it would only collect later. What is outside of it is told as well. */
const heapMegabytes = 1024;

function buildAside(snapshot: string, out: string): Built {
  const script = fileURLToPath(new URL('build-aside.ts', import.meta.url));
  const env = { ...process.env, SAME_PAGE_EDITION: snapshot, SAME_PAGE_PICTURES: `${out}-pictures` };
  const told = execFileSync(process.execPath, [`--max-old-space-size=${heapMegabytes}`, script, out], {
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(told.trim().split('\n').at(-1) ?? '') as Built;
}

/** A chart, and no mark. */
const drawing = /<svg[^>]* class="chart/g;

type Counted = Pick<PagesReport, 'pages' | 'charts' | 'pictures'>;

function countIn(folder: string): Counted {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((file) => file.endsWith('.html'));
  const drawings = pages.map((page) => [...readFileSync(join(folder, page), 'utf8').matchAll(drawing)].length);
  return {
    pages: pages.length,
    charts: drawings.reduce((sum, count) => sum + count, 0),
    pictures: files.filter((file) => file.endsWith('.png')).length,
  };
}

function reportOf(metrics: number, built: Built, counted: Counted, first: PagesReport | undefined): PagesReport {
  const seconds = built.milliseconds / 1000;
  const pages = counted.pages / seconds;
  const ratio = first ? first.perSecond.pages / pages : 1;
  return { metrics, ...built, ...counted, perSecond: { pages, charts: counted.charts / seconds }, ratio };
}

const count = (number: number) => Math.round(number).toLocaleString('en-GB');

/** The reports as lines of text. */
export function pagesInWords(reports: readonly PagesReport[]): string {
  const line = (cells: readonly string[]) => cells.map((cell) => cell.padStart(12)).join('');
  return [
    'Pages: whole sites with all their charts and pictures, built from nothing; seconds of the processor; a page against one of the smallest site.',
    line(['metrics', 'pages', 'charts', 'pictures', 'seconds', 'pages/s', 'charts/s', 'MB at most', 'a page']),
    ...reports.map(({ metrics, pages, charts, pictures, milliseconds, perSecond, megabytes, ratio }) => {
      const seconds = (milliseconds / 1000).toFixed(1);
      const speeds = [perSecond.pages.toFixed(1), count(perSecond.charts)];
      const counts = [metrics, pages, charts, pictures].map(count);
      return line([...counts, seconds, ...speeds, count(megabytes), `${ratio.toFixed(2)} x`]);
    }),
  ].join('\n');
}
