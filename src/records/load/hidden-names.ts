import type { ReadingContext } from './field-reader.ts';

/** Gives a number in place of a person's name, by the order in which they come. */
export function hiddenNames(): ReadingContext['hide'] {
  const numbers = new Map<string, string>();
  return (name) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = `person ${numbers.size + 1}`;
    numbers.set(name, number);
    return number;
  };
}
