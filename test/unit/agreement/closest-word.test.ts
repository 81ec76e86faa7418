import { expect, test } from 'vitest';
import { closestWord, letterDistance } from '../../../src/agreement/closest-word.ts';

test.each([
  ['scroe', 'score', 1],
  ['atleast', 'at least', 1],
  ['lead', 'lead', 0],
  ['', 'abc', 3],
])('from "%s" to "%s" it is %i', (one, other, distance) => {
  expect(letterDistance(one, other)).toBe(distance);
});

test('blanks and case do not count', () => {
  expect(closestWord('Atleast', ['at most', 'at least'])).toBe('at least');
});

test('of two that are near the nearer, and of none nothing', () => {
  expect(closestWord('closd', ['created', 'closed'])).toBe('closed');
  expect(closestWord('elephant', ['created', 'closed'])).toBeNull();
});

test('a word of two letters is like no other', () => {
  expect(closestWord('of', ['on'])).toBeNull();
});

test('one abbreviation is no slip for another', () => {
  expect(closestWord('SQL', ['MQL'])).toBeNull();
  expect(closestWord('mqls', ['MQL'])).toBe('MQL');
});
