import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../../../src/story/check/check-statement.ts';
import type { Material } from '../../../../src/story/subject.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { Unit } from '../../../../src/values/tree.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { accepted, closed, delivered, effectiveness, feedback, followedUp, monthly, row } from '../made-up.ts';
import { materialOf, trend } from './rows.ts';

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

describe('as a sentence', () => {
  const sentence = (metric: Metric, values: readonly PublishedValue[], more: Partial<Material> = {}) => {
    const { against } = trend(metric, values, more);
    expect(against ? checkStatement(against, [materialOf(metric, values, more)]) : []).toEqual([]);
    return against?.words.replaceAll('\u00a0', ' ');
  };
  const counts = (metric: Metric, then: number | null, now: number) =>
    sentence(metric, monthly(metric, year<number | null>(then, now, 20)));

  test.each([
    [20, 23, 'October has 15% more than a year ago.'],
    [20, 20, 'October is the same as a year ago.'],
    [1000, 1002, 'October is about the same as a year ago.'],
    [20, 40, 'October has twice as many as a year ago.'],
    [4, 5, 'October has 1 more than a year ago.'],
    [0, 12, 'There was nothing to set October against a year ago.'],
    [null, 12, 'October’s number of a year ago is not known.'],
  ])('%s and then %s: %s', (then, now, says) => {
    expect(counts(delivered, then, now)).toBe(says);
  });

  test('shares lie above or below, what carries over ends with it', () => {
    const shares = monthly(feedback, year<[number, number]>([15, 20], [18, 20], [16, 20]));
    expect(sentence(feedback, shares)).toBe('October is 15 points above a year ago.');
    const balance: Metric = { ...closed, asOf: 'period end' };
    expect(counts(balance, 5_000_000, 4_000_000)).toBe('October ended with 20% less than a year ago.');
  });

  test('what still waits is not held against what is done: it only grows', () => {
    const values = monthly(delivered, year(20, 12, 20)).map((value) =>
      value.period === '2026-10' ? { ...value, status: 'waiting' as const, waiting: 9 } : value,
    );
    expect(sentence(delivered, values)).toBe('Too early to compare October with a year ago: records still wait.');
    expect(trend(delivered, values).yearAgo).toBe('too early to compare with a year ago');
  });

  test('of an older period, the year before', () => {
    const shares = monthly(feedback, year<[number, number]>([15, 20], [18, 20], [16, 20]));
    const asOf = Date.UTC(2027, 11, 9) / 1000;
    const more = { reading: { metric: feedback.slug, asOf, missing: [], todays: [] } };
    expect(sentence(feedback, shares, more)).toBe('October 2026 is 15 points above a year before.');
    expect(trend(feedback, shares, more).yearAgo).toBe('15 points more than a year before');
  });
});
