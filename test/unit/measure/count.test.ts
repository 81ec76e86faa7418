import { expect, test } from 'vitest';
import { agreementOf, instant, metric, path, series, valuesOf, wording } from './company.ts';

const leads = metric('leads', [wording('lead')], {
  by: path('lead', 'created'),
  finest: 'month',
  breakdowns: [{ dimension: 'source', path: path('lead', 'source') }],
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
  expect(
    values.filter(({ grain, dimension }) => grain === 'month' && dimension === '').map(({ status }) => status),
  ).toEqual(['complete', 'complete', 'complete', 'complete', 'so far']);
});
