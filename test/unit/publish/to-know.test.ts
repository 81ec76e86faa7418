import { expect, test } from 'vitest';
import { readingSentences, unitSentence } from '../../../src/publish/to-know.ts';
import type { MetricUnit } from '../../../src/values/agreement.ts';

test.each<[MetricUnit, string]>([
  [{ unit: 'records', kind: 'lead', noun: 'inquiry', nouns: 'inquiries' }, 'It is a number of inquiries.'],
  [{ unit: 'share' }, 'It is a share, from 0% to 100%.'],
  [{ unit: 'money', currency: 'EUR' }, 'It is an amount, in euros.'],
  [{ unit: 'number' }, 'It is a number.'],
  [{ unit: 'duration', of: 'business hours' }, 'It is a length of time, in business hours.'],
  [{ unit: 'day' }, 'It is a day.'],
  [{ unit: 'times' }, 'It is how many times the one goes into the other.'],
])('the unit is said: %o', (unit, words) => {
  expect(unitSentence({ unit })).toBe(words);
});

test('which way is good and when it tells is said where somebody said it', () => {
  expect(readingSentences({ unit: { unit: 'number' }, tells: null, better: null })).toEqual(['It is a number.']);
  expect(readingSentences({ unit: { unit: 'day' }, tells: 'leading', better: 'lower' })).toEqual([
    'It is a day.',
    'Less is better.',
    'It tells early what will come.',
  ]);
});
