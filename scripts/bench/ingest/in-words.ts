/** What the bench of the ingest found, as one table in words. */
import { growthOf, otherTools, verdictsOf, type PromisedRun, type Verdict } from './promises.ts';
import type { IngestReport, SizeReport } from './report.ts';
import type { Took } from './run-aside.ts';
import type { PartTime } from './time-in-parts.ts';

/** Lines of text. */
export function ingestInWords(report: IngestReport): string {
  const { leads, full, cores, times, parts } = report;
  const once = times === 1 ? 'each run once' : `the least of ${times} runs each`;
  const byTheClock = [{ part: 'start', seconds: full.start }, ...full.steps];
  return [
    `Ingest of ${number(leads)} leads, ${number(full.rows)} rows in ${number(full.megabytesRead)} MB, on ${number(cores)} cores, ${once}:`,
    '',
    ...table(rowsOf(report)),
    '',
    `Growth: ${growthSaid(report)}`,
    `Where the time goes, by the clock: ${partsSaid(byTheClock)}.`,
    `The processor's seconds of each part on one thread, with ${number(parts.leads)} leads: ${partsSaid(parts.times)}.`,
    otherToolsSaid,
  ].join('\n');
}

const otherToolsSaid =
  `Beside it, for five such charts of a million leads, measured on two cores elsewhere: ${otherTools.fromNothing.says} took ${otherTools.fromNothing.wall} s ` +
  `and ${otherTools.fromNothing.megabytes} MB from nothing, and ${otherTools.afterAChange.wall} s after a change.`;

const head = ['', 'wall', 'CPU', 'memory', 'of the floor', 'of all', 'rows/s', 'MB/s', 'promised', 'it is', 'holds'];

/** Each run with its ratios, and behind it what is promised of it: a line for each promise. */
function rowsOf(report: IngestReport): string[][] {
  const { sizes, full, unchanged, delta, whole } = report;
  const verdicts = verdictsOf(report);
  const run = (name: string, took: Took, of: PromisedRun, speed: readonly string[] = ['', '']): string[][] => {
    const cells = [name, ...tookCells(took), ...ratios(took, report), ...speed];
    const promised = verdicts.filter((verdict) => verdict.of === of).map(verdictCells);
    return promised.map((its, line) => [...(line === 0 ? cells : cells.map(() => '')), ...its]);
  };
  const changed = `1% changed: ${number(delta.rows)} rows, ${delta.megabytes.toFixed(1)} MB`;
  const site = `ingest, ${whole.metrics} metrics, ${whole.pages} pages from nothing`;
  return [
    head,
    floorRow(report),
    ...sizes
      .slice(0, -1)
      .map((size) => [`${number(size.leads)} leads, from nothing`, ...tookCells(size), '', '', ...speeds(size, size)]),
    ...run('all of it, from nothing', full, 'full', speeds(full, full)),
    ...run('nothing new', unchanged, 'unchanged'),
    ...run(changed, delta.took, 'delta'),
    ...run(site, whole.fromNothing, 'fromNothing'),
    ...run('after one changed definition', whole.afterAChange, 'afterAChange'),
  ];
}

function floorRow(report: IngestReport): string[] {
  const { floor, full } = report;
  if (floor === null) return ['the floor, sqlite3 .import: not measured, no sqlite3 command here'];
  return [
    'the floor, sqlite3 .import as bare text',
    ...tookCells(floor),
    ...ratios(floor, report),
    ...speeds(floor, full),
  ];
}

function ratios({ wall }: Took, { floor, full }: IngestReport): string[] {
  return [floor === null ? '' : ratio(wall / floor.wall), ratio(wall / full.wall)];
}

function tookCells({ wall, cpu, megabytes }: Took): string[] {
  return [seconds(wall), cpu === null ? '?' : seconds(cpu), megabytes === null ? '?' : `${number(megabytes)} MB`];
}

function speeds({ wall }: Took, { rows, megabytesRead }: SizeReport): string[] {
  return [number(rows / wall), number(megabytesRead / wall)];
}

function growthSaid(report: IngestReport): string {
  const growth = growthOf(report);
  const each = report.sizes.map(
    ({ leads, perMillionRows }) => `${seconds(perMillionRows)} with ${number(leads)} leads`,
  );
  const compared = growth === null ? '' : `; with the most it is ${growth.toFixed(2)} times the quickest of the others`;
  return `a million rows take ${each.join(', ')}${compared}. The start is not in it.`;
}

/** Parts that took a hundredth of all or more, the longest first. */
function partsSaid(parts: readonly PartTime[]): string {
  const all = parts.reduce((sum, one) => sum + one.seconds, 0);
  const told = parts.filter((one) => one.seconds >= all / 100).toSorted((one, other) => other.seconds - one.seconds);
  return told
    .map((one) => `${one.part} ${seconds(one.seconds)} (${Math.round((one.seconds / all) * 100)}%)`)
    .join(', ');
}

function verdictCells({ promised, came, holds, because }: Verdict): string[] {
  return [promised, came, holds === null ? `not told: ${because ?? ''}` : holds ? 'yes' : 'NO'];
}

/** Those of the columns that hold words. */
const words: ReadonlySet<string> = new Set(['', 'promised', 'it is', 'holds']);

/** Rows of cells under each other, numbers to the right. A row of one cell says something in place of its numbers. */
function table(rows: readonly (readonly string[])[]): string[] {
  const full = rows.filter((row) => row.length > 1);
  const widths = head.map((_, column) => Math.max(...full.map((row) => row[column]?.length ?? 0)));
  const cell = (text: string, column: number): string =>
    words.has(head[column] ?? '') ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd());
}

const number = (value: number): string => Math.round(value).toLocaleString('en-GB');
const seconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
const ratio = (value: number): string => value.toFixed(2);
