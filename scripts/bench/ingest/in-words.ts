/** What the bench of the ingest found, as one table in words. */
import { growthOf, otherTools, verdictsOf, type Verdict } from './promises.ts';
import type { IngestReport, SizeReport } from './report.ts';
import type { Took } from './run-aside.ts';
import type { PartTime } from './time-in-parts.ts';

/** Lines of text. */
export function ingestInWords(report: IngestReport): string {
  const { leads, full, cores, times } = report;
  const once = times === 1 ? 'each run once' : `the least of ${times} runs each`;
  return [
    `Ingest of ${number(leads)} leads, ${number(full.rows)} rows in ${number(full.megabytesRead)} MB, on ${number(cores)} cores, ${once}:`,
    ...runLines(report),
    '',
    `Growth: ${growthSaid(report)}`,
    '',
    `Where the time goes, by the clock, of ${full.wall.toFixed(2)} s: ${partsSaid([{ part: 'start', seconds: full.start }, ...full.steps])}.`,
    `The processor's seconds of each part on one thread, with ${number(report.parts.leads)} leads: ${partsSaid(report.parts.times)}.`,
    '',
    ...table([['promise', '', 'measured', 'holds'], ...verdictsOf(report).map(verdictCells)], [true, true, true, true]),
    '',
    otherToolsSaid,
  ].join('\n');
}

const otherToolsSaid =
  `Beside it, for five such charts of a million leads, measured on two cores elsewhere: ${otherTools.fromNothing.says} took ${otherTools.fromNothing.wall} s ` +
  `and ${otherTools.fromNothing.megabytes} MB from nothing, and ${otherTools.afterAChange.wall} s after a change.`;

function runLines(report: IngestReport): string[] {
  const { floor, sizes, full, unchanged, delta, whole } = report;
  const beside = (took: Took): string => (floor === null ? '' : ratio(took.wall / floor.wall));
  const deltaName = `1% changed: ${number(delta.rows)} rows, ${delta.megabytes.toFixed(1)} MB`;
  const rows = [
    ['', 'wall', 'CPU', 'memory', 'of the floor', 'of all', 'rows/s', 'MB/s'],
    floor === null
      ? ['the floor, sqlite3 .import', 'not measured: no sqlite3 command here']
      : ['the floor, sqlite3 .import as bare text', ...tookCells(floor), ratio(1), '', ...speeds(floor, full)],
    ...sizes.map((size) => {
      const isLast = size === full;
      const name = isLast ? 'all of it, from nothing' : `${number(size.leads)} leads, from nothing`;
      return [name, ...tookCells(size), isLast ? beside(size) : '', isLast ? ratio(1) : '', ...speeds(size, size)];
    }),
    ['nothing new', ...tookCells(unchanged), beside(unchanged), ratio(unchanged.wall / full.wall)],
    [deltaName, ...tookCells(delta.took), beside(delta.took), ratio(delta.took.wall / full.wall)],
    [
      wholeName(report),
      ...tookCells(whole.fromNothing),
      beside(whole.fromNothing),
      ratio(whole.fromNothing.wall / full.wall),
    ],
    [
      'after one changed definition',
      ...tookCells(whole.afterAChange),
      beside(whole.afterAChange),
      ratio(whole.afterAChange.wall / full.wall),
    ],
  ];
  return table(rows, [true]);
}

const wholeName = ({ whole }: IngestReport): string =>
  `ingest, ${whole.metrics} metrics, ${whole.pages} pages from nothing`;

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
  const compared = growth === null ? '' : `; the last is ${growth.toFixed(2)} times the first`;
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

function verdictCells({ what, promised, came, holds, because }: Verdict): string[] {
  const said = holds === null ? `not told: ${because ?? ''}` : holds ? 'yes' : 'NO';
  return [what, promised, came, said];
}

/** Rows of cells under each other, numbers to the right; `left`: which columns are words. */
function table(rows: readonly (readonly string[])[], left: readonly boolean[]): string[] {
  // A row of two cells says something in place of its numbers.
  const columns = rows.filter((row) => row.length > 2);
  const widths = Array.from({ length: Math.max(...rows.map((row) => row.length)) }, (_, column) =>
    Math.max(...columns.map((row) => (row[column] ?? '').length)),
  );
  const cell = (text: string, column: number): string =>
    left[column] ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join('  ').trimEnd());
}

const number = (value: number): string => Math.round(value).toLocaleString('en-GB');
const seconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
const ratio = (value: number): string => value.toFixed(2);
