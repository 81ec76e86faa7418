import type { Figure } from '../values/agreement.ts';
import type { Condition, Test, Value } from '../values/tree.ts';
import { sayPattern } from './pattern.ts';
import { mistakable, phrases, type PhraseTable } from './phrases.ts';
import type { Saying } from './slots/slot.ts';
import { sayValue as sayWith } from './tree-in-words.ts';

/**
 * A condition as the agreement says it, made from the tree: `its lead's score is at least 60`. Read again a sentence is the same test. A group
 * is said in one line: `any of: A; B`.
 */
export function sayCondition(condition: Condition): string {
  if (condition.is === 'test') return sayIn(condition, phrases, sayingBy(phrases, asItIs, false));
  return `${condition.is} of: ${condition.of.map(sayCondition).join('; ')}`;
}

/** A value as the agreement says it: `business hours from assigned to its first touch's completed`. Read again it is the same value. */
export function sayValue(value: Value): string {
  return sayWith(value, sayingBy(phrases, asItIs, false));
}

/** What a figure is, as the vocabulary says it behind `is the:`. */
export function sayFigure(figure: Figure): string {
  return sayValue(figure.is);
}

/** What was read, by a table of phrases, with brackets where its parts end: for the eye, not to be read again. */
export function readingInWords(read: unknown, table: PhraseTable): string {
  const saying = sayingBy(table, (part) => `(${part})`, false);
  if (isTest(read)) return sayIn(read, table, saying);
  return isValue(read) ? sayWith(read, saying) : '';
}

function sayIn(test: Test, table: PhraseTable, saying: Saying): string {
  const row = table[test.phrase];
  if (row === undefined) throw new Error(`There is no phrase "${test.phrase}"`);
  return sayPattern(row.words(test.slots), test.slots, saying);
}

function sayingBy(table: PhraseTable, apart: Saying['apart'], inner: boolean): Saying {
  return { test: (of) => sayIn(of, table, sayingBy(table, apart, true)), mistakable, inner, years: false, apart };
}

function asItIs(part: string): string {
  return part;
}

function isTest(read: unknown): read is Test {
  return typeof read === 'object' && read !== null && 'phrase' in read;
}

function isValue(read: unknown): read is Value {
  return typeof read === 'object' && read !== null && 'value' in read;
}
