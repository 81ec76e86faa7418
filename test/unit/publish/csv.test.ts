import { expect, test } from 'vitest';
import { csvOf } from '../../../src/publish/csv.ts';

test('a table has its header, commas, and a return after each row', () => {
  expect(csvOf(['a', 'b'], [['x', 1], ['y', null]])).toBe('a,b\r\nx,1\r\ny,\r\n'); // prettier-ignore
});

test('a cell with a comma, a quote or a line break is quoted', () => {
  expect(csvOf(['a'], [['x, y'], ['say "z"'], ['one\ntwo']])).toBe('a\r\n"x, y"\r\n"say ""z"""\r\n"one\ntwo"\r\n');
});

test.each(['=1+1', '+x', '-x', '@x', '\tx', '\rx'])('text that a spreadsheet would run is neutralised: %j', (text) => {
  expect(csvOf(['a'], [[text]])).toMatch(/^a\r\n"?'/);
});

test('a number below zero stays a number', () => {
  expect(csvOf(['a'], [[-2.5]])).toBe('a\r\n-2.5\r\n');
});
