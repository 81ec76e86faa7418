import type { Known } from '../../values/plain.ts';

/** What parts words, beside a blank. */
const partsWords = /[\s,.;:/\-–()&+|"'!?_]/g;

/** Whether a text has one of the words in it: anywhere, as a whole word, or at its start. Case does not matter. */
export function hasOneOf(
  text: Known,
  where: 'anywhere' | 'as a word' | 'at the start',
  words: readonly string[],
): boolean {
  const whole = String(text).toLowerCase();
  return words.some((written) => {
    const word = written.toLowerCase();
    if (where === 'anywhere') return whole.includes(word);
    if (where === 'at the start') return whole.startsWith(word);
    return ` ${apart(whole)} `.includes(` ${apart(word)} `);
  });
}

function apart(text: string): string {
  return text.replace(partsWords, ' ');
}
