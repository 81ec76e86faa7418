import { describe, expect, test } from 'vitest';
import type { Metric } from '../../../../src/values/agreement.ts';
import { closed, delivered, effectiveness, feedback, followedUp, monthly, row } from '../made-up.ts';
import { turns } from '../trends/rows.ts';
import { about, bothLengths, said } from './said.ts';

/** Thirteen months that wobble widely, of which the first and the last two are given: October 2025, September and October 2026. */
const year = <T>([then, before, now]: readonly [T, T, T], one: T, other: T): T[] => [
  then,
  ...turns(one, other, 10),
  before,
  now,
];
const counts = (then: number, before: number, now: number) =>
  about(delivered, monthly(delivered, year([then, before, now], 8, 40)));
const money = (then: number, before: number, now: number) =>
  about(closed, monthly(closed, year([then, before, now], 1_000_000, 9_000_000)));
type Share = readonly [number, number, number?];
const shares = (then: Share, before: Share, now: Share) =>
  about(feedback, monthly(feedback, year<Share>([then, before, now], [60, 100], [99, 100])));

describe('the newest number stands beside that of the period before, and of a year before', () => {
  test('a share', () => {
    expect(bothLengths('compared', shares([80, 100], [77, 100], [83, 100]))).toEqual([
      'It was 77% in September and 80% in October 2025.',
      '77% in September, 80% a year ago',
    ]);
  });

  test.each([
    [18, 20, 24, 'There were 20 in September and 18 in October 2025.'],
    [3, 1, 24, 'There was 1 in September and 3 in October 2025.'],
    [0, 20, 24, 'There were 20 in September and none in October 2025.'],
    [0, 0, 24, 'There were none in September, nor in October 2025.'],
    [20, 20, 24, 'There were 20 in September and in October 2025.'],
    [18, 24, 24, 'It was the same in September, and 18 in October 2025.'],
    [24, 20, 24, 'It was the same in October 2025, and 20 in September.'],
    [24, 24, 24, 'It was the same in September and in October 2025.'],
  ])('records: %d, %d and now %d', (then, before, now, words) => {
    expect(said('compared', counts(then, before, now))).toBe(words);
  });

  test.each([
    [4_610_000, 1_920_000, 'It was 19,200 euros in September and 46,100 euros in October 2025.'],
    [0, 121_500_000, 'It was 1.22 million euros in September and nothing in October 2025.'],
    // Rounded as the newest one is, 42,100 euros, they would seem the same.
    [4_610_000, 4_211_000, 'It was 42,110 euros in September and 46,100 euros in October 2025.'],
  ])('money: %d, %d', (then, before, words) => {
    expect(said('compared', money(then, before, 4_210_000))).toBe(words);
  });

  test('where nobody could tell them apart they are about the same', () => {
    expect(said('compared', money(4_610_000, 4_211_000, 4_212_000))).toBe(
      'It was about the same in September, and 46,100 euros in October 2025.',
    );
  });

  test('what carries over stood so at an end', () => {
    const balance: Metric = { ...closed, asOf: 'period end', adds: { periods: false, members: true } };
    const values = monthly(balance, year([4_610_000, 1_920_000, 4_210_000], 1_000_000, 9_000_000));
    expect(said('compared', about(balance, values))).toBe(
      'It was 19,200 euros at the end of September and 46,100 euros at the end of October 2025.',
    );
  });

  test('a quarter beside quarters', () => {
    const quarters = ['FY2025-Q3', 'FY2025-Q4', 'FY2026-Q1', 'FY2026-Q2', 'FY2026-Q3'];
    const values = quarters.map((period, index) => row(effectiveness, period, [2.4, 2, 3, 3.3, 2.1][index] ?? null));
    expect(bothLengths('compared', about(effectiveness, values))).toEqual([
      'It was 3.30 euros in the second quarter and 2.40 euros in the third quarter of 2025.',
      '€3.30 in the second quarter, €2.40 a year ago',
    ]);
  });

  test('a year before is not counted: the period before stands alone', () => {
    expect(said('compared', about(delivered, monthly(delivered, [20, 24])))).toBe('There were 20 in September.');
    expect(said('compared', about(delivered, monthly(delivered, [24])))).toBeUndefined();
  });

  test('a number never seems to touch what was agreed', () => {
    expect(said('compared', shares([80, 100], [849, 1000], [83, 100]))).toBe(
      'It was 84.9% in September and 80% in October 2025.',
    );
  });
});

describe('what does not compare is left out', () => {
  test('by another wording, but for what was counted again by today’s', () => {
    const values = monthly(
      followedUp,
      year<Share>(
        [
          [50, 100],
          [80, 100],
          [83, 100],
        ],
        [60, 100],
        [99, 100],
      ),
    );
    expect(said('compared', about(followedUp, values))).toBe('It was 80% in September.');
    const restated = values.map((value) => (value.period === '2025-10' ? { ...value, value: 0.4 } : value));
    expect(said('compared', about(followedUp, values, { restated }))).toBe(
      'It was 80% in September and 40% in October 2025.',
    );
  });

  test('from few records', () => {
    expect(said('compared', shares([80, 100], [3, 4], [83, 100]))).toBe('It was 80% in October 2025.');
    expect(said('compared', shares([80, 100], [77, 100], [8, 9]))).toBeUndefined();
  });

  test('a number that waits may stand beside others if it is a share; what adds up only grows', () => {
    expect(said('compared', shares([80, 100], [77, 100], [83, 100, 2]))).toBe(
      'It was 77% in September and 80% in October 2025.',
    );
    const values = monthly(delivered, [20, 24]);
    const waiting = values.map((value) => (value.period === '2026-10' ? { ...value, status: 'waiting' as const, waiting: 3 } : value)); // prettier-ignore
    expect(said('compared', about(delivered, waiting))).toBeUndefined();
  });
});

// Of 18 and 22 in turn the mean is 20 and each move 4, so that 9.36 to 30.64 is usual.
describe('how far they lie apart is said only where a rule of signal fires', () => {
  const months = (then: number, before: number, now: number) =>
    about(delivered, monthly(delivered, [...turns(18, 22, 22), then, ...turns(18, 22, 10), before, now]));

  test('and all lie in its direction', () => {
    expect(bothLengths('compared', months(18, 22, 31))).toEqual([
      'That is 9 more than in September and 13 more than in October 2025.',
      '9 more than in September',
    ]);
    expect(said('compared', months(18, 22, 9))).toBe(
      'That is 13 fewer than in September and 9 fewer than in October 2025.',
    );
  });

  test('else they stand side by side', () => {
    expect(said('compared', months(18, 33, 31))).toBe('There were 33 in September and 18 in October 2025.');
    expect(said('compared', months(18, 22, 30))).toBe('There were 22 in September and 18 in October 2025.');
  });

  test('shares lie points apart', () => {
    const wobble = turns<[number, number]>([80, 100], [84, 100], 24);
    expect(said('compared', about(feedback, monthly(feedback, [...wobble, [70, 100]])))).toBe(
      'That is 14 points less than in September and 10 points less than in October 2025.',
    );
  });
});
