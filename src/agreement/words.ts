import type { Test } from '../values/tree.ts';
import { sayPattern } from './pattern.ts';
import { mistakable, phrases, type PhraseTable } from './phrases.ts';
import type { Saying } from './slots/slot.ts';

/** A test as a sentence of the agreement, made from the tree: `its lead's score is at least 60`. Read again it is the same test. */
export function sayCondition(test: Test): string {
  return sayTest(test, phrases);
}

/** A test by a table of phrases. */
export function sayTest(test: Test, table: PhraseTable): string {
  const row = table[test.phrase];
  if (row === undefined) throw new Error(`There is no phrase "${test.phrase}"`);
  const saying: Saying = { test: (inner) => sayTest(inner, table), mistakable };
  return sayPattern(row.words(test.slots), test.slots, saying);
}
