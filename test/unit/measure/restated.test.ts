import { expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import type { Metric, Wording } from '../../../src/values/agreement.ts';
import type { Target } from '../../../src/values/target.ts';
import type { MetricValue } from '../../../src/values/value.ts';

const asOf = '2026-11-09T05:40:00Z';
const scored = (least: number): Wording['keptWhen'] => [
  c.test('is at least', { value: c.field('lead', 'score'), least: c.number(least) }),
];
const atLeast = (value: number): Target => ({
  way: 'at least',
  level: { level: 'one', value, grain: null, spread: false },
  said: `at least ${value}`,
});

/** Since October a good lead has 60 points; before, 40 were enough. */
const good: Metric = c.metric(
  'good-leads',
  [
    c.wording('lead', {
      from: '2026-10-01',
      measure: { measure: 'share', countedIn: null },
      keptWhen: scored(60),
      target: atLeast(0.5),
    }),
    c.wording('lead', {
      until: '2026-09-30',
      measure: { measure: 'share', countedIn: null },
      keptWhen: scored(40),
      target: atLeast(0.9),
    }),
  ],
  {
    by: c.path('lead', 'created'),
    unit: { unit: 'share' },
    breakdowns: [c.breakdown('source', c.path('lead', 'source'))],
  },
);
const all = c.metric('leads', [c.wording('lead')], { by: c.path('lead', 'created') });

const lead = (day: string, score: number): c.Row => ({
  created: c.instant(`${day}T08:00:00Z`),
  score,
  source: 'Event',
});
const leads = [lead('2026-09-01', 50), lead('2026-09-02', 70), lead('2026-10-01', 50), lead('2026-10-02', 70)];

async function measured(metrics: readonly Metric[]) {
  const db = await c.storeWith({ lead: leads }, asOf);
  const result = await measure({ db, agreement: c.agreementOf({ metrics }), catalogue: c.catalogue });
  await db.destroy();
  return result;
}
const months = (values: readonly MetricValue[], dimension = '') =>
  values
    .filter((value) => value.grain === 'month' && value.dimension === dimension)
    .map(({ period, value, target, wording }) => [period, value, target, wording]);

test('each month is judged by the wording then in force, and restated by today’s, whose target is not for the past', async () => {
  const { values, restated } = await measured([good, all]);
  expect(months(values)).toEqual([
    ['2026-09', 1, 0.9, 'the beginning'],
    ['2026-10', 0.5, 0.5, '2026-10-01'],
    ['2026-11', null, 0.5, '2026-10-01'],
    ['2026-09', 2, null, 'the beginning'],
    ['2026-10', 2, null, 'the beginning'],
    ['2026-11', 0, null, 'the beginning'],
  ]);
  expect(months(restated)).toEqual([
    ['2026-09', 0.5, null, '2026-10-01'],
    ['2026-10', 0.5, 0.5, '2026-10-01'],
    ['2026-11', null, 0.5, '2026-10-01'],
  ]);
  expect(months(restated, 'source')).toEqual([
    ['2026-09', 0.5, null, '2026-10-01'],
    ['2026-10', 0.5, 0.5, '2026-10-01'],
  ]);
});

test('a ratio is restated where one of its two is', async () => {
  const [today, before] = good.wordings;
  const count = (wording: Wording): Wording => ({ ...wording, measure: { measure: 'count' }, target: null });
  const counted = { ...good, slug: 'good', wordings: [count(today), count(before!)] as const, breakdowns: [] };
  const ratio = c.metric('rate', [
    c.wording('lead', { measure: { measure: 'ratio', of: 'good', per: 'leads', perIs: 'value' } }),
  ]);
  const { values, restated } = await measured([counted, all, ratio]);
  const rates = (of: readonly MetricValue[]) => months(of.filter(({ metric }) => metric === 'rate'));
  expect(rates(values).map(([, rate]) => rate)).toEqual([1, 0.5, null]);
  expect(rates(restated).map(([, rate]) => rate)).toEqual([0.5, 0.5, null]);
});

test('what never changed is not restated', async () => {
  expect((await measured([all])).restated).toEqual([]);
});
