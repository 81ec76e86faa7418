import { expect, test } from 'vitest';
import { checkStatement } from '../../../src/story/check/check-statement.ts';
import { findingOf } from '../../../src/story/finding-of.ts';
import type { Material } from '../../../src/story/subject.ts';
import { claimsChange } from '../../../src/story/statements/signal.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import { agreement, closed, delivered, feedback, followedUp, monthly, reading, row } from './made-up.ts';

function signalOf(metric: Metric, values: readonly PublishedValue[]) {
  const material: Material = { metric, agreement, values, reading: reading(metric) };
  const { signal } = findingOf(material);
  expect(signal ? checkStatement(signal, [material]) : []).toEqual([]);
  return { signal, material };
}
const said = (metric: Metric, values: readonly PublishedValue[]) =>
  signalOf(metric, values).signal?.words.replaceAll('\u00a0', ' ');

/** One and the other in turn, `months` long: of 18 and 22 the mean is 20 and each move 4, so that 9.36 to 30.64 is usual. */
const turns = <T>(one: T, other: T, months: number): T[] =>
  Array.from({ length: months }, (_, index) => (index % 2 === 0 ? one : other));
const shares = (months: number) => turns<[number, number]>([80, 100], [84, 100], months);

test('inside its usual range a number wobbles, and no change is claimed', () => {
  expect(said(delivered, monthly(delivered, turns(18, 22, 24)))).toBe(
    'October lies within its usual range (from 10 to 30): the usual wobble.',
  );
  // Mean 82, each move 4 points: 71.36 to 92.64.
  expect(said(feedback, monthly(feedback, shares(24)))).toBe(
    'October lies within its usual range (from 71% to 93%): the usual wobble.',
  );
  expect(said(closed, monthly(closed, turns(0, 9_000_000, 24)))).toBe(
    'October lies within its usual range (up to €284,000): the usual wobble.',
  );
});

test('outside it the change is real, for the better or the worse as its target has it', () => {
  const months = (last: number) => monthly(delivered, [...turns(18, 22, 24), last]);
  expect(said(delivered, months(31))).toBe(
    'A real change for the better: October lies above its usual range (from 10 to 30).',
  );
  expect(said(delivered, months(9))).toBe(
    'A real change for the worse: October lies below its usual range (from 10 to 30).',
  );
  const neither = { ...delivered, wordings: [{ ...delivered.wordings[0], target: null, broken: null }] } as const;
  expect(said(neither, monthly(neither, [...turns(18, 22, 24), 31]))).toBe(
    'A real change: October lies above its usual range (from 10 to 30).',
  );
});

test('eight in a row on one side of the middle are a change, and seven are not', () => {
  // The twenty-fourth lies above the middle, too.
  const months = (run: number) => monthly(delivered, [...turns(22, 18, 24), ...Array<number>(run).fill(23)]);
  expect(said(delivered, months(8))).toBe(
    'A real change for the better: eight months in a row lie above the usual 20.',
  );
  expect(said(delivered, months(7))).toBe('October lies within its usual range (from 10 to 30): the usual wobble.');
  const far = monthly(delivered, [...turns(22, 18, 24), ...Array<number>(8).fill(23), 31]);
  expect(said(delivered, far)).toBe(
    'A real change for the better: October lies above its usual range (from 10 to 30), and nine months in a row above its middle.',
  );
});

test('a number that a limit would be rounded to is never said to lie beyond it', () => {
  // 71.36% is the limit, and 71% lies below it.
  const months = monthly(feedback, [...shares(24), [71, 100]]);
  expect(said(feedback, months)).toBe(
    'A real change for the worse: October lies below its usual range (from 71.4% to 93%).',
  );
});

test('too early is said with how many periods there are, and how many it takes', () => {
  expect(said(delivered, monthly(delivered, turns(18, 22, 11)))).toBe(
    'Too early to tell a real change from the usual wobble: 11 months are counted, and it takes 12.',
  );
  expect(said(followedUp, monthly(followedUp, shares(24)))).toBe(
    'Too early to tell a real change from the usual wobble: 10 months are counted by today’s wording, and it takes 12.',
  );
  const few = monthly(feedback, [...shares(1), ...Array.from({ length: 19 }, (): [number, number] => [5, 6])]);
  expect(said(feedback, few)).toBe(
    'Too few records to tell a real change from the usual wobble: 1 month has enough, and it takes 12.',
  );
});

test('what has no usual range says why', () => {
  const months = monthly(
    feedback,
    Array.from({ length: 12 }, (): [number, number] => [18, 20]),
  );
  expect(said(feedback, months)).toBe('It was the same in all 12 months, so its usual wobble is not known.');
  const balance = { ...delivered, asOf: 'period end' } as const;
  expect(said(balance, monthly(balance, turns(18, 22, 24)))).toBe(
    'A month can carry over what was there before, so no usual range is drawn.',
  );
  expect(said(delivered, [])).toBeUndefined();
});

test('a newest period of few records is not judged; one that waits leaves the word to the one before it', () => {
  expect(said(feedback, monthly(feedback, [...shares(24), [2, 6]]))).toBeUndefined();
  expect(said(feedback, monthly(feedback, [...shares(24), [40, 80, 20]]))).toBe(
    'September lies within its usual range (from 71% to 93%): the usual wobble.',
  );
});

test('the checker finds a change that no rule claims, and a run that is shorter than it says', () => {
  const wobbling = signalOf(delivered, monthly(delivered, turns(18, 22, 24)));
  const running = signalOf(delivered, monthly(delivered, [...turns(22, 18, 24), ...Array<number>(8).fill(23)]));
  if (!wobbling.signal || !running.signal) throw new Error('Both say something.');
  expect([claimsChange(wobbling.signal), claimsChange(running.signal)]).toEqual([false, true]);
  const { facts } = running.signal;
  expect(checkStatement({ ...running.signal, facts: { ...facts, run: 9 } }, [running.material])).not.toEqual([]);
  expect(checkStatement(running.signal, [wobbling.material])).not.toEqual([]);
  for (const facts of [{ centre: 20.1 }, { upper: 32 }, { lower: 8 }, { upper: null, centre: 21 }])
    expect(checkStatement({ ...wobbling.signal, facts: { ...wobbling.signal.facts, ...facts } }, [wobbling.material])).not.toEqual([]); // prettier-ignore
  const other = { ...wobbling.signal, facts: { ...wobbling.signal.facts, says: 'outside', side: 'above' } };
  expect(checkStatement(other, [wobbling.material])).not.toEqual([]);
});

test('a quarter is called by its name', () => {
  const quarterly = { ...delivered, finest: 'quarter' } as const;
  const quarters = [2023, 2024, 2025].flatMap((year) =>
    [1, 2, 3, 4].map((quarter) => row(quarterly, `FY${year}-Q${quarter}`, quarter % 2 === 0 ? 18 : 22)),
  );
  expect(said(quarterly, quarters)).toBe(
    'The fourth quarter of 2025 lies within its usual range (from 10 to 30): the usual wobble.',
  );
});
