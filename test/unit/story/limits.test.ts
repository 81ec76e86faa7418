import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSkewed, limitsOf, type Limits, type Nature } from '../../../src/story/limits.ts';
import { signalsOf } from '../../../src/story/signals.ts';

const free: Nature = { least: null, greatest: null, step: null };
const shares: Nature = { least: 0, greatest: 1, step: null };
const counts: Nature = { least: 0, greatest: null, step: 1 };

const named = (numbers: readonly number[]) => numbers.map((value, index) => ({ period: String(index + 1), value }));
const repeated = (numbers: readonly number[], times: number) => Array.from({ length: times }, () => numbers).flat();

function limits(numbers: readonly number[], nature = free): Limits {
  const found = limitsOf(named(numbers), nature);
  if ('none' in found) throw new Error(`There are no limits: ${found.none}.`);
  return found;
}

test('the centre is the mean, and the limits lie 2.66 mean moving ranges from it', () => {
  // Mean 11; every move is 2, so the limits lie 5.32 away.
  const found = limits(repeated([10, 12], 6));
  expect(found).toMatchObject({ centre: 11, scale: 'linear', from: '1', to: '12', periods: 12 });
  expect(found.lower).toBeCloseTo(5.68);
  expect(found.upper).toBeCloseTo(16.32);
});

test('a moving range counts the order: the same numbers sorted have narrower limits', () => {
  // One move of 2 and ten of none: 2 / 11 x 2.66 = 0.4836.
  const found = limits([...repeated([10], 6), ...repeated([12], 6)]);
  expect([found.centre, found.upper].map((number) => Number(number.toFixed(4)))).toEqual([11, 11.4836]);
});

test('what comes after the first 24 changes no limit', () => {
  const base = repeated([10, 12], 12);
  expect(limits([...base, 400, 500])).toEqual(limits(base));
  expect(limits(base)).toMatchObject({ periods: 24, to: '24' });
});

test('of eleven it is too early', () => {
  expect(limitsOf(named(repeated([10], 11)), free)).toEqual({ none: 'too early', periods: 11 });
  expect(limitsOf([], free)).toEqual({ none: 'too early', periods: 0 });
});

test('numbers that never moved have no limits; counts lie within three of what they were', () => {
  expect(limitsOf(named(repeated([0.9], 12)), shares)).toEqual({ none: 'unmoved', periods: 12 });
  // Ten times 0.1 is not quite 1.
  expect(limitsOf(named(repeated([0.1 + 0.2, 0.3], 6)), shares)).toEqual({ none: 'unmoved', periods: 12 });
  expect(limits(repeated([7], 12), counts)).toMatchObject({ centre: 7, lower: 4, upper: 10 });
  // Mean 0.5, every move 1: 2.66 moves are less than three records.
  expect(limits(repeated([0, 1], 6), counts)).toMatchObject({ centre: 0.5, lower: 0, upper: 3.5 });
});

test('limits end where the numbers end', () => {
  // Mean 0.9, every move 0.1: 0.634 to 1.166.
  const found = limits(repeated([0.85, 0.95], 6), shares);
  expect(found.lower).toBeCloseTo(0.634);
  expect(found.upper).toBe(1);
  expect(limits(repeated([1, 9], 6), counts).lower).toBe(0);
});

test('skewed numbers above zero have limits on a log scale', () => {
  // The logs to base ten are 0 and 2: the centre is at 1, and the limits 5.32 away from it.
  const found = limits(repeated([1, 100], 6));
  expect(found.scale).toBe('log');
  expect(found.centre).toBeCloseTo(10);
  expect(Math.log10(found.lower)).toBeCloseTo(-4.32);
  expect(Math.log10(found.upper)).toBeCloseTo(6.32);
});

test('even ones, and such with a zero or less among them, do not', () => {
  expect(isSkewed(repeated([10, 12], 6))).toBe(false);
  expect(isSkewed([...repeated([1, 100], 6), 0])).toBe(false);
  expect(isSkewed(repeated([5], 12))).toBe(false);
  // Skewed downwards, as shares near the whole are.
  expect(isSkewed([0.95, 0.97, 0.93, 0.96, 0.7, 0.94, 0.95, 0.92, 0.96, 0.8, 0.97, 0.94])).toBe(false);
});

const series = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 12, maxLength: 40 });
const moving = series.filter((numbers) => new Set(numbers.slice(0, 24)).size > 1);
/** Below zero somewhere at its start, so that it is never on a log scale. */
const below = moving.map((numbers) => [-1, ...numbers]);
const fired = (numbers: readonly number[], of: Limits) => signalsOf(named(numbers), of).map(({ period }) => period);

test('adding a number to all moves the limits by it, and no signal', () => {
  fc.assert(
    fc.property(below, fc.integer({ min: -500, max: 0 }), (numbers, by) => {
      const moved = numbers.map((number) => number + by);
      const [before, after] = [limits(numbers), limits(moved)];
      expect(after.centre).toBeCloseTo(before.centre + by, 6);
      expect(after.upper).toBeCloseTo(before.upper + by, 6);
      expect(fired(moved, after)).toEqual(fired(numbers, before));
    }),
    { numRuns: 200 },
  );
});

test('another unit changes the limits by as much, on either scale, and no signal', () => {
  const above = moving.map((numbers) => numbers.map((number) => Math.abs(number) + 1)).filter((numbers) => new Set(numbers.slice(0, 24)).size > 1);
  fc.assert(
    fc.property(fc.oneof(above, below), fc.constantFrom(0.5, 2, 1024), (numbers, times) => {
      const other = numbers.map((number) => number * times);
      const [before, after] = [limits(numbers), limits(other)];
      expect(after.scale).toBe(before.scale);
      expect(after.centre / times).toBeCloseTo(before.centre, 6);
      expect(after.lower / times).toBeCloseTo(before.lower, 6);
      expect(fired(other, after)).toEqual(fired(numbers, before));
    }),
    { numRuns: 200 },
  );
}); // prettier-ignore

test('another order of the first ones changes how far the limits lie, never their centre nor their scale; backwards not even that', () => {
  const shuffled = moving
    .map((numbers) => numbers.slice(0, 24))
    .chain((numbers) => fc.tuple(fc.constant(numbers), fc.shuffledSubarray(numbers, { minLength: numbers.length })));
  fc.assert(
    fc.property(shuffled, ([numbers, other]) => {
      const [before, after] = [limits(numbers), limits(other)];
      expect(after.centre).toBeCloseTo(before.centre, 6);
      expect(after.scale).toBe(before.scale);
      expect(limits(numbers.toReversed()).upper).toBeCloseTo(before.upper, 6);
    }),
    { numRuns: 200 },
  );
});

test('a series that never moves never signals', () => {
  const natures = fc.constantFrom(free, shares, counts);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 12, max: 60 }), natures, (value, length, nature) => {
      const numbers = Array.from({ length }, () => value);
      const found = limitsOf(named(numbers), nature);
      expect('none' in found ? [] : fired(numbers, found)).toEqual([]);
    }),
  );
}); // prettier-ignore
