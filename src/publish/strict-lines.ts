/** A file of plain lines that the product writes itself and reads back strictly: one column an answer, no quotes, every misread line told with its place. */
import { grains, type Grain } from '../values/period.ts';
import type { Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';
import { marks, whys, type Mark } from '../values/value.ts';
import { majorOf, minorOf } from './major-units.ts';

/** What may stand in a column, and in words. */
export type Form = readonly [fits: (text: string) => boolean, words: string];
export type Line<Column extends string> = Readonly<Record<Column, string>>;

/** How such a file is written: its columns in their order, what a line is found by, and what to do about one that can't be read. */
export interface LineFile<Column extends string> {
  readonly forms: Readonly<Record<Column, Form>>;
  readonly columns: readonly Column[];
  /** Two lines with one key can't both be true. */
  keyOf(line: Line<Column>): string;
  /** How the second one is told of: `A second mark for followed in 2026-10`. */
  second(line: Line<Column>): string;
  readonly restore: string;
}

const number = (text: string) => text === '' || Number.isFinite(Number(text));
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

export const oneOf = (words: readonly string[]): Form => [(text) => words.includes(text), `one of ${words.join(', ')}`];
export const some = (what: string): Form => [(text) => text !== '', what];
export const aDay = (example: string): Form => [(text) => dayForm.test(text), `a day such as ${example}`];
export const aNumber: Form = [number, 'a number or nothing'];
export const aCount: Form = [(text) => /^\d+$/.test(text), 'a whole number'];
export const aMetric: Form = [(text) => /^[a-z0-9-]+$/.test(text), 'a metric'];
export const aGrain = oneOf(grains);
export const aMark = oneOf(marks);
export const aWhy: Form = [(text) => ['', ...whys].includes(text), `nothing, or one of ${whys.join(', ')}`];

/** The text of a file: a header, then a line for each. */
export const textOfLines = <Column extends string>(
  columns: readonly Column[],
  lines: readonly Line<Column>[],
): string =>
  [columns.join(','), ...lines.map((line) => columns.map((column) => line[column]).join(','))]
    .map((line) => `${line}\n`)
    .join('');

/** The lines of a file's text, and every one that can't be one. */
export function readLines<Column extends string>(
  { path, text }: TextFile,
  file: LineFile<Column>,
): { lines: Line<Column>[]; problems: Problem[] } {
  const header = file.columns.join(',');
  const rows = text.split(/\r?\n/);
  const fault = (line: number, column: number, says: string, fix = file.restore): Problem => ({
    level: 'fault', file: path, line, column, says, fix,
  }); // prettier-ignore
  if (rows[0] !== header) return { lines: [], problems: [fault(1, 1, `Expected the columns ${header}.`)] };
  const seen = new Map<string, number>();
  const lines: Line<Column>[] = [];
  const problems: Problem[] = [];
  for (const [index, row] of rows.entries()) {
    if (index === 0 || row === '') continue;
    const read = readLine(row, file);
    if (typeof read.says === 'string') problems.push(fault(index + 1, read.column, read.says));
    else {
      const { line } = read;
      const before = seen.get(file.keyOf(line));
      seen.set(file.keyOf(line), before ?? index + 1);
      if (before === undefined) lines.push(line);
      else {
        const says = `${file.second(line)}: the first stands on line ${before}.`;
        problems.push(fault(index + 1, 1, says, 'delete one of the two'));
      }
    }
  }
  return { lines, problems };
}

type ReadLine<Column extends string> =
  { readonly line: Line<Column>; readonly says?: undefined } | { readonly column: number; readonly says: string };

function readLine<Column extends string>(row: string, { columns, forms }: LineFile<Column>): ReadLine<Column> {
  const cells = row.split(',');
  if (cells.length !== columns.length) {
    return { column: 1, says: `Expected ${columns.length} cells, as the header has, got ${cells.length}.` };
  }
  let at = 1;
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    const [fits, form] = forms[column];
    if (!fits(cell)) return { column: at, says: `Expected ${form} for ${column}, got "${cell}".` };
    at += cell.length + 1;
  }
  return { line: Object.fromEntries(columns.map((column, index) => [column, cells[index]])) as Line<Column> };
}

const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit);

/** A number of a unit as the file holds it: money in major units, not known is nothing. */
export const amountInFile = (amount: number | null, unit: string): string =>
  amount === null ? '' : String(isCurrency(unit) ? majorOf(amount, unit) : amount);

/** The same, read back. */
export function amountOf(text: string, unit: string): number | null {
  if (text === '') return null;
  return isCurrency(unit) ? minorOf(Number(text), unit) : Number(text);
}

export const grainOf = (text: string): Grain => grains.find((grain) => grain === text) ?? 'month';

export const markOfLine = ({ mark, why }: { readonly mark: string; readonly why: string }): Mark => ({
  mark: marks.find((one) => one === mark) ?? 'none',
  why: whys.find((one) => one === why) ?? null,
});
