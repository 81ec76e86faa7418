/**
 * `npm run bench`: how fast exports are ingested, beside the least that must be done; how long the whole agreement takes on a company of any size,
 * metric by metric, and beside SQL written by hand; how often the
 * rules that tell a change from wobble are wrong; how many charts are drawn in a second, and how heavy they are; how many pages are built in a
 * second, up to thousands of them; and how soon one opens on a slow phone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chartsInWords, measureCharts } from './bench/charts.ts';
import { companyIn } from './bench/company.ts';
import { ingestInWords } from './bench/ingest/in-words.ts';
import { measureIngest } from './bench/ingest/measure-ingest.ts';
import { verdictsOf } from './bench/ingest/promises.ts';
import type { IngestReport } from './bench/ingest/report.ts';
import { measureOpening, openingInWords, type OpeningReport } from './bench/opening.ts';
import { measurePages, pagesInWords } from './bench/pages.ts';
import { faultsIn, inWords, type BenchReport } from './bench/report.ts';
import { runBench } from './bench/run-bench.ts';
import { measureSignals, signalsInWords } from './bench/signals.ts';
import type { Edition } from '../src/values/edition.ts';
import { buildSite } from './command/build-site.ts';
import { endWell, Usage } from './command/endings.ts';
import { readCompany } from './command/read-company.ts';
import { editionStep, ingestStep, measureStep } from './command/steps.ts';
import { readTask, type Task } from './command/task.ts';
import { gallery } from './gallery/gallery.ts';

const asked = {
  options: [
    ['--leads <number>', 'about how many leads the company has (default: 20000, for ingest 100000)'],
    ['--keep <dir>', 'where its exports and database stay, to be measured again (default: they are thrown away)'],
    ['--times <number>', 'how often each thing is run for ingest; the least counts (default: 1)'],
    ['--plans', 'also how the longest statements of each metric are planned'],
    [
      '--only <ingest|company|signals|charts|pages|opening>',
      'one part: how fast exports are ingested, the speed on a company, how often the rules for a change are wrong, the speed and weight of charts, how fast pages are built, or how soon they open (default: all)',
    ],
    ['--metrics <number>', 'up to how many metrics pages are built for: 500, 1000 or 2000 (default: 2000)'],
    ['--series <number>', 'how many series of each kind are simulated for the signals (default: 4000)'],
    ['--seed <number>', 'which series these are (default: 1)'],
  ],
} as const;

type Said = Readonly<Record<string, string>>;

function wholeIn(said: Said, name: string, otherwise: number): number {
  const text = said[name];
  if (text !== undefined && !/^[1-9]\d{0,7}$/.test(text))
    throw new Usage(`--${name}: expected a whole number from 1 on, got "${text}"`);
  return Number(text ?? otherwise);
}

const parts = ['ingest', 'company', 'signals', 'charts', 'pages', 'opening'] as const;
type Part = (typeof parts)[number];

/** Which parts are asked for. */
function partsIn({ only }: Said): readonly Part[] {
  if (only === undefined) return parts;
  const part = parts.find((one) => one === only);
  if (!part) throw new Usage(`--only: expected one of ${parts.join(', ')}, got "${only}"`);
  return [part];
}

await endWell(async () => {
  const argv = process.argv.slice(2);
  const { said, data, json } = readTask(
    'bench',
    'Measures a made-up company of any size, and how long it takes.',
    argv,
    Date.now,
    asked,
  );
  const asks = partsIn(said);
  const leads = wholeIn(said, 'leads', 20_000);
  const [seed, series] = [wholeIn(said, 'seed', 1), wholeIn(said, 'series', 4000)];
  const ingest = asks.includes('ingest') ? await benchIngest(wholeIn(said, 'leads', 100_000), data, said) : null;
  const report = asks.includes('company') ? await benchCompany(leads, data, said) : null;
  const signals = asks.includes('signals') ? measureSignals(seed, series) : null;
  const charts = asks.includes('charts') ? measureCharts(gallery, processorTime) : null;
  const pages = asks.includes('pages')
    ? measurePages(await aside(data, makeEdition), wholeIn(said, 'metrics', 2000))
    : null;
  const opening = asks.includes('opening') ? await aside(data, openSome) : null;
  const others = { ...(ingest && { ingest: { ...ingest, promises: verdictsOf(ingest) } }), ...(signals && { signals }), ...(charts && { charts }), ...(pages && { pages }), ...(opening && { opening }) }; // prettier-ignore
  if (json) console.log(JSON.stringify({ ...report, ...others }, null, 2));
  else {
    const told = [
      ingest && ingestInWords(ingest),
      report && inWords(report, said['plans'] === 'yes'),
      signals && signalsInWords(signals),
      charts && chartsInWords(charts),
      pages && pagesInWords(pages),
      opening && openingInWords(opening),
    ];
    console.log(told.filter((lines) => lines !== null).join('\n\n'));
  }
  const differ = report?.twins.some(({ differences }) => differences.length > 0) ?? false;
  if (differ || faultsIn(report?.metrics ?? []).length > 0) process.exitCode = 1;
});

async function benchIngest(leads: number, data: string, said: Said): Promise<IngestReport> {
  const scratch = mkdtempSync(join(tmpdir(), 'same-page-bench-'));
  try {
    const company = await readCompany(readTask('bench', '', ['--data', data], Date.now));
    const keep = join(said['keep'] ?? scratch, 'ingest');
    const says = (line: string): void => console.error(`Measured next: ${line}.`);
    return await measureIngest({ leads, times: wholeIn(said, 'times', 1), data, company, keep, scratch, says });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function benchCompany(leads: number, data: string, said: Said): Promise<BenchReport> {
  const folder = said['keep'] ?? mkdtempSync(join(tmpdir(), 'same-page-bench-'));
  try {
    const made = companyIn(folder, leads, data, () => performance.now());
    const company = await readCompany(readTask('bench', '', ['--data', data], Date.now));
    return await runBench({ leads, made, company, clock: processorTime });
  } finally {
    if (said['keep'] === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a step of the way in a folder that is thrown away. */
async function aside<Given>(data: string, work: (task: Task) => Promise<Given>): Promise<Given> {
  const folder = mkdtempSync(join(tmpdir(), 'same-page-bench-'));
  const places = ['--database', join(folder, 'bench.db'), '--out', join(folder, 'site')];
  try {
    return await work(readTask('bench', '', ['--data', data, ...places], Date.now));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeEdition(task: Task): Promise<Edition> {
  const company = await readCompany(task);
  await ingestStep(task, company);
  return editionStep(task, company, await measureStep(task, company));
}

/** One page of each weight: the first one, the longest list, a metric with all its charts. */
async function openSome(task: Task): Promise<OpeningReport[]> {
  const edition = await makeEdition(task);
  await buildSite(edition, task, () => Promise.resolve());
  const [first] = edition.metrics;
  const pages = ['', 'trends/', ...(first ? [`metrics/${first.metric.slug}/`] : [])];
  return measureOpening(task.out, pages, process.env.CHROMIUM ?? '/usr/bin/chromium');
}

/** Milliseconds that the processor worked for this thread: what else the machine does is not in it. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
