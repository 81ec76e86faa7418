import { describe, expect, test } from 'vitest';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { Unit } from '../../../../src/values/tree.ts';
import { closed, delivered, feedback, followedUp, monthly } from '../made-up.ts';
import { turns } from '../trends/rows.ts';
import { about, bothLengths, said } from './said.ts';

const counts = (...months: number[]) => about(delivered, monthly(delivered, months));

describe('a number that none of the others reaches is a record', () => {
  test('the highest or the lowest of all', () => {
    expect(bothLengths('record', counts(...turns(18, 22, 24), 9))).toEqual([
      'October has the fewest in 25 months.',
      'the fewest in 25 months',
    ]);
    expect(said('record', counts(...turns(18, 22, 11), 23))).toBe('October has the most in 12 months.');
  });

  test('money, shares and lengths have their own words', () => {
    const euros = monthly(closed, [...turns(1_800_000, 2_200_000, 14), 2_300_000]);
    expect(said('record', about(closed, euros))).toBe('October has the most in 15 months.');
    const shares = monthly(feedback, [...turns<[number, number]>([80, 100], [84, 100], 14), [70, 100]]);
    expect(said('record', about(feedback, shares))).toBe('October is the lowest of 15 months.');
    const hours: Metric = { ...delivered, unit: { unit: 'duration', of: 'business hours' satisfies Unit } };
    expect(said('record', about(hours, monthly(hours, [...turns(4, 5, 14), 3])))).toBe(
      'October has the shortest time in 15 months.',
    );
  });

  // October 2026 less 13 months is September 2025.
  test('or since one that twelve others have followed', () => {
    expect(bothLengths('record', counts(30, ...turns(18, 22, 12), 25))).toEqual([
      'October has the most since September 2025.',
      'the most since September 2025',
    ]);
    expect(said('record', counts(25, ...turns(18, 22, 12), 25))).toBe(
      'October has the most since September 2025, which had as many.',
    );
    expect(said('record', counts(30, ...turns(18, 22, 11), 25))).toBeUndefined();
  });
});

describe('it is none', () => {
  test.each([
    ['within what was there', [...turns(18, 22, 12), 20]],
    ['of fewer than twelve months', [...turns(18, 22, 10), 25]],
    ['where it equals one of late', [...turns(18, 22, 12), 22]],
    ['where it never moved', turns(20, 20, 15)],
    // That no month had fewer than none is no news.
    ['where there was as little as there can be', [0, ...turns(18, 22, 12), 0]],
  ])('%s', (_, months) => {
    expect(said('record', counts(...months))).toBeUndefined();
  });

  test('of what carries over', () => {
    const balance: Metric = { ...closed, asOf: 'period end' };
    expect(said('record', about(balance, monthly(balance, [...turns(18, 22, 24), 90])))).toBeUndefined();
  });

  test('where both are said alike', () => {
    const shares = monthly(feedback, [...turns<[number, number]>([800, 1000], [841, 1000], 14), [842, 1000]]);
    expect(said('record', about(feedback, shares))).toBeUndefined();
  });

  test('while records wait', () => {
    const shares = monthly(feedback, [...turns<[number, number, number?]>([80, 100], [84, 100], 14), [70, 100, 1]]);
    expect(said('record', about(feedback, shares))).toBeUndefined();
  });
});

test('months of few records and of another wording are not ranked', () => {
  const few = turns<[number, number]>([80, 100], [84, 100], 14);
  expect(said('record', about(feedback, monthly(feedback, [[1, 9], ...few, [70, 100]])))).toBe(
    'October is the lowest of 15 months.',
  );
  const values = monthly(followedUp, [...few, [70, 100]]);
  expect(said('record', about(followedUp, values))).toBeUndefined();
  expect(said('record', about(followedUp, values, { restated: values }))).toBe('October is the lowest of 15 months.');
});
