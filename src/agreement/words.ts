import type { Figure } from '../values/agreement.ts';
import type { Test, Value } from '../values/tree.ts';
import { sayPattern } from './pattern.ts';
import { mistakable, phrases, type PhraseTable } from './phrases.ts';
import type { Saying } from './slots/slot.ts';
import { sayValue as sayWith } from './tree-in-words.ts';

/** A test as a sentence of the agreement, made from the tree: `its lead's score is at least 60`. Read again it is the same test. */
export function sayCondition(test: Test): string {
  return sayTest(test, phrases);
}

/** A value as the agreement says it: `business hours from assigned to its first touch's completed`. Read again it is the same value. */
export function sayValue(value: Value): string {
  return sayWith(value, sayingBy(phrases, asItIs, false));
}

/** What a figure is, as the vocabulary says it behind `is the:`. */
export function sayFigure(figure: Figure): string {
  return sayValue(figure.is);
}

/** A test by a table of phrases; `apart` shows where its parts end. */
export function sayTest(test: Test, table: PhraseTable, apart: Saying['apart'] = asItIs): string {
  return sayIn(test, table, sayingBy(table, apart, false));
}

function sayIn(test: Test, table: PhraseTable, saying: Saying): string {
  const row = table[test.phrase];
  if (row === undefined) throw new Error(`There is no phrase "${test.phrase}"`);
  return sayPattern(row.words(test.slots), test.slots, saying);
}

function sayingBy(table: PhraseTable, apart: Saying['apart'], inner: boolean): Saying {
  return { test: (of) => sayIn(of, table, sayingBy(table, apart, true)), mistakable, inner, apart };
}

function asItIs(part: string): string {
  return part;
}
