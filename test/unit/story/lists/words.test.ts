import { expect, test } from 'vitest';
import {
  alsoCountedWords,
  changedManyWords,
  changedOnes,
  changedTitle,
  offBrief,
  teamTitle,
  unchangedWords,
} from '../../../../src/story/locale/en/lists.ts';

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
  expect(unchangedWords.usual(28)).toBe('28 show the usual wobble.');
  expect(unchangedWords.usual(1)).toBe('One shows the usual wobble.');
  expect(unchangedWords.early(1)).toBe('For one it is too early to say, or there are too few records.');
  expect(unchangedWords.none(2)).toBe('For two a usual range can’t be drawn.');
  expect(unchangedWords.missing(1)).toBe('One can’t be counted yet.');
});

test('changes are named by which way is good', () => {
  expect(changedOnes(false, ['Deals lost'])).toBe('For the worse: Deals lost.');
  expect(changedOnes(true, ['Meetings set', 'Inquiries'])).toBe('For the better: Meetings set and Inquiries.');
  expect(changedOnes(null, ['Spend'])).toBe('Neither better nor worse: Spend.');
});

test('too many names are told as their number', () => {
  expect(changedManyWords(false, 9)).toBe('Nine changed for the worse.');
  expect(changedManyWords(null, 14)).toBe('14 changed neither for better nor worse.');
});

test('in short, what is broken comes before what is slipping', () => {
  expect(offBrief(2, 1)).toBe('one broken and two slipping');
  expect(offBrief(0, 3)).toBe('three broken');
});

test('the headline page says how many it leaves out', () => {
  expect(alsoCountedWords(1)).toBe('Beside these, one more number is counted.');
  expect(alsoCountedWords(67)).toBe('Beside these, 67 more numbers are counted.');
});
