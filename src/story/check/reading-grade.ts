import { syllable } from 'syllable';
import { namesOfTimes, numbersWithUnits } from '../locale/en/reading.ts';

/** No page of ours asks more of a reader. */
export const highestGrade = 8;

/**
 * The school grade that a text asks for, after Kincaid, Fishburne, Rogers and Chissom, 'Derivation of new readability formulas' (1975):
 * 0.39 × words in a sentence + 11.8 × syllables in a word − 15.59. Names, numbers and the words of the vocabulary are left out: nobody
 * chose them for being short. `sentences`: one each; `names`: any of these, longest first. Zero where nothing is left.
 */
export function readingGrade(sentences: readonly string[], { names }: { readonly names: RegExp | null }): number {
  let [words, syllables, left] = [0, 0, 0];
  for (const sentence of sentences) {
    const own = wordsOf(sentence, names);
    if (own.length === 0) continue;
    left += 1;
    words += own.length;
    for (const word of own) syllables += syllable(word);
  }
  return left === 0 ? 0 : 0.39 * (words / left) + 11.8 * (syllables / words) - 15.59;
}

/** What is left of a sentence to read: words of letters. */
function wordsOf(sentence: string, names: RegExp | null): string[] {
  const plain = sentence.replace(/[\u00a0\s]+/gu, ' ').replaceAll('’', "'");
  const without = (names ? plain.replace(names, ' ') : plain).replace(numbersWithUnits, ' ').replace(namesOfTimes, ' ');
  return without
    .split(/[\s/]+/u)
    .flatMap((word) => word.match(/^[^\p{L}\p{N}]*(\p{L}[\p{L}'-]*)[^\p{L}\p{N}]*$/u)?.[1] ?? []);
}
