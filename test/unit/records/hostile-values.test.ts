import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportLine } from '../../../src/records/load/report-line.ts';
import { columnReader, field, type ColumnReader } from './read-column.ts';

let column: ColumnReader;
beforeAll(async () => void (column = await columnReader()));
afterAll(() => column.end());

const tooLong = 'is longer than 200 letters: no number, date or truth is';
const blanks = ' '.repeat(400_000);

describe('a long value that a pattern would go back and forth over is rejected at once', () => {
  it.each([
    ['a date, of letters', 'is: day', '', 'x'.repeat(900_000)],
    ['a date, of blanks', 'is: instant', 'time zone: UTC\n', `1${blanks}A${blanks}AB`],
    ['a number, of digits', 'is: number', '', `${'1'.repeat(900_000)}x`],
    ['a number, of blanks', 'is: number', 'numbers: 1.234,56\n', `1${blanks}x${blanks}1`],
    ['an amount, of signs', 'is: money', 'currency: EUR\n', `${'-'.repeat(900_000)}1`],
    ['a word behind a number', 'is: number', 'short: { K: 1000 }\n', `1${'k'.repeat(900_000)} 1`],
    ['a truth', 'is: yes-no', '', 'y'.repeat(900_000)],
    ['a length of time', 'is: number, lasts in: minutes', '', `P${'1D'.repeat(400_000)}`],
  ])('%s', async (_, said, file, value) => {
    const run = await column.read(field(said), [value], file);
    expect([run.faults, run.account.rejected.map(({ reason }) => reason)]).toEqual([[], [tooLong]]);
  });
});

it('a long value of a report is data, whatever its letters', () => {
  const header = { names: ['Id', 'Name'], keyPlaces: [0] };
  expect(reportLine([`(1${blanks}(`], header)).toBe('data');
  expect(reportLine(['1'.repeat(900_000), `1${blanks}!`], header)).toBe('data');
});

it('a number past all that can be counted is rejected', async () => {
  const run = await column.read(field('is: number'), ['1e400', '7']);
  expect(run.account.rejected).toMatchObject([{ value: '1e400', reason: 'is more than can be counted' }]);
});

it('what is called like a part of every object is no currency', async () => {
  const run = await column.read(field('is: money'), ['constructor 5', '5 toString', '__proto__ 7'], 'currency: EUR\n');
  expect(run.account.rejected.map(({ reason }) => reason)).toEqual(['is no number', 'is no number', 'is no number']);
});
