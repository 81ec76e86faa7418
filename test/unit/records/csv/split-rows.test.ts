import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EndlessValue, longestValue, rowSplitter } from '../../../../src/records/csv/split-rows.ts';
import { rowsOf } from './rows-of.ts';

test('quotes, doubled quotes, separators and line ends inside of quotes', () => {
  const rows = rowsOf('a,b\n"x, ""y""\nz",2\n3,"4"\r\n');
  expect(rows.map(({ values, line }) => [line, ...values])).toEqual([
    [1, 'a', 'b'],
    [2, 'x, "y"\nz', '2'],
    [4, '3', '4'],
  ]);
});

test('only the columns that are wanted become values', () => {
  const values: string[][] = [];
  const splitter = rowSplitter(
    ',',
    (row) => void values.push([...row.values]),
    () =>
      new Map([
        [2, 0],
        [0, 1],
      ]),
  );
  splitter.push('a,b,c\n1,2,3\n4\n');
  splitter.end();
  expect(values).toEqual([
    ['3', '1'],
    ['', '4'],
  ]);
});

test('a value without end is told by the line and column that it begins in', () => {
  const splitter = rowSplitter(
    ',',
    () => undefined,
    () => new Map(),
  );
  let thrown: unknown;
  try {
    splitter.push(`a,b\n1,2\n3,"${'x'.repeat(longestValue)}`);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(EndlessValue);
  expect(thrown).toMatchObject({ line: 3, column: 1 });
});

const cell = fc.string({ unit: fc.constantFrom('a', 'ü', ',', ';', '"', '\n', '\r\n', ' ', ''), maxLength: 6 });
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

test('whatever the table and however it is cut into pieces, it reads as csv-parse reads it', () => {
  fc.assert(
    fc.property(
      table,
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 9 }),
      (rows, always, end, piece) => {
        const written = (value: string): string =>
          always || /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
        const text = rows.map((row) => row.map(written).join(',')).join(end) + end;
        const expected = parse(text, {
          relax_column_count: true,
          record_delimiter: ['\r\n', '\n'],
          skip_empty_lines: true,
        });
        expect(rowsOf(text, piece).map((row) => row.values)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});
