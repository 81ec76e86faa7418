import { expect, test } from 'vitest';
import { clausesByTerm, clausesTable } from '../../../src/publish/clauses-table.ts';
import type { Breakdown } from '../../../src/values/breakdown.ts';
import { edition, metric, value } from './small-edition.ts';

const clause = (
  dimension: string,
  holds: string,
  others: string,
  clauseOf: string | null = 'good lead',
): Breakdown => ({
  dimension,
  cut: { cut: 'test', test: { is: 'all', of: [] }, holds, others },
  credit: null,
  clauseOf,
});

const size = clause('size is at least 20', 'met', 'not met');
const robot = clause('is a robot', 'applies', 'does not apply');

test('clauses stand together by their term', () => {
  const other = clause('large', 'large', 'small', null);
  expect([...clausesByTerm([other, size, robot])]).toEqual([['good lead', [size, robot]]]);
});

test('a row for each clause tells what comes of the records that meet it and of the others', () => {
  const of = (dimension: string, member: string, changes: object) => value('kept', { dimension, member, ...changes });
  const all = edition(
    [metric('kept', { breakdowns: [size, robot] })],
    [
      value('kept'),
      of('size is at least 20', 'met', { value: 0.9, records: 1200 }),
      of('size is at least 20', 'not met', { value: 0.5, records: 8 }),
      of('is a robot', 'does not apply', { value: null, records: 1 }),
    ],
  );
  const [one] = all.metrics;
  if (!one) throw new Error('There is a metric.');
  expect(clausesTable(all, one, [size, robot], { grain: 'month', period: '2026-10' })).toEqual({
    columns: ['Where it holds', 'Records', 'Where it does not', 'Records'],
    rows: [
      { head: 'size is at least 20', cells: ['90%', '1,200', '50%', '8'] },
      { head: 'Except when: is a robot', cells: ['–', '0', 'not known', '1'] },
    ],
  });
});
