/** The ledger as the text of a file: read strictly, written always alike. */
import type { Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';
import type { FixedMark } from '../values/value.ts';
import { inLedgerOrder, ledgerKey } from './ledger.ts';
import {
  aDay, aGrain, aMark, aMetric, amountInFile, amountOf, aNumber, aWhy, grainOf, markOfLine, readLines, some, textOfLines,
  type Line, type LineFile,
} from './strict-lines.ts'; // prettier-ignore

const columns = [
  'metric', 'grain', 'period', 'closed', 'fixed', 'mark', 'why', 'value', 'target', 'broken', 'unit', 'seal',
] as const; // prettier-ignore
type Column = (typeof columns)[number];

const file: LineFile<Column> = {
  columns,
  forms: {
    metric: aMetric,
    grain: aGrain,
    period: some('a period'),
    closed: aDay('2026-11-06'),
    fixed: aDay('2026-11-09'),
    mark: aMark,
    why: aWhy,
    value: aNumber,
    target: aNumber,
    broken: aNumber,
    unit: some('a unit'),
    seal: some('a seal'),
  },
  keyOf: ledgerKey,
  second: ({ metric, period }) => `A second mark for ${metric} in ${period}`,
  restore:
    'put the line back as Git has it, or delete it: then the next build fixes the mark by the numbers of that day',
};

/** The file's text: a header, then one line a mark, in the order in which the periods closed. Amounts of money in major units. */
export const ledgerText = (ledger: readonly FixedMark[]): string =>
  textOfLines(columns, inLedgerOrder(ledger).map(lineOf));

function lineOf(fixed: FixedMark): Line<Column> {
  return {
    ...fixed,
    mark: fixed.mark.mark,
    why: fixed.mark.why ?? '',
    value: amountInFile(fixed.value, fixed.unit),
    target: amountInFile(fixed.target, fixed.unit),
    broken: amountInFile(fixed.broken, fixed.unit),
  };
}

/** The marks of a ledger's text, and every line that can't be one. Marks of metrics that are no more stay. */
export function readLedger(text: TextFile): { ledger: FixedMark[]; problems: Problem[] } {
  const { lines, problems } = readLines(text, file);
  return { ledger: lines.map(markOf), problems };
}

function markOf(line: Line<Column>): FixedMark {
  const { metric, period, closed, fixed, unit, seal } = line;
  return {
    metric,
    grain: grainOf(line.grain),
    period,
    closed,
    fixed,
    mark: markOfLine(line),
    value: amountOf(line.value, unit),
    target: amountOf(line.target, unit),
    broken: amountOf(line.broken, unit),
    unit,
    seal,
  };
}
