import { z } from 'zod';
import { closestWord } from './closest-word.ts';
import { isDay } from './day.ts';

/**
 * A map with these keys and no others. What is unknown is said with the nearest known key, a line for each; or in words of its own, and
 * an empty line is not told.
 */
export function keys<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  ownWords: (key: string, place: number) => string | null = () => null,
) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key, place) => ownWords(key, place) ?? unknownKey(key, known)).join('\n')
        : undefined,
  });
}

/** A text with something in it. */
export const text = z.string().trim().min(1);

/** One text, or several. */
export const texts = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(text).min(1));

export const yesNo = oneWordOf({ yes: true, no: false });

export const wholeNumber = text.transform((written, context) => {
  if (/^\d+$/.test(written)) return Number(written);
  context.addIssue(`"${written}" is not a whole number`);
  return z.NEVER;
});

export const day = text.transform((written, context) => {
  if (isDay(written)) return written;
  context.addIssue(`"${written}" is not a day; write it like 2026-01-31`);
  return z.NEVER;
});

/** One of the words, whatever its case; what it stands for is what the schema gives. */
export function oneWordOf<const Meant>(words: Readonly<Record<string, Meant>>) {
  return text.transform((written, context): Meant => {
    const meant = words[Object.keys(words).find((word) => word.toLowerCase() === written.toLowerCase()) ?? ''];
    if (meant !== undefined) return meant;
    context.addIssue(notOneOf(written, Object.keys(words)));
    return z.NEVER;
  });
}

/** That a word is none of those that are known, and which was most likely meant. */
export function notOneOf(written: string, known: readonly string[]): string {
  const meant = closestWord(written, known);
  return `I don't know "${written}"; ${meant === null ? `expected ${inWords(known)}` : `did you mean "${meant}"?`}`;
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = closestWord(key, known);
  return meant === null ? `I don't know "${key}:"` : `I don't know "${key}:"; did you mean "${meant}:"?`;
}

function inWords(known: readonly string[]): string {
  if (known.length === 0) return 'none';
  return known.length === 1 ? known.join('') : `${known.slice(0, -1).join(', ')} or ${known.at(-1)}`;
}
