import { expect, test } from 'vitest';
import { markOf } from '../../../src/story/mark-of.ts';
import { delivered, feedback, followedUp, pipeline, row, target, wins } from './made-up.ts';

const why = (reason: string) => ({ mark: 'none', why: reason });
const is = (mark: string) => ({ mark, why: null });

test('at the target a promise is kept, under it slipping, under its floor broken', () => {
  expect(markOf(followedUp, row(followedUp, '2026-10', [90, 100]))).toEqual(is('kept'));
  expect(markOf(followedUp, row(followedUp, '2026-10', [27, 30]))).toEqual(is('kept'));
  expect(markOf(followedUp, row(followedUp, '2026-10', [89, 100]))).toEqual(is('slipping'));
  expect(markOf(followedUp, row(followedUp, '2026-10', [80, 100]))).toEqual(is('slipping'));
  expect(markOf(followedUp, row(followedUp, '2026-10', [79, 100]))).toEqual(is('broken'));
});

test('with a target at most, more is worse', () => {
  const few = {
    ...feedback,
    wordings: [{ ...feedback.wordings[0], target: target(0.1, null, 'at most'), broken: target(0.2, null, 'at most') }],
  } as const;
  expect(markOf(few, row(few, '2026-10', [1, 10]))).toEqual(is('kept'));
  expect(markOf(few, row(few, '2026-10', [2, 10]))).toEqual(is('slipping'));
  expect(markOf(few, row(few, '2026-10', [3, 10]))).toEqual(is('broken'));
});

test('without a floor, under the target is broken', () => {
  const strict = { ...feedback, wordings: [{ ...feedback.wordings[0], broken: null }] } as const;
  expect(markOf(strict, row(strict, '2026-10', [84, 100]))).toEqual(is('broken'));
});

test('a running, a ripening or a coming period is too early', () => {
  for (const status of ['so far', 'maturing', 'ahead'] as const)
    expect(markOf(followedUp, row(followedUp, '2026-11', [20, 20], { status }))).toEqual(why('too early'));
});

test('what waits keeps the mark back only where it could change it', () => {
  // 27 of 30 and 3 waiting: from 27 of 33 (82%, slipping) to 30 of 33 (91%, kept)
  expect(markOf(followedUp, row(followedUp, '2026-10', [27, 30, 3]))).toEqual(why('too early'));
  // 29 of 30 and 2 waiting: from 29 of 32 (91%) to 31 of 32, kept either way
  expect(markOf(followedUp, row(followedUp, '2026-10', [29, 30, 2]))).toEqual(is('kept'));
  // 10 of 30 and 5 waiting: at best 15 of 35, broken either way
  expect(markOf(followedUp, row(followedUp, '2026-10', [10, 30, 5]))).toEqual(is('broken'));
});

test('under ten records a share is too few to judge; too early where the waiting ones could make ten', () => {
  expect(markOf(followedUp, row(followedUp, '2026-10', [9, 9]))).toEqual(why('too few'));
  expect(markOf(followedUp, row(followedUp, '2026-10', [5, 5, 4]))).toEqual(why('too few'));
  expect(markOf(followedUp, row(followedUp, '2026-10', [5, 5, 5]))).toEqual(why('too early'));
  expect(markOf(followedUp, row(followedUp, '2026-10', [0, 0]))).toEqual(why('not known'));
  expect(markOf(delivered, row(delivered, '2026-10', 3))).toEqual(is('broken'));
});

test('other reasons for no mark', () => {
  expect(markOf(wins, row(wins, '2026-10', 100))).toEqual(why('no target'));
  expect(markOf(pipeline, row(pipeline, '2026-10', null))).toEqual(why('not known'));
  expect(markOf(followedUp, row(followedUp, '2026-10', [9, 10], { wording: null }))).toEqual(why('two wordings'));
  expect(markOf({ ...followedUp, missing: ["lead's score"] }, row(followedUp, '2026-10', [9, 10]))).toEqual(
    why('not countable'),
  );
  expect(markOf(followedUp, row(followedUp, '2026-10', [9, 10]), { stale: true })).toEqual(why('stale'));
});

test('a promise waits for agreement until the seals of all its parties hold', () => {
  const [one, other] = followedUp.signatures;
  if (!one || !other) throw new Error('The made-up promise is signed by two.');
  const changed = { ...followedUp, signatures: [one, { ...other, holds: false }] };
  expect(markOf(changed, row(changed, '2026-10', [95, 100]))).toEqual(why('waiting for agreement'));
  const earlier = { ...followedUp, signatures: [one, { ...other, holds: false, heldUntil: '2026-10-31' }] };
  expect(markOf(earlier, row(earlier, '2026-10', [95, 100])), 'what both agreed to then').toEqual(is('kept'));
  expect(markOf(earlier, row(earlier, '2026-11', [95, 100]))).toEqual(why('waiting for agreement'));
  const unsigned = { ...followedUp, signatures: [one] };
  expect(markOf(unsigned, row(unsigned, '2026-10', [95, 100]))).toEqual(why('waiting for agreement'));
  const noPromise = { ...unsigned, promise: null };
  expect(markOf(noPromise, row(noPromise, '2026-10', [95, 100]))).toEqual(is('kept'));
});
