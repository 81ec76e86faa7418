import { expect, test } from 'vitest';
import type { Limits } from '../../../src/story/limits.ts';
import { signalsOf } from '../../../src/story/signals.ts';

const limits: Limits = {
  centre: 10, lower: 4, upper: 16, onCentre: 0, scale: 'linear', from: '1', to: '24', periods: 24,
}; // prettier-ignore

const signals = (numbers: readonly number[], over: Partial<Limits> = {}) =>
  signalsOf(
    numbers.map((value, index) => ({ period: String(index + 1), value })),
    { ...limits, ...over },
  );
const told = (numbers: readonly number[], over?: Partial<Limits>) =>
  signals(numbers, over).map(({ period, rules, side }) => `${period}: ${rules.join(' and ')}, ${side}`);

test('a value past a limit signals, one on it does not', () => {
  expect(told([16, 4, 16.1, 3.9])).toEqual(['3: outside, above', '4: outside, below']);
  // Three times 0.1 is a hair more than 0.3.
  expect(told([0.1 * 3], { centre: 0.2, upper: 0.3, lower: 0.1 })).toEqual([]);
});

test('the eighth in a row on one side signals, and each that follows', () => {
  expect(told([9, 11, 12, 11, 12, 11, 12, 11, 12])).toEqual(['9: run, above']);
  expect(signals(Array<number>(10).fill(9))).toMatchObject([
    { period: '8', side: 'below', run: 8, since: '1' },
    { period: '9', side: 'below', run: 9, since: '1' },
    { period: '10', side: 'below', run: 10, since: '1' },
  ]);
});

test('the centre breaks a run, and so does the other side', () => {
  expect(told([11, 11, 11, 11, 10, 11, 11, 11, 11])).toEqual([]);
  expect(told([11, 11, 11, 11, 11, 11, 11, 9, 11])).toEqual([]);
});

test('a count within half a record of the centre lies on it', () => {
  expect(told(Array<number>(8).fill(10.4), { onCentre: 0.5 })).toEqual([]);
  expect(told(Array<number>(8).fill(10.6), { onCentre: 0.5 })).toEqual(['8: run, above']);
});

test('one period may break both rules', () => {
  expect(told([...Array<number>(7).fill(11), 17])).toEqual(['8: outside and run, above']);
});
