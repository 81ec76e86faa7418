import { expect, test } from 'vitest';
import { customarySignals } from '../../../scripts/bench/customary-rules.ts';
import { measureSignals, signalsInWords } from '../../../scripts/bench/signals.ts';
import { seriesOf, shareOf, normalBy, countsOf } from '../../../scripts/bench/simulated.ts';
import { diceOf } from '../../../scripts/sample/chance.ts';

/** Numbers that are deviations: in which places one of the four rules fires. */
const places = (numbers: readonly number[]) =>
  customarySignals(numbers.map((number) => 100 + number * 5), 100, 5).flatMap((fires, at) => (fires ? [at] : [])); // prettier-ignore

test('the four customary rules fire as the handbook says', () => {
  expect(places([0, 3, 3.1])).toEqual([2]);
  expect(places([2.1, 0, 2.1, 0, 0, 2.1])).toEqual([2]);
  expect(places([1.1, 1.1, 0, 1.1, 1.1, 0, 1.1])).toEqual([4]);
  expect(places([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, -0.1])).toEqual([7]);
  expect(places([2.1, -2.1, 1.1, -1.1])).toEqual([]);
});

test('simulated numbers come out as they were meant', () => {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const of = (process: ReturnType<typeof normalBy>) => mean(seriesOf(diceOf(7), process, 4000));
  expect(of(normalBy(2))).toBeCloseTo(12, 0);
  expect(of(countsOf(3))).toBeCloseTo(3, 0);
  expect(of(shareOf(30))).toBeCloseTo(0.85, 1);
});

test('the same seed gives the same report; two rules cry wolf less than four, and see a great shift within a year', () => {
  const report = measureSignals(3, 60);
  expect(measureSignals(3, 60)).toEqual(report);
  const stable = report.stable.find(({ name, base }) => name === 'normal' && base === 24);
  expect(stable?.ours.perYear).toBeLessThan(stable?.customary.perYear ?? 0);
  const great = report.shifts.find(({ name }) => name === 'normal, by 3 deviations');
  expect(great?.ours.ninety).toBeLessThanOrEqual(12);
  expect(signalsInWords(report)).toContain('normal, by 3 deviations');
});
