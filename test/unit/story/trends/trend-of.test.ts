import { expect, test } from 'vitest';
import { sparkFigure } from '../../../../src/story/trends/spark-figure.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import { delivered, effectiveness, feedback, followedUp, monthly, row } from '../made-up.ts';
import { subject, trend, turns } from './rows.ts';

test('a row has the newest number that is over, with its period', () => {
  const { value, unit, period } = trend(delivered, monthly(delivered, [20, 24], 7));
  expect([value, unit, period]).toEqual(['24', '', 'October 2026']);
});

test('a stretch of time has its unit beside it', () => {
  const hours: Metric = { ...delivered, unit: { unit: 'duration', of: 'business hours' } };
  const { value, unit } = trend(hours, monthly(hours, [4, 5.1]));
  expect([value, unit]).toEqual(['5.1', 'business hours']);
});

test('a number of all time is today’s', () => {
  const ever: Metric = { ...feedback, by: null, finest: 'all' };
  const today = row(ever, '2026-11', [28, 72], { grain: 'all', period: 'all', status: 'so far' });
  const { value, period, figure, yearAgo } = trend(ever, [today]);
  expect([value, period, figure, yearAgo]).toEqual(['39%', 'today', null, '']);
});

test.each([
  ['no value yet', feedback, []],
  ['not countable yet', { ...feedback, missing: ['handover’s accepted'] }, []],
] as const)('without a number it says why: %s', (value, metric, values) => {
  expect(trend(metric, values)).toMatchObject({ value, period: '', of: null, figure: null });
});

test('what is not known has its period', () => {
  expect(trend(feedback, monthly(feedback, [[8, 10], [0, 0]]))).toMatchObject({ value: 'not known', period: 'October 2026' }); // prettier-ignore
});

test('the line is of thirteen months that are over, or eight quarters, with the usual range', () => {
  const line = sparkFigure(subject(delivered, monthly(delivered, turns(18, 22, 24), 7)));
  expect(line?.points.map(({ from }) => from.slice(0, 7))).toEqual([
    '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10',
  ]); // prettier-ignore
  expect(line?.usual).toMatchObject({ centre: 20, outside: [] });
  expect(line?.usual?.upper).toBeCloseTo(20 + 2.66 * 4);
  const quarters = [2024, 2025, 2026].flatMap((year) => [1, 2, 3, 4].map((quarter) => `FY${year}-Q${quarter}`));
  const values = quarters.slice(0, 11).map((period) => row(effectiveness, period, 3));
  expect(sparkFigure(subject(effectiveness, values))?.points).toHaveLength(8);
});

test('it tells where the wording changed', () => {
  const shares = monthly(followedUp, turns<[number, number]>([9, 10], [9, 10], 13));
  const line = sparkFigure(subject(followedUp, shares));
  expect(line?.changes.map(({ on }) => on)).toEqual(['2026-01-01']);
  expect(line?.points.filter(({ old }) => old)).toHaveLength(3);
});

test('one number makes no line', () => {
  expect(sparkFigure(subject(delivered, monthly(delivered, [20])))).toBeNull();
});

test('beside the months stand eight quarters; what is reported by quarters has none beside it', () => {
  const quarters = [2024, 2025, 2026].flatMap((year) => [1, 2, 3, 4].map((quarter) => `FY${year}-Q${quarter}`));
  const byQuarter = quarters.slice(0, 11).map((period) => row(delivered, period, 60));
  const { quarters: line } = trend(delivered, [...monthly(delivered, turns(18, 22, 24), 7), ...byQuarter]);
  expect(line?.points.map(({ from }) => from)).toEqual([
    '2024-10-01', '2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01',
  ]); // prettier-ignore
  expect(line?.usual).toBeNull();
  expect(trend(effectiveness, byQuarter.map(({ period }) => row(effectiveness, period, 3))).quarters).toBeNull(); // prettier-ignore
});

test('the running period stands beside it: a number, or the counts of a share that is of too few records', () => {
  const running = trend(delivered, monthly(delivered, [20, 24], 7)).soFar;
  expect([running?.value, running?.period]).toEqual(['7', 'November 2026']);
  expect(trend(feedback, monthly(feedback, [[80, 100], [80, 100]], [1, 2])).soFar?.value).toBe('1 of 2'); // prettier-ignore
  expect(trend(delivered, monthly(delivered, [20, 24])).soFar).toBeNull();
});
