import { letterDistance, squashed } from './closest-word.ts';
import { comparing } from './phrases/comparing.ts';
import { listsAndText } from './phrases/lists-and-text.ts';
import { moments } from './phrases/moments.ts';
import { orderedChoices } from './phrases/ordered-choices.ts';
import { related } from './phrases/related.ts';
import type { PatternPart } from './pattern.ts';
import type { Phrase } from './phrase.ts';
import { dateParts, gatherings, orders } from '../values/tree.ts';

export type PhraseTable = Readonly<Record<string, Phrase>>;

/** Phrases by what they speak of, in the order of the guide. */
export const phraseGroups = {
  'Values beside values': comparing,
  'Lists, and what a text holds': listsAndText,
  'Choices that have an order': orderedChoices,
  Moments: moments,
  'Other records': related,
} as const satisfies Readonly<Record<string, PhraseTable>>;

/** Everything that can be said of a record. A phrase is one row, and nothing outside knows it by name. */
export const phrases: PhraseTable = Object.fromEntries(
  Object.values<PhraseTable>(phraseGroups).flatMap((group) => Object.entries(group)),
);

/** The words that sentences go on with after `is`: a plain text that starts like one of them must stand in quotes. */
const afterIs: readonly string[] = [
  ...Object.values(phrases).flatMap((row) => row.parts.flatMap((parts) => parts.flatMap(wordsAfterIs))),
  ...orders,
  'within',
  'its',
  'the number of',
  ...gatherings.map((how) => `the ${how}`),
  ...dateParts.map((part) => `the ${part} of`),
  'the start of the',
  'the end of the',
  "the period's",
];

/** Whether a plain text after `is` starts with the words of a phrase, or nearly so (`atleast 60`): it is hardly meant as a text. */
export function mistakable(text: string): boolean {
  const words = text.toLowerCase().split(' ');
  if (/^the .+ of its /i.test(text)) return true;
  return afterIs.some((start) => {
    const length = start.split(' ').length;
    if (words.slice(0, length).join(' ') === start) return true;
    return [length - 1, length, length + 1].some(
      (count) => count > 0 && near(words.slice(0, count).join(''), squashed(start)),
    );
  });
}

function near(written: string, start: string): boolean {
  return start.length >= 5 && letterDistance(written, start) <= 1;
}

function wordsAfterIs(part: PatternPart): string[] {
  return part.is === 'words' && part.words[0] === 'is' && part.words.length > 1 ? [part.words.slice(1).join(' ')] : [];
}
