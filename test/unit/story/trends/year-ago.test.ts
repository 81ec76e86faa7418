import { describe, expect, test } from 'vitest';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { Unit } from '../../../../src/values/tree.ts';
import { accepted, closed, delivered, effectiveness, feedback, followedUp, monthly, row } from '../made-up.ts';
import { trend } from './rows.ts';

/** Thirteen months, the first and the last of which are given. */
const year = <T>(then: T, now: T, between: T): T[] => [then, ...Array<T>(11).fill(between), now];
const ago = (metric: Metric, then: number | null, now: number) =>
  trend(metric, monthly(metric, year<number | null>(then, now, 20))).yearAgo;

describe('against the same month a year ago', () => {
  test.each([
    [20, 23, '15% more than a year ago'],
    [200, 180, '10% fewer than a year ago'],
    [20, 20, 'the same as a year ago'],
    [1000, 1002, 'about the same as a year ago'],
    [20, 44, '2.2 times as many as a year ago'],
    [20, 40, 'twice as many as a year ago'],
    // Few are told as counts.
    [4, 5, '1 more than a year ago'],
    [30, 12, '18 fewer than a year ago'],
    [0, 12, 'nothing a year ago'],
    [null, 12, 'not known a year ago'],
  ])('%s and then %s: %s', (then, now, says) => {
    expect(ago(delivered, then, now)).toBe(says);
  });

  test('money lies parts apart, below zero an amount', () => {
    expect(ago(closed, 5_000_000, 4_000_000)).toBe('20% less than a year ago');
    expect(ago(closed, 100_000, 350_000)).toBe('3.5 times as much as a year ago');
    expect(ago(closed, -100_000, 50_000)).toBe('1,500 euros more than a year ago');
  });

  test('shares lie points apart, and nobody compares what comes from few records', () => {
    const shares = (now: [number, number]) => monthly(feedback, year<[number, number]>([15, 20], now, [16, 20]));
    expect(trend(feedback, shares([18, 20])).yearAgo).toBe('15 points more than a year ago');
    expect(trend(feedback, shares([7, 8])).yearAgo).toBe('too few to compare with a year ago');
  });

  test('stretches of time are longer or shorter', () => {
    const unit = { unit: 'duration', of: 'business hours' satisfies Unit } as const;
    const median = {
      ...delivered,
      unit,
      adds: { periods: false, members: false },
      wordings: [{ ...delivered.wordings[0], measure: { measure: 'count' }, target: null, broken: null, from: null }],
    } as const satisfies Metric;
    expect(ago(median, 4, 6.2)).toBe('2.2 business hours longer than a year ago');
    expect(ago(median, 6, 5)).toBe('1 business hour shorter than a year ago');
  });

  test('quarters are held against the quarter of a year ago', () => {
    const quarters = ['FY2025-Q3', 'FY2025-Q4', 'FY2026-Q1', 'FY2026-Q2', 'FY2026-Q3'];
    const values = quarters.map((period, index) => row(effectiveness, period, [2.4, 2, 3, 3, 2.1][index] ?? null));
    const { yearAgo, period } = trend(effectiveness, values);
    expect([yearAgo, period]).toEqual(['0.30 euros less than a year ago', 'Q3 2026']);
  });
});

test('what was not counted then, or by another wording, is said to be so; counted again by today’s it compares', () => {
  expect(trend(delivered, monthly(delivered, [20, 22])).yearAgo).toBe('not counted a year ago');
  const shares = monthly(followedUp, year<[number, number]>([15, 20], [18, 20], [16, 20]));
  expect(trend(followedUp, shares).yearAgo).toBe('counted another way a year ago');
  const restated = shares.map((value) => (value.period === '2025-10' ? { ...value, value: 0.5 } : value));
  expect(trend(followedUp, shares, { restated }).yearAgo).toBe('40 points more than a year ago');
});

test('where there is no number there is nothing to compare', () => {
  expect(trend(accepted, []).yearAgo).toBe('');
});
