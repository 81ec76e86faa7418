import { inQuotes } from './literals.ts';

/** Words that sentences are made of: a name of several words with one of them in it stands in quotes. */
const parts = new Set(
  'is has where and or else within its before after contains comes differs starts times divided plus minus the a an no now entered'.split(
    ' ',
  ),
);

/** The name of a field, a figure, a term or a record, in quotes where a sentence would not be read right without them. */
export function sayName(name: string): string {
  const words = name.split(' ');
  const plain = words.every((word) => /^[\p{L}\p{M}\p{N}&/.+_-]+$/u.test(word) && !parts.has(word.toLowerCase()));
  return plain ? name : inQuotes(name);
}
