import { describe, expect, test } from 'vitest';
import { knownBefore, signalsAnew, turnOf } from '../../../src/publish/since-review.ts';
import { subjectOf } from '../../../src/story/subject.ts';
import type { FixedMark, PublishedValue } from '../../../src/values/value.ts';
import { agreement, followedUp, monthly, reading, row } from '../story/made-up.ts';

const about = (values: readonly PublishedValue[]) =>
  subjectOf({ metric: followedUp, agreement, values, reading: reading(followedUp) });

/** September 2026 closes on 7 October, October on 6 November. */
const known = knownBefore('2026-10-08', agreement, []);

const [kept, slipping, broken] = [
  [19, 20],
  [17, 20],
  [10, 20],
] as const;

describe('what was known at a review', () => {
  test('is what had closed before its day', () => {
    expect(known(row(followedUp, '2026-09', kept))).toBe(true);
    expect(known(row(followedUp, '2026-10', kept))).toBe(false);
    expect(knownBefore('2026-10-07', agreement, [])(row(followedUp, '2026-09', kept))).toBe(false);
    expect(knownBefore(null, agreement, [])(row(followedUp, '2024-09', kept))).toBe(false);
  });

  test('is not what had to wait and was fixed later; but the first build that counts it fixes all its past on one day', () => {
    const fixedOn = (period: string, fixed: string): FixedMark => ({
      metric: followedUp.slug, grain: 'month', period, closed: '2026-09-07', fixed, mark: { mark: 'kept', why: null },
      value: 0.95, target: 0.9, broken: 0.8, unit: 'share', seal: 'abc',
    }); // prettier-ignore
    const [july, august] = [fixedOn('2026-07', '2026-10-12'), fixedOn('2026-08', '2026-10-19')];
    const then = knownBefore('2026-10-08', agreement, [july, august]);
    expect(then({ ...row(followedUp, '2026-07', kept), fixed: july })).toBe(true);
    expect(then({ ...row(followedUp, '2026-08', kept), fixed: august })).toBe(false);
  });
});

describe('how a mark turned since', () => {
  const turn = (...months: Parameters<typeof monthly>[1]) => turnOf(about(monthly(followedUp, months)), known, true);

  test.each([
    [[kept, slipping], { how: 'off', before: '2026-09' }],
    [[slipping, broken], { how: 'off', before: '2026-09' }],
    [[broken, slipping], { how: 'still off', before: '2026-09' }],
    [[slipping, slipping], { how: 'still off', before: '2026-09' }],
    [[slipping, kept], { how: 'back', before: '2026-09' }],
    [[kept, kept], { how: 'same', before: '2026-09' }],
    // September has no mark, for too few records: August's was the newest that was known.
    [[kept, [2, 3], slipping], { how: 'off', before: '2026-08' }],
    [[slipping], { how: 'off', before: '' }],
  ] as const)('%j: %j', (months, is) => {
    expect(turn(...months)).toEqual(is);
  });

  test('nothing turned where no mark came up since then', () => {
    expect(turnOf(about([row(followedUp, '2026-09', broken)]), known, true)).toBeNull();
    expect(turnOf(about([]), known, true)).toBeNull();
  });

  test('with no review before, the month before is what was known', () => {
    const never = knownBefore(null, agreement, []);
    expect(turnOf(about(monthly(followedUp, [broken, kept, slipping])), never, false)).toEqual({
      how: 'off',
      before: '2026-09',
    });
  });
});

describe('whether a number signals anew', () => {
  /** Two years of 80% and 90% in turn since the wording changed: their usual range is some 58% to 100%. */
  const steady = Array.from({ length: 22 }, (_, index) => (index % 2 ? ([36, 40] as const) : ([32, 40] as const)));
  const since = { ...followedUp, wordings: [{ ...followedUp.wordings[0], from: null }] as const };
  const seen = (...last: readonly (readonly [number, number])[]) =>
    signalsAnew(
      subjectOf({ metric: since, agreement, values: monthly(since, [...steady, ...last]), reading: reading(since) }),
      known,
    );

  test('outside its range in a month that was not known, it does', () => {
    expect(seen([34, 40], [34, 40])).toBe(false);
    expect(seen([34, 40], [4, 40])).toBe(true);
    expect(seen([4, 40], [4, 40])).toBe(true);
  });

  test('a run does when it becomes one, and not while it goes on', () => {
    const low = Array.from({ length: 10 }, () => [32, 40] as const);
    // The last of the steady months lies above the middle: eight low ones are the first run.
    expect(seen(...low.slice(0, 8))).toBe(true);
    expect(seen(...low.slice(0, 9))).toBe(false);
  });
});
