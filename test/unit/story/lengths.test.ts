import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lengths } from '../../../src/story/statements/lengths.ts';
import { state } from '../../../src/story/statements/statement-kind.ts';
import { subjectOf } from '../../../src/story/subject.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { Distribution } from '../../../src/values/distribution.ts';
import { agreement, followedUp, monthly, reading } from './made-up.ts';

const [wording] = followedUp.wordings;
const measure = { measure: 'median', of: { value: 'field', path: followedUp.by } } as unknown as typeof wording.measure;
const waited = {
  ...followedUp,
  slug: 'first-response',
  unit: { unit: 'duration', of: 'business hours' },
  wordings: [{ ...wording, measure, target: null, broken: null }],
} as Metric;

/** Bins of so many hours, with so many records in each. */
const lie = (counts: readonly number[], beyond = 0, open = 0, width = 5): Distribution => ({
  metric: waited.slug,
  grain: 'month',
  period: '2026-10',
  from: '2026-10-01',
  to: '2026-10-31',
  bins: counts.map((records, index) => ({ from: index * width, to: (index + 1) * width, records })),
  beyond,
  open,
});
const about = (distribution: Distribution, median: number | null = null, metric = waited) =>
  subjectOf({ metric, agreement, values: monthly(metric, [median]), reading: reading(metric), distribution });

test('it is said how many were shorter than one length, how many as long as another, and how many are not over', () => {
  const said = state(lengths, about(lie([26, 10, 3, 0, 2], 2, 5), 4.2));
  expect(said?.words).toBe(
    'For 26 of October’s 48 qualified leads it took less than 5\u00a0business hours, for 4 at least 20; 5 are not over yet.',
  );
  expect(said?.brief).toBe('less than 5\u00a0business hours for 26 of 48');
  expect(state(lengths, about(lie([10, 2])))?.words).toBe(
    'For 10 of October’s 12 qualified leads it took less than 5\u00a0business hours.',
  );
});

test('all of them, parts of an hour, and too few', () => {
  expect(state(lengths, about(lie([12])))?.words).toBe(
    'For all of October’s 12 qualified leads it took less than 5\u00a0business hours.',
  );
  expect(state(lengths, about(lie([8, 6, 2], 0, 0, 0.5)))?.words).toBe(
    'For 8 of October’s 16 qualified leads it took less than 30\u00a0business minutes, for 2 at least 1\u00a0business hour.',
  );
  expect(state(lengths, about(lie([5, 3], 0, 1)))).toBeNull();
  expect(state(lengths, about(lie([], 0, 12)))).toBeNull();
});

test('what was agreed is told where bins end there', () => {
  const agreed = { ...waited, wordings: [{ ...wording, measure }] } as Metric;
  const rows = monthly(agreed, [4.2]).map((row) => ({ ...row, target: 10 }));
  const subject = subjectOf({
    metric: agreed, agreement, values: rows, reading: reading(agreed), distribution: lie([20, 10, 10]),
  }); // prettier-ignore
  expect(state(lengths, subject)?.words).toMatch(/^For 30 of October’s 40 qualified leads it took less than 10\u00a0/u);
});

test('a fact that the bins do not hold is found, and so is a median that they speak against', () => {
  const subject = about(lie([26, 10, 3, 0, 2], 2, 5), 4.2);
  const facts = lengths.facts(subject) ?? {};
  expect(lengths.holds(facts, subject)).toBe(true);
  for (const wrong of [
    { under: 25 },
    { edge: 4 },
    { edge: 10 },
    { records: 47 },
    { open: 0 },
    { over: 5 },
    { far: 21 },
  ])
    expect(lengths.holds({ ...facts, ...wrong }, subject), JSON.stringify(wrong)).toBe(false);
  expect(lengths.holds(facts, about(lie([26, 10, 3, 0, 2], 2, 5), 7))).toBe(false);
});

const middleOf = (sorted: readonly number[]) => {
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
};

test('of random lengths it is true and brief', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 60 }), fc.nat(20), (all, open) => {
      const counts = Array.from({ length: 10 }, (_, bin) => all.filter((one) => Math.floor(one / 5) === bin).length);
      const sorted = [...all.toSorted((one, other) => one - other), ...Array.from({ length: open }, () => Infinity)];
      const median = middleOf(sorted);
      const subject = about(lie(counts, all.filter((one) => one >= 50).length, open), Number.isFinite(median) ? median : null);
      const said = state(lengths, subject);
      if (all.length + open >= 10 && all.some((one) => one < 50)) expect(said).not.toBeNull();
      if (said) expect(lengths.holds(said.facts, subject), JSON.stringify(said)).toBe(true);
    }),
    { numRuns: 300 },
  ); // prettier-ignore
});
