import { keywordIn } from '../keywords.ts';
import { inQuotes } from './literals.ts';

/** The name of a field, a figure, a term or a record, in quotes where a sentence would not be read right without them. */
export function sayName(name: string): string {
  const plain = /^[\p{L}\p{M}\p{N}&/.+_-]+(?: [\p{L}\p{M}\p{N}&/.+_-]+)*$/u.test(name);
  return plain && keywordIn(name) === null ? name : inQuotes(name);
}
