/** Every word of direction or comparison is backed by its kind: a fact of that direction. */
import { directionWords, type Direction } from '../locale/en/reading.ts';

/** The words of a text that claim a direction which is not backed. */
export function directionsWithoutFact(text: string, backed: readonly Direction[]): string[] {
  const found: string[] = [];
  let left = text;
  for (const [words, direction] of directionWords) {
    left = left.replace(words, (said) => {
      if (!backed.includes(direction)) found.push(said);
      return ' ';
    });
  }
  return found;
}
