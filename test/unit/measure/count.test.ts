import { expect, test } from 'vitest';
import { company } from '../berlin-company.ts';
import { agreementOf, breakdown, instant, metric, path, series, valuesOf, wording } from './company.ts';

const leads = metric('leads', [wording('lead')], {
  by: path('lead', 'created'),
  finest: 'month',
  breakdowns: [breakdown('source', path('lead', 'source'))],
});

const rows = [
  { created: instant('2026-07-31T22:30:00Z'), source: 'Website' }, // 00:30 on the first of August in Berlin
  { created: instant('2026-07-31T21:59:59Z'), source: 'Website' }, // the last second of July there
  { created: instant('2026-10-05T08:00:00Z'), source: null },
  { created: null, source: 'Event' },
];

test('counts leads by the local month, with the empty months between and the undated in all time', async () => {
  const values = await valuesOf(agreementOf({ metrics: [leads] }), { lead: rows }, '2026-11-09T05:40:00Z');
  expect(series(values, 'month')).toEqual(['2026-07 1', '2026-08 1', '2026-09 0', '2026-10 1', '2026-11 0']);
  expect(series(values, 'quarter')).toEqual(['FY2026-Q3 2', 'FY2026-Q4 1']);
  expect(series(values, 'all')).toEqual(['all 4']);
  expect(series(values, 'all', 'source')).toEqual(['all Event 1', 'all Not recorded 1', 'all Website 2']);
  expect(series(values, 'undated')).toEqual(['undated 1']);
  expect(series(values, 'undated', 'source')).toEqual(['undated Event 1']);
  expect(values.find(({ grain }) => grain === 'undated')).toMatchObject({ period: 'undated', from: '', to: '' });
  expect(
    values.filter(({ grain, dimension }) => grain === 'month' && dimension === '').map(({ status }) => status),
  ).toEqual(['complete', 'complete', 'complete', 'complete', 'so far']);
});

test('periods are those of the company: a half-hour zone, weeks from Sunday, a fiscal year from April', async () => {
  const india = { ...company, timeZone: 'Asia/Kolkata', weekStarts: 7, fiscalYearStarts: 4 };
  const rows = [
    { created: instant('2026-03-31T18:29:59Z') }, // the last second of March in Kolkata, a Tuesday
    { created: instant('2026-03-31T18:30:00Z') }, // the first of April, and of fiscal 2027
    { created: instant('2026-04-04T18:30:00Z') }, // Sunday the fifth
  ];
  const weekly = { ...leads, finest: 'week' as const, breakdowns: [] };
  const agreement = agreementOf({ company: india, metrics: [weekly] });
  const values = await valuesOf(agreement, { lead: rows }, '2026-04-06T00:00:00Z');
  expect(series(values, 'week')).toEqual(['week-2026-03-29 2', 'week-2026-04-05 1']);
  expect(series(values, 'month')).toEqual(['2026-03 1', '2026-04 2']);
  expect(series(values, 'quarter')).toEqual(['FY2026-Q4 1', 'FY2027-Q1 2']);
  expect(series(values, 'year')).toEqual(['FY2026 1', 'FY2027 2']);
});

test('a day of 23 or 25 hours is one day', async () => {
  const daily = { ...leads, finest: 'day' as const, breakdowns: [] };
  const rows = ['2026-03-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-10-24T22:00:00Z', '2026-10-25T22:59:59Z'];
  const lead = rows.map((created) => ({ created: instant(created) }));
  const values = await valuesOf(agreementOf({ metrics: [daily] }), { lead }, '2026-11-09T05:40:00Z');
  const days = values.filter(({ grain, records }) => grain === 'day' && records > 0);
  expect(days.map(({ period, value }) => `${period} ${value}`)).toEqual(['2026-03-29 2', '2026-10-25 2']);
});

test('where nothing was recorded there is one value, a zero for all time', async () => {
  const values = await valuesOf(agreementOf({ metrics: [leads] }), {}, '2026-11-09T05:40:00Z');
  expect(values).toMatchObject([{ grain: 'all', period: 'all', value: 0, records: 0, from: '2026-11-09' }]);
});

test('where every record has a date, there are no undated', async () => {
  const values = await valuesOf(agreementOf({ metrics: [leads] }), { lead: rows.slice(0, 3) }, '2026-11-09T05:40:00Z');
  expect(series(values, 'undated')).toEqual([]);
});
