import { expect, test } from 'vitest';
import { membersTable, periodsTable } from '../../../src/publish/data-table.ts';
import { agreement, edition, metric, value } from './small-edition.ts';

const tableOf = (values: Parameters<typeof edition>[1]) => {
  const [one] = edition([metric('a')], values).metrics;
  if (!one) throw new Error('The edition has no metric.');
  return { agreement: agreement([one.metric]), metric: one.metric, values: one.values, now: '2026-10' };
};

test('a share is shown with the records that it is made of, newest period first', () => {
  const running = value('a', {
    period: '2026-11',
    from: '2026-11-01',
    to: '2026-11-30',
    waiting: 4,
    records: 24,
    status: 'so far',
  });
  const table = periodsTable(tableOf([value('a'), running]), 'month');
  expect(table.columns).toEqual(['Records', 'Kept it', 'Missed it', 'Waiting', 'Share', 'Agreed']);
  expect(table.rows.map((row) => [row.head, ...row.cells])).toEqual([
    ['November\u00a02026, so far', '24', '15', '5', '4', '75%', '90%'],
    ['October\u00a02026', '20', '15', '5', '0', '75%', '90%'],
  ]);
  expect(table.rows.map((row) => row.now)).toEqual([false, true]);
});

test('members come in the order of their chart, others follow by name', () => {
  const member = (name: string, denominator: number) =>
    value('a', { dimension: 'source', member: name, denominator, records: denominator });
  const values = [member('Not recorded', 30), member('Event', 5), member('Website', 15)];
  const table = membersTable(tableOf(values), {
    dimension: 'source',
    grain: 'month',
    period: '2026-10',
    order: ['Website', 'Event'],
  });
  expect(table.rows.map((row) => row.head)).toEqual(['Website', 'Event', 'Not recorded']);
});

test('a value that is not known says so, and its parts are dashes', () => {
  const table = periodsTable(tableOf([value('a', { value: null, numerator: null, denominator: null })]), 'month');
  expect(table.rows[0]?.cells).toEqual(['20', '–', '–', '0', 'not known', '90%']);
});

test('records without a date stand in a row of their own, last', () => {
  const undated = value('a', { grain: 'undated', period: 'undated', from: '', to: '', target: null });
  const table = periodsTable(tableOf([undated, value('a')]), 'month');
  expect(table.rows.map(({ head }) => head)).toEqual(['October\u00a02026', 'No date']);
});

test('bounds have a column where something is missing', () => {
  const table = periodsTable(tableOf([value('a', { low: 0.7, high: 0.912 })]), 'month');
  expect(table.columns).toContain('Could be');
  expect(table.rows[0]?.cells).toContain('70% to 91.2%');
});

test('the usual range has a column where a period left it', () => {
  const months = (shares: readonly number[]) =>
    shares.map((share, index) => {
      const name = `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
      return value('a', { period: name, from: `${name}-01`, to: `${name}-28`, value: share });
    });
  const turns = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 0.8 : 0.84));
  const few = value('a', { period: '2026-02', from: '2026-02-01', to: '2026-02-28', value: 0, denominator: 5 });
  const table = periodsTable(tableOf([...months([...turns, 0.6]), few]), 'month');
  const column = table.columns.indexOf('Usual range');
  expect(table.rows.slice(0, 3).map(({ cells }) => cells[column])).toEqual(['–', 'below', 'within']);
  expect(periodsTable(tableOf(months(turns)), 'month').columns).not.toContain('Usual range');
});
