import { readYesNo } from '../forms/yes-no.ts';
import type { Cell, ColumnTest, IdForm, RowTest } from '../source.ts';
import { idIn, salesforceId } from './ids.ts';

/** The values of a row's wanted columns. */
export type Values = readonly string[];

const none: ReadonlySet<string> = new Set();

/** Where each wanted column's value stands. */
export type Slots = ReadonlyMap<string, number>;

/** A text without blanks around it. Hardly any has some, so that only what is no plain letter at either end is looked at more closely. */
export function trimmed(text: string): string {
  const last = text.length - 1;
  return last < 0 || (isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(last))) ? text : text.trim();
}

function isInk(letter: number): boolean {
  return letter > 0x20 && letter < 0x80;
}

/** The value in a place, without blanks around it; '' where there is no such column. */
function valueAt(values: Values, slot: number): string {
  const value = values[slot];
  return value === undefined ? '' : trimmed(value);
}

/**
 * Reads a cell, without blanks around it; '' where it is empty, or one of its columns holds a text that stands for nothing. A cell without columns is
 * the same text in every row.
 */
export function cellReader(cell: Cell, slots: Slots, empty: ReadonlySet<string> = none): (values: Values) => string {
  if (cell.columns.length === 0) return () => cell.between?.join('') ?? '';
  const [first = -1, ...others] = cell.columns.map((column) => slots.get(column) ?? -1);
  const { between } = cell;
  if (between === null && empty.size === 0) return (values) => valueAt(values, first);
  const valueIn = (values: Values, slot: number): string => {
    const value = valueAt(values, slot);
    return empty.has(value) ? '' : value;
  };
  if (between === null) return (values) => valueIn(values, first);
  return (values) => {
    let text = between[0] ?? '';
    for (const [index, slot] of [first, ...others].entries()) {
      const value = valueIn(values, slot);
      if (value === '') return '';
      text += value + (between[index + 1] ?? '');
    }
    return text;
  };
}

/** Reads an id out of a cell, in the form of its file; of a text made of several columns each may be an id. */
export function idReader(
  cell: Cell,
  slots: Slots,
  form: IdForm | null,
  empty: ReadonlySet<string> = none,
): (values: Values) => string {
  const read = cellReader(cell, slots, empty);
  if (!form) return read;
  if (cell.between === null || !form.salesforce) return (values) => idIn(form, read(values));
  const wanted = cell.columns.map((column) => slots.get(column) ?? -1);
  const inPlaces: Cell = { ...cell, columns: wanted.map(String) };
  const parts = cellReader(inPlaces, new Map(wanted.map((_, place) => [String(wanted[place]), place])), empty);
  return (values) =>
    idIn({ ...form, salesforce: false }, parts(wanted.map((slot) => salesforceId(valueAt(values, slot)))));
}

type Tester = (values: Values) => boolean;

/** Whether all tests hold of a row. */
export function rowTester(test: RowTest, slots: Slots): Tester {
  const [first, ...others] = test.map((each) => columnTester(each, slots));
  if (!first) return () => true;
  return others.length === 0 ? first : (values) => first(values) && others.every((holds) => holds(values));
}

/** Whether one of several tests holds of a row. */
export function anyTester(tests: readonly RowTest[], slots: Slots): Tester {
  const [first, ...others] = tests.map((test) => rowTester(test, slots));
  if (!first) return () => false;
  return others.length === 0 ? first : (values) => first(values) || others.some((holds) => holds(values));
}

/** Whether a test holds of a row. */
export function columnTester({ column, values: wanted, exactly: areExact, not }: ColumnTest, slots: Slots): Tester {
  const slot = slots.get(column) ?? -1;
  const [first, ...others] = wanted.map(areExact ? exactly : valueTester);
  if (!first) return () => not;
  if (others.length === 0) return (values) => first(valueAt(values, slot)) !== not;
  const matches = [first, ...others];
  return (values) => {
    const value = valueAt(values, slot);
    return matches.some((match) => match(value)) !== not;
  };
}

const exactly =
  (wanted: string) =>
  (value: string): boolean =>
    value === wanted;

function valueTester(wanted: string): (value: string) => boolean {
  if (wanted === 'yes' || wanted === 'no') {
    const truth = wanted === 'yes';
    return (value) => readYesNo(value) === truth;
  }
  if (wanted.length > 2 && wanted.startsWith('*') && wanted.endsWith('*')) {
    const middle = wanted.slice(1, -1);
    return (value) => value.includes(middle);
  }
  if (wanted.endsWith('*')) {
    const start = wanted.slice(0, -1);
    return (value) => value.startsWith(start);
  }
  if (wanted.startsWith('*')) {
    const end = wanted.slice(1);
    return (value) => value.endsWith(end);
  }
  return exactly(wanted);
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
