/** What stood week by week, as the text of a file: read strictly, written always alike. */
import { compareText } from '../agreement/compare-text.ts';
import type { Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';
import { toldStates, type ToldRow } from '../values/told.ts';
import {
  aCount, aDay, aGrain, aMark, aMetric, amountInFile, amountOf, aNumber, aWhy, grainOf, markOfLine, oneOf, readLines, some, textOfLines,
  type Line, type LineFile,
} from './strict-lines.ts'; // prettier-ignore

const columns = [
  'day', 'metric', 'grain', 'period', 'state', 'value', 'target', 'mark', 'why', 'waiting', 'unit', 'seal',
] as const; // prettier-ignore
type Column = (typeof columns)[number];

const keyOf = ({ day, metric, state }: Pick<Line<Column>, 'day' | 'metric' | 'state'>) => `${day} ${metric} ${state}`;

const file: LineFile<Column> = {
  columns,
  forms: {
    day: aDay('2026-11-09'),
    metric: aMetric,
    grain: aGrain,
    period: some('a period'),
    state: oneOf(toldStates),
    value: aNumber,
    target: aNumber,
    mark: aMark,
    why: aWhy,
    waiting: aCount,
    unit: some('a unit'),
    seal: some('a seal'),
  },
  keyOf,
  second: ({ day, metric, state }) => `A second number of ${metric}, ${state}, on ${day}`,
  restore: 'put the line back as Git has it, or delete it: then what changed since is told without it',
};

/** Oldest week first; within it by metric, what was over before what ran. */
const inOrder = (one: ToldRow, other: ToldRow): number =>
  compareText(one.day, other.day) ||
  compareText(one.metric, other.metric) ||
  toldStates.indexOf(one.state) - toldStates.indexOf(other.state);

/** The file's text: a header, then a line for each number. Amounts of money in major units. */
export const toldText = (rows: readonly ToldRow[]): string => textOfLines(columns, rows.toSorted(inOrder).map(lineOf));

const lineOf = (row: ToldRow): Line<Column> => ({
  ...row,
  value: amountInFile(row.value, row.unit),
  target: amountInFile(row.target, row.unit),
  mark: row.mark.mark,
  why: row.mark.why ?? '',
  waiting: String(row.waiting),
});

/** The rows of such a text, and every line that can't be one. Those of metrics that are no more stay. */
export function readTold(text: TextFile): { told: ToldRow[]; problems: Problem[] } {
  const { lines, problems } = readLines(text, file);
  return { told: lines.map(rowOf), problems };
}

const rowOf = (line: Line<Column>): ToldRow => ({
  day: line.day,
  metric: line.metric,
  grain: grainOf(line.grain),
  period: line.period,
  state: line.state === 'over' ? 'over' : 'so far',
  value: amountOf(line.value, line.unit),
  target: amountOf(line.target, line.unit),
  mark: markOfLine(line),
  waiting: Number(line.waiting),
  unit: line.unit,
  seal: line.seal,
});
