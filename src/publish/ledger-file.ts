/** The ledger as the text of a file: read strictly, written always alike. */
import { grains } from '../values/period.ts';
import type { Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';
import { marks, whys, type FixedMark } from '../values/value.ts';
import { inLedgerOrder, ledgerKey } from './ledger.ts';
import { majorOf, minorOf } from './major-units.ts';

const columns = [
  'metric', 'grain', 'period', 'closed', 'fixed', 'mark', 'why', 'value', 'target', 'broken', 'unit', 'seal',
] as const; // prettier-ignore
type Line = Readonly<Record<(typeof columns)[number], string>>;

const header = columns.join(',');
const restore =
  'put the line back as Git has it, or delete it: then the next build fixes the mark by the numbers of that day';

/** The file's text: a header, then one line a mark, in the order in which the periods closed. Amounts of money in major units. */
export function ledgerText(ledger: readonly FixedMark[]): string {
  return [header, ...inLedgerOrder(ledger).map(lineOf)].map((line) => `${line}\n`).join('');
}

function lineOf(fixed: FixedMark): string {
  const number = (amount: number | null) => (amount === null ? '' : String(inFile(amount, fixed.unit)));
  const line: Line = {
    ...fixed,
    mark: fixed.mark.mark,
    why: fixed.mark.why ?? '',
    value: number(fixed.value),
    target: number(fixed.target),
    broken: number(fixed.broken),
  };
  return columns.map((column) => line[column]).join(',');
}

const isCurrency = (unit: string) => /^[A-Z]{3}$/.test(unit);
const inFile = (amount: number, unit: string) => (isCurrency(unit) ? majorOf(amount, unit) : amount);
const inMemory = (amount: number, unit: string) => (isCurrency(unit) ? minorOf(amount, unit) : amount);

/** The marks of a ledger's text, and every line that can't be one. Marks of metrics that are no more stay. */
export function readLedger({ path, text }: TextFile): { ledger: FixedMark[]; problems: Problem[] } {
  const lines = text.split(/\r?\n/);
  const fault = (line: number, column: number, says: string, fix = restore): Problem => ({
    level: 'fault', file: path, line, column, says, fix,
  }); // prettier-ignore
  if (lines[0] !== header) return { ledger: [], problems: [fault(1, 1, `Expected the columns ${header}.`)] };
  const seen = new Map<string, number>();
  const ledger: FixedMark[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === '') continue;
    const read = readLine(line);
    if ('says' in read) problems.push(fault(index + 1, read.column, read.says));
    else {
      const before = seen.get(ledgerKey(read));
      seen.set(ledgerKey(read), before ?? index + 1);
      if (before === undefined) ledger.push(read);
      else problems.push(fault(index + 1, 1, secondLine(read, before), 'delete one of the two'));
    }
  }
  return { ledger, problems };
}

const secondLine = ({ metric, period }: FixedMark, before: number) =>
  `A second mark for ${metric} in ${period}: the first stands on line ${before}.`;

interface Misread {
  readonly column: number;
  readonly says: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const number = (text: string) => text === '' || Number.isFinite(Number(text));
const oneOf = (words: readonly string[]) => (text: string) => words.includes(text);

/** What may stand in each column, and in words. */
const forms: Readonly<Record<(typeof columns)[number], readonly [(text: string) => boolean, string]>> = {
  metric: [(text) => /^[a-z0-9-]+$/.test(text), 'a metric'],
  grain: [oneOf(grains), `one of ${grains.join(', ')}`],
  period: [(text) => text !== '', 'a period'],
  closed: [(text) => day.test(text), 'a day such as 2026-11-06'],
  fixed: [(text) => day.test(text), 'a day such as 2026-11-09'],
  mark: [oneOf(marks), `one of ${marks.join(', ')}`],
  why: [oneOf(['', ...whys]), `nothing, or one of ${whys.join(', ')}`],
  value: [number, 'a number or nothing'],
  target: [number, 'a number or nothing'],
  broken: [number, 'a number or nothing'],
  unit: [(text) => text !== '', 'a unit'],
  seal: [(text) => text !== '', 'a seal'],
};

function readLine(line: string): FixedMark | Misread {
  const cells = line.split(',');
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
  return markOf(Object.fromEntries(columns.map((column, index) => [column, cells[index]])) as Line);
}

function markOf(line: Line): FixedMark {
  const amount = (text: string) => (text === '' ? null : inMemory(Number(text), line.unit));
  return {
    metric: line.metric,
    grain: grains.find((grain) => grain === line.grain) ?? 'month',
    period: line.period,
    closed: line.closed,
    fixed: line.fixed,
    mark: {
      mark: marks.find((mark) => mark === line.mark) ?? 'none',
      why: whys.find((why) => why === line.why) ?? null,
    },
    value: amount(line.value),
    target: amount(line.target),
    broken: amount(line.broken),
    unit: line.unit,
    seal: line.seal,
  };
}
