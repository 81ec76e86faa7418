import { expect, test } from 'vitest';
import {
  alsoCounted,
  changedOnes,
  changedTitle,
  restWords,
  teamTitle,
} from '../../../../src/story/locale/en/trends.ts';

test.each([
  [0, 0, 'Nothing is counted yet.'],
  [0, 1, 'Our one number shows no real change.'],
  [1, 1, 'Our one number really changed.'],
  [0, 58, 'None of our 58 numbers shows a real change.'],
  [1, 58, 'One of our 58 numbers really changed.'],
  [13, 58, '13 of our 58 numbers really changed.'],
  [3, 3, 'All our three numbers really changed.'],
])('the title of %d that changed of %d', (changed, all, title) => {
  expect(changedTitle(changed, all)).toBe(title);
});

test.each([
  [0, 0, 'Sales answers for no number yet.'],
  [0, 1, 'The one number that sales answers for shows no real change.'],
  [1, 1, 'The one number that sales answers for really changed.'],
  [0, 12, 'None of the twelve numbers that sales answers for shows a real change.'],
  [2, 12, 'Two of the twelve numbers that sales answers for really changed.'],
  [12, 12, 'All the twelve numbers that sales answers for really changed.'],
])('the title of a team with %d that changed of %d', (changed, all, title) => {
  expect(teamTitle(changed, all, 'sales')).toBe(title);
});

test('the rest is told by why nothing is said of it', () => {
  expect(restWords({ usual: 28, early: 1, none: 2, missing: 1 })).toEqual([
    '28 show the usual wobble.',
    'For one it is too early to say, or there are too few records.',
    'For two a usual range can’t be drawn.',
    'One can’t be counted yet.',
  ]);
  expect(restWords({ usual: 1, early: 0, none: 0, missing: 0 })).toEqual(['One shows the usual wobble.']);
});

test('changes are named by which way is good', () => {
  expect(changedOnes(false, ['Deals lost'])).toBe('For the worse: Deals lost.');
  expect(changedOnes(true, ['Meetings set', 'Inquiries'])).toBe('For the better: Meetings set and Inquiries.');
  expect(changedOnes(null, ['Spend'])).toBe('Neither better nor worse: Spend.');
});

test('the headline page says how many it leaves out', () => {
  expect(alsoCounted(1)).toBe('Beside these, one more number is counted.');
  expect(alsoCounted(67)).toBe('Beside these, 67 more numbers are counted.');
});
