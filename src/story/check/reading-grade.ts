import { syllable } from 'syllable';
import { namesOfTimes, numbersWithUnits } from '../locale/en/reading.ts';

/** No page of ours asks more of a reader. */
export const highestGrade = 8;

const syllablesKnown = new Map<string, number>();

/** Asked for once of each word: to count is slow, and sentences are made of few words. */
function syllablesOf(word: string): number {
  const known = syllablesKnown.get(word) ?? syllable(word);
  syllablesKnown.set(word, known);
  return known;
}

/**
 * The school grade that a text asks for, after Kincaid, Fishburne, Rogers and Chissom, 'Derivation of new readability formulas' (1975):
 * 0.39 × words in a sentence + 11.8 × syllables in a word − 15.59. Numbers and times are left out, as names should be before: nobody
 * chose them for being short. `sentences`: one each. Zero where nothing is left.
 */
export function readingGrade(sentences: readonly string[]): number {
  let [words, syllables, left] = [0, 0, 0];
  for (const sentence of sentences) {
    const own = wordsOf(sentence);
    if (own.length === 0) continue;
    left += 1;
    words += own.length;
    for (const word of own) syllables += syllablesOf(word);
  }
  return left === 0 ? 0 : 0.39 * (words / left) + 11.8 * (syllables / words) - 15.59;
}

/** What is left of a sentence to read: words of letters. */
function wordsOf(sentence: string): string[] {
  const plain = sentence.replace(/[\u00a0\s]+/gu, ' ').replaceAll('’', "'");
  const without = plain.replace(numbersWithUnits, ' ').replace(namesOfTimes, ' ');
  return without
    .split(/[\s/]+/u)
    .flatMap((word) => word.match(/^[^\p{L}\p{N}]*(\p{L}[\p{L}'-]*)[^\p{L}\p{N}]*$/u)?.[1] ?? []);
}
