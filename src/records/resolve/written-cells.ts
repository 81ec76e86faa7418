import type { Place } from '../../values/problem.ts';
import type { Cell, ColumnTest } from '../source.ts';
import type { ColumnSpec, RowTestSpec } from '../schema/forms.ts';

/** A column as it is written in a source: a header, a text with headers in braces, or a list of such. */
export function cellOf(written: ColumnSpec, at: Place): Cell {
  if (typeof written === 'string') return oneCell(written, at);
  const [first, ...others] = written;
  return { ...oneCell(first ?? '', at), or: others.map((other) => oneCell(other, at)) };
}

function oneCell(written: string, at: Place): Cell {
  const pieces = written.split(/\{([^{}]+)\}/);
  if (pieces.length === 1) return { columns: [written], between: null, at };
  return {
    columns: pieces.filter((_, index) => index % 2 === 1),
    between: pieces.filter((_, index) => index % 2 === 0),
    at,
  };
}

/** What a column must be, as it is written in a source. */
export function columnTest(column: string, wanted: RowTestSpec[string], at: Place): ColumnTest {
  const not = typeof wanted === 'object' && !Array.isArray(wanted);
  const values = not ? wanted.not : wanted;
  return { column, not, values: Array.isArray(values) ? values : [values], at };
}
