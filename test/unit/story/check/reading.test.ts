import { expect, test } from 'vitest';
import { contradictions } from '../../../../src/story/check/contradictions.ts';
import { directionsWithoutFact } from '../../../../src/story/check/directions.ts';
import { blameIn, unexplained, againstTeams } from '../../../../src/story/check/form.ts';
import { readingGrade } from '../../../../src/story/check/reading-grade.ts';
import { numbersWithoutFact } from '../../../../src/story/check/said-numbers.ts';
import { countsIn } from '../../../../src/story/check/fact-quantities.ts';
import { signal } from '../../../../src/story/statements/signal.ts';
import type { Facts } from '../../../../src/story/statements/statement-kind.ts';
import { title } from '../../../../src/story/statements/title.ts';
import { agreement } from '../made-up.ts';

const strange = (text: string, ...facts: Parameters<typeof numbersWithoutFact>[1]) =>
  numbersWithoutFact(text, facts, 'EUR');

test('a number is a fact within the rounding that its figures show', () => {
  expect(strange('83%', { of: 'share', amount: 0.8349 })).toEqual([]);
  expect(strange('83%', { of: 'share', amount: 0.8351 })).toEqual(['83%']);
  expect(strange('83.5%', { of: 'share', amount: 0.8351 })).toEqual([]);
  expect(strange('1.94 million euros', { of: 'money', amount: 1_943_218 })).toEqual([]);
  expect(strange('1.94 million euros', { of: 'money', amount: 1_946_000 })).toEqual(['1.94 million euros']);
  expect(strange('12 of 249', { of: 'count', amount: 12 }, { of: 'count', amount: 248 })).toEqual(['249']);
});

test('a number is a fact in the unit that it is said in, and in no other', () => {
  expect(strange('7 points', { of: 'points', amount: 0.07 })).toEqual([]);
  expect(strange('7%', { of: 'points', amount: 0.07 })).toEqual(['7%']);
  expect(strange('7 euros', { of: 'count', amount: 7 })).toEqual(['7 euros']);
  expect(strange('36 business minutes', { of: 'duration', amount: 0.6, unit: 'business hours' })).toEqual([]);
  expect(strange('36 minutes', { of: 'duration', amount: 0.6, unit: 'business hours' })).toEqual(['36 minutes']);
  expect(strange('three of five', { of: 'count', amount: 3 }, { of: 'count', amount: 5 })).toEqual([]);
  expect(strange('237 of 296 million euros', { of: 'money', amount: 237e6 }, { of: 'money', amount: 296e6 })).toEqual(
    [],
  );
});

test('a word of direction needs a fact that points so, and some no fact can back', () => {
  const without = (text: string, facts: Facts) =>
    directionsWithoutFact(text, [...title.directions(facts), ...signal.directions({ says: 'outside', ...facts })]);
  expect(without('7 points under its promise', { over: false, side: 'above' })).toEqual([]);
  expect(without('7 points under its promise', { over: true, side: 'above' })).toEqual(['under']);
  expect(without('A real change for the better', { better: true })).toEqual([]);
  expect(without('A real change for the better', { better: false })).toEqual(['A real change for the better']);
  expect(without('It climbed', { over: true, better: true })).toEqual(['climbed']);
});

test('a kind says what its numbers are numbers of: no other one may be said, nor that fewer than none are counted', () => {
  const kind = { numbers: { waiting: 'count', 'moved: ': 'count' }, directions: () => [] } as const;
  const given = (facts: Facts) => countsIn(facts, kind, null).map(({ amount }) => amount);
  expect(given({ waiting: 4, records: 9, 'moved: Won': 2, 'part: Won': 7 })).toEqual([4, 2]);
  expect(given({ waiting: -1 })).toEqual([]);
});

test('no sentence claims a cause, keeps a score, or holds one team against another', () => {
  const against = againstTeams(agreement);
  expect(blameIn('It fell because of the holidays', against)).toEqual(['claims a cause: because']);
  expect(blameIn('Website was best', against)).toEqual(['keeps a score: best']);
  expect(blameIn('Marketing kept more than sales', against)).toEqual(['holds one against another: than sales']);
  expect(blameIn('9 more than sales promised', against)).toEqual([]);
});

test('an abbreviation is explained by the vocabulary, and a currency is called by its name', () => {
  expect(unexplained('3 MQLs in DACH', 'qualified lead\nMQLs', 'EUR')).toEqual([
    'not explained by the vocabulary: DACH',
  ]);
  expect(unexplained('CHF 12', '', 'CHF')).toEqual(['not explained by the vocabulary: CHF']);
  expect(unexplained('12 US dollars, e.g. these', '', 'USD')).toEqual(['not explained by the vocabulary: e.g.']);
});

test('two statements contradict each other where one says otherwise of the same', () => {
  const said = (words: string, is: number | string) => ({
    statement: { kind: 'k', subject: 's', facts: {}, words, headline: words, brief: words },
    claims: [{ about: 'value of s in 2026-10', is }],
  });
  expect(contradictions([said('a', 0.83), said('b', 0.83 + 1e-12)])).toEqual([]);
  expect(contradictions([said('a', 0.83), said('b', 0.84)]).map(({ other, about }) => [other.words, about])).toEqual([
    ['a', 'value of s in 2026-10'],
  ]);
});

test('the grade counts words and syllables, without names and numbers', () => {
  // Two sentences of three words with one syllable each: 0.39 × 3 + 11.8 × 1 − 15.59.
  expect(readingGrade(['The cat sat.', 'The dog ran.'])).toBeCloseTo(-2.62, 10);
  expect(readingGrade(['The cat sat 1.94 million.'])).toBeCloseTo(-2.62, 10);
  expect(readingGrade(['83%.'])).toBe(0);
});
