import { expect, test } from 'vitest';
import { tokensOf } from '../../../src/agreement/tokens.ts';

const cut = (sentence: string) => tokensOf(sentence).map((token) => `${token.is} ${token.text}`);

test('words, numbers, days and what belongs to whom', () => {
  expect(cut("its lead's score is at least 1,200.5")).toEqual([
    'word its',
    'word lead',
    "'s 's",
    'word score',
    'word is',
    'word at',
    'word least',
    'number 1,200.5',
  ]);
  expect(cut('closed is before 2026-01-31')).toEqual(['word closed', 'word is', 'word before', 'day 2026-01-31']);
});

test('a comma parts a list, and groups digits only where three follow', () => {
  expect(cut('1,200, 3')).toEqual(['number 1,200', 'comma ,', 'number 3']);
  expect(cut('1,20')).toEqual(['number 1', 'comma ,', 'number 20']);
});

test('a quotation is one word, with its own quotation marks doubled', () => {
  expect(cut('is "a, b", "say ""hi"""')).toEqual(['word is', 'quoted a, b', 'comma ,', 'quoted say "hi"']);
});

test('each knows where it stands', () => {
  expect(tokensOf('  score  is').map(({ start, end }) => [start, end])).toEqual([
    [2, 7],
    [9, 11],
  ]);
});
