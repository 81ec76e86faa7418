import { expect, test } from 'vitest';
import { checkStatement } from '../../../src/story/check/check-statement.ts';
import { subjectOf, type Material } from '../../../src/story/subject.ts';
import { winOf } from '../../../src/story/win.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import { accepted, agreement, delivered, feedback, followedUp, monthly, reading } from './made-up.ts';

const about = (metric: Metric, values: readonly PublishedValue[]): Material => ({
  metric,
  agreement,
  values,
  reading: reading(metric),
});

function won(...materials: readonly Material[]): string | null {
  const win = winOf(materials.map((one) => subjectOf(one)));
  expect(win && checkStatement(win, materials)).toEqual(win && []);
  return win && `${win.subject}: ${win.words}`;
}

const again = about(feedback, monthly(feedback, [[90, 100], [80, 100], [70, 100], [90, 100]])); // prettier-ignore

test('what is kept again after months that were not is worth celebrating', () => {
  expect(won(again)).toBe('feedback-given: ‘Feedback given on leads’ is kept for October, after two months that were not.');
}); // prettier-ignore

test('nothing that is off is, nor what is kept while its pair is off', () => {
  expect(won(about(followedUp, monthly(followedUp, [[60, 100], [83, 100]])))).toBeNull();
  const paired = { ...feedback, pairedWith: followedUp.slug };
  const values = monthly(paired, [[70, 100], [90, 100]]);
  expect(won(about(paired, values), about(followedUp, monthly(followedUp, [[83, 100]])))).toBeNull();
  expect(won(about(paired, values), about(followedUp, monthly(followedUp, [[93, 100]])))).toMatch(/^feedback-given/);
}); // prettier-ignore

test('where nobody has agreed to the promise yet nothing is celebrated', () => {
  const unsigned = { ...feedback, signatures: [] };
  expect(won(about(unsigned, monthly(unsigned, [[70, 100], [90, 100]])))).toBeNull();
}); // prettier-ignore

test('headline numbers come before other promises, and what is kept again before what has been kept for long', () => {
  const months = [24, 23, 25, 24, 23, 24, 25];
  const long = about(delivered, monthly(delivered, months));
  const other = about(accepted, monthly(accepted, [[40, 100], [70, 100]])); // prettier-ignore
  expect(won(long, other, again)).toMatch(/^feedback-given/);
  expect(won(other)).toMatch(/^leads-accepted: ‘Leads accepted’ is kept/);
  expect(won(about(delivered, monthly(delivered, months.slice(0, 3))))).toBeNull();
});
