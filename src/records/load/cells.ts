import { readYesNo } from '../forms/yes-no.ts';
import type { Cell, ColumnTest, RowTest } from '../source.ts';

/** The values of a row's wanted columns. */
export type Values = readonly string[];

/** Where each wanted column's value stands. */
export type Slots = ReadonlyMap<string, number>;

/** Reads a cell, without blanks around it; '' where it is empty. */
export function cellReader(cell: Cell, slots: Slots): (values: Values) => string {
  const [first = -1, ...others] = cell.columns.map((column) => slots.get(column) ?? -1);
  const { between } = cell;
  if (between === null) return (values) => (values[first] ?? '').trim();
  return (values) => {
    let text = between[0] ?? '';
    for (const [index, slot] of [first, ...others].entries()) {
      const value = (values[slot] ?? '').trim();
      if (value === '') return '';
      text += value + (between[index + 1] ?? '');
    }
    return text;
  };
}

/** Whether all tests hold of a row. */
export function rowTester(test: RowTest, slots: Slots): (values: Values) => boolean {
  const tests = test.map((each) => columnTester(each, slots));
  return (values) => tests.every((holds) => holds(values));
}

function columnTester(test: ColumnTest, slots: Slots): (values: Values) => boolean {
  const slot = slots.get(test.column) ?? -1;
  const matches = test.values.map(valueTester);
  return (values) => {
    const value = (values[slot] ?? '').trim();
    return matches.some((match) => match(value)) !== test.not;
  };
}

function valueTester(wanted: string): (value: string) => boolean {
  if (wanted === 'yes' || wanted === 'no') {
    const truth = wanted === 'yes';
    return (value) => readYesNo(value) === truth;
  }
  if (wanted.endsWith('*')) {
    const start = wanted.slice(0, -1);
    return (value) => value.startsWith(start);
  }
  return (value) => value === wanted;
}

/** The columns that a source reads of its file, each with the place that names it. */
export function columnsOf(
  cells: readonly (Cell | null)[],
  tests: readonly (RowTest | null)[],
): ReadonlyMap<string, Cell['at']> {
  const columns = new Map<string, Cell['at']>();
  for (const cell of cells) {
    for (const column of cell?.columns ?? []) if (cell && !columns.has(column)) columns.set(column, cell.at);
  }
  for (const { column, at } of tests.flatMap((test) => test ?? [])) if (!columns.has(column)) columns.set(column, at);
  return columns;
}
