import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import { recordsBehind } from '../../../src/measure/records-behind.ts';
import type { Measure, Metric } from '../../../src/values/agreement.ts';

/** Monday, 9 November, 06:40 in Berlin. */
const asOf = '2026-11-09T05:40:00Z';

const deal = (closed: string | null, amount: number, type: string): c.Row => ({
  closed,
  amount,
  currency: 'EUR',
  type,
});
const rows = {
  opportunity: [
    deal('2026-08-03', 100, 'New'),
    deal('2026-09-30', 200, 'Renewal'),
    deal('2026-10-01', 400, 'New'),
    deal('2026-10-30', 800, 'Renewal'), // Friday of the week of 26 October, which ends in November
    deal('2026-11-01', 1600, 'New'), // Sunday of the same week
    deal('2026-11-05', 3200, 'New'),
    deal(null, 6400, 'New'),
  ],
};
const amount = c.path('opportunity', 'amount');

const metric = (measure: Measure, more: Partial<Metric> = {}): Metric =>
  c.metric('deals', [c.wording('opportunity', { measure })], { by: c.path('opportunity', 'closed'), ...more });

const valuesOf = (of: Metric) => c.valuesOf(c.agreementOf({ metrics: [of] }), rows, asOf);

describe('a value that runs on takes in the whole of the longer period up to its own end', () => {
  test('of a quarter, by month: all time is all, and no undated record is in a period', async () => {
    const values = await valuesOf(metric({ measure: 'sum', of: amount }, { running: 'quarter' }));
    expect(c.series(values, 'month')).toEqual(['2026-08 100', '2026-09 300', '2026-10 1200', '2026-11 6000']);
    expect(c.series(values, 'quarter')).toEqual(['FY2026-Q3 300', 'FY2026-Q4 6000']);
    expect(c.series(values, 'year')).toEqual(['FY2026 6000']); // the fourth quarter, in which the year ends
    expect(c.series(values, 'all')).toEqual(['all 12700']);
    expect(c.series(values, 'undated')).toEqual(['undated 6400']);
  });

  test('of a month, by week: the month that the last day lies in', async () => {
    const values = await valuesOf(metric({ measure: 'sum', of: amount }, { running: 'month', finest: 'week' }));
    const weeks = c.series(values, 'week').slice(-4);
    expect(weeks).toEqual([
      'week-2026-10-19 400',
      'week-2026-10-26 1600', // ends on the first of November, and takes in that day alone
      'week-2026-11-02 4800',
      'week-2026-11-09 4800',
    ]);
  });

  test('of all time', async () => {
    const values = await valuesOf(metric({ measure: 'count' }, { running: 'all' }));
    expect(c.series(values, 'month')).toEqual(['2026-08 1', '2026-09 2', '2026-10 4', '2026-11 6']);
  });

  test('a member has a value where it has records so far', async () => {
    const breakdowns = [c.breakdown('type', c.path('opportunity', 'type'))];
    const values = await valuesOf(metric({ measure: 'count' }, { running: 'quarter', breakdowns }));
    expect(c.series(values, 'month', 'type')).toEqual([
      '2026-08 New 1',
      '2026-09 New 1',
      '2026-10 New 1',
      '2026-11 New 3',
      '2026-09 Renewal 1',
      '2026-10 Renewal 1',
      '2026-11 Renewal 1',
    ]);
  });

  test('what does not add up is asked of the records of each value', async () => {
    const breakdowns = [c.breakdown('type', c.path('opportunity', 'type'))];
    const median = await valuesOf(metric({ measure: 'median', of: amount }, { running: 'quarter', breakdowns }));
    expect(c.series(median, 'month')).toEqual(['2026-08 100', '2026-09 150', '2026-10 600', '2026-11 1200']);
    expect(c.series(median, 'month', 'type').slice(0, 4)).toEqual([
      '2026-08 New 100',
      '2026-09 New 100',
      '2026-10 New 400',
      '2026-11 New 1600',
    ]);
    const different = { measure: 'count different', of: c.path('opportunity', 'type') } as const;
    expect(c.series(await valuesOf(metric(different, { running: 'all' })), 'month')).toEqual([
      '2026-08 1',
      '2026-09 2',
      '2026-10 2',
      '2026-11 2',
    ]);
  });
});

test('the records behind each value add up to it', async () => {
  const db = await c.storeWith(rows, asOf);
  const sum = metric({ measure: 'sum', of: amount }, { running: 'quarter', finest: 'week' });
  const task = { db, agreement: c.agreementOf({ metrics: [sum] }), catalogue: c.catalogue };
  const { values } = await measure(task);
  for (const { period, value, records } of values) {
    const behind = await recordsBehind({ ...task, metric: 'deals', period });
    const total = behind.reduce((found, one) => found + Number(one.amount), 0);
    expect([period, behind.length, total]).toEqual([period, records, value]);
  }
  await db.destroy();
});

test('the period before, after as much time, with the longer period that it is in', async () => {
  const made = { opportunity: rows.opportunity.map((row) => ({ ...row, created: c.instant('2026-01-05T08:00:00Z') })) };
  const db = await c.storeWith(made, asOf);
  const sum = metric({ measure: 'sum', of: amount }, { running: 'quarter', finest: 'week' });
  const { stretches } = await measure({ db, agreement: c.agreementOf({ metrics: [sum] }), catalogue: c.catalogue });
  await db.destroy();
  expect(stretches.slice(0, 3).map(({ earlier, until, value }) => [earlier, until, value])).toEqual([
    ['week-2026-11-02', c.instant('2026-11-02T05:40:00Z'), 2800],
    ['2026-10', c.instant('2026-10-09T04:40:00Z'), 400],
    ['FY2026-Q3', c.instant('2026-08-09T04:40:00Z'), 100],
  ]);
});
