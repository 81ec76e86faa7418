import { describe, expect, test } from 'vitest';
import { feedback, monthly } from '../made-up.ts';
import { about, bothLengths, said } from './said.ts';

// At least 85% was agreed; under 75% is broken.
const shares = { kept: [9, 10], slipping: [8, 10], broken: [7, 10], few: [7, 8] } as const;
type Month = keyof typeof shares;
const months = (...given: readonly Month[]) => about(feedback, monthly(feedback, given.map((month) => shares[month]))); // prettier-ignore
const times = (count: number, month: Month) => Array<Month>(count).fill(month);

describe('three marks or more in a row are a run', () => {
  test.each<[string, Month[], string, string]>([
    ['kept', ['broken', ...times(5, 'kept')], 'Kept five months in a row, since June.', 'kept five months in a row'],
    ['slipping', ['kept', ...times(3, 'slipping')], 'Slipping for three months in a row, since August.', 'slipping for three months in a row'],
    ['broken', ['kept', ...times(4, 'broken')], 'Broken for four months in a row, since July.', 'broken for four months in a row'],
    ['neither', ['kept', 'slipping', 'broken', 'slipping'], 'Not kept for three months in a row, since August.', 'not kept for three months in a row'],
  ])('%s', (_, given, words, brief) => {
    expect(bothLengths('streak', months(...given))).toEqual([words, brief]);
  }); // prettier-ignore

  test('two are none', () => {
    expect(said('streak', months('broken', 'kept', 'kept'))).toBeUndefined();
  });

  test('a month without a mark ends it', () => {
    expect(said('streak', months('broken', 'kept', 'kept', 'few', 'kept', 'kept'))).toBeUndefined();
    expect(said('streak', months('broken', 'kept', 'few', 'kept', 'kept', 'kept'))).toBe(
      'Kept three months in a row, since August.',
    );
  });

  test('without a mark for the newest month there is none', () => {
    expect(said('streak', months('broken', ...times(4, 'kept'), 'few'))).toBeUndefined();
  });
});

describe('a run is said once', () => {
  test('where all of the last twelve months kept it, that says it', () => {
    const all = months(...times(12, 'kept'));
    expect([said('streak', all), said('lately', all)]).toEqual([undefined, 'Kept in all of the last 12 months.']);
    const none = months(...times(4, 'broken'));
    expect([said('streak', none), said('lately', none)]).toEqual([undefined, 'Kept in none of the last 4 months.']);
  });

  test('a longer run says more', () => {
    const longer = months('broken', ...times(15, 'kept'));
    expect([said('streak', longer), said('lately', longer)]).toEqual([
      'Kept 15 months in a row, since August 2025.',
      undefined,
    ]);
  });
});
