import { EndlessValue, rowSplitter } from '../../../../src/records/csv/split-rows.ts';

/** A row with the values of all its columns. */
export interface Row {
  readonly values: readonly string[];
  readonly width: number;
  readonly line: number;
  readonly malformed: boolean;
}

/** The rows of a text with all their columns, the header first; the text comes in pieces of a length. */
export function rowsOf(text: string, piece = text.length, separator = ','): Row[] {
  const rows: Row[] = [];
  readInto(rows, text, piece, separator);
  return rows;
}

/** Rows shortly: their values; behind them `malformed`, and at the end where a value has no end. */
export function readShortly(text: string, piece = text.length, separator = ','): (readonly string[] | string)[] {
  const rows: Row[] = [];
  const trouble: string[] = [];
  try {
    readInto(rows, text, piece, separator);
  } catch (error) {
    if (!(error instanceof EndlessValue)) throw error;
    trouble.push(`endless in line ${error.line}, column ${error.column}`);
  }
  return [...rows.flatMap(({ values, malformed }) => (malformed ? [values, 'malformed'] : [values])), ...trouble];
}

function readInto(rows: Row[], text: string, piece: number, separator: string): void {
  const splitter = rowSplitter(
    separator,
    ({ values, ...rest }) => void rows.push({ values: values.slice(0, rest.width), ...rest }),
    (header) => {
      rows.push({ ...header, values: [...header.values] });
      // A row may be wider than the header.
      return new Map(Array.from({ length: 9 }, (_, column) => [column, column]));
    },
  );
  for (let from = 0; from < text.length; from += Math.max(1, piece))
    splitter.push(text.slice(from, from + Math.max(1, piece)));
  splitter.end();
}
