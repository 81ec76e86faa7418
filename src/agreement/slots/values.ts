import type { Literal, Value } from '../../values/tree.ts';
import { andThen, readWords, reading, type Asking, type Reading } from '../reading.ts';
import { bareText, inQuotes, readLiteral, sayLiteral } from './literals.ts';
import { readPath } from './paths.ts';
import { readRecords, sayRecords } from './records.ts';
import type { Saying, Slot } from './slot.ts';
import { sayTold } from './told.ts';

export const value: Slot<Value> = {
  means: "a field, a field of a linked record (`its lead's score`), or `the number of` related records",
  read: (asking, from) => [...readFields(asking, from), ...readNumberOf(asking, from)],
  say: sayValue,
};

/**
 * What stands on the right-hand side. Plain words are a text there: a text field of the record itself is said with `its`,
 * so that a value that happens to be called like a field needs no quotes.
 */
export const operand: Slot<Value> = {
  means: "a value (`60`, `180,000 EUR`, `yes`, `Website`), or another field (`its lead's score`)",
  read: (asking, from) => [
    ...readFields(asking, from).filter((found) => !isBareTextField(asking, from, found)),
    ...readNumberOf(asking, from),
    ...readYesNo(asking, from),
    ...readLiteral(asking, from)
      .filter((found) => found.bare === 0 || !mistakable(asking, from, found))
      .map((found) => ({ ...found, value: literalValue(found.value) })),
  ],
  say: (filled, saying) => {
    if (filled.value === 'field' && filled.path.links.length === 0) return `its ${filled.path.field}`;
    const text = filled.value === 'literal' && filled.literal.literal === 'text' ? filled.literal.text : '';
    return saying.mistakable(text) ? inQuotes(text) : sayValue(filled, saying);
  },
};

function readFields(asking: Asking, from: number): Reading<Value>[] {
  return readPath(asking, from).map((found) => ({ ...found, value: { value: 'field', path: found.value } }));
}

function readNumberOf(asking: Asking, from: number): Reading<Value>[] {
  const next = readWords(asking, from, ['the', 'number', 'of']);
  if (next === null) return [];
  return andThen(readRecords(asking, next), (records, after) => [reading({ value: 'number of', records }, after)]);
}

function readYesNo(asking: Asking, from: number): Reading<Value>[] {
  const word = asking.tokens[from]?.text.toLowerCase();
  if (asking.tokens[from]?.is !== 'word' || (word !== 'yes' && word !== 'no')) return [];
  return [reading(literalValue({ literal: 'yes-no', yes: word === 'yes' }), from + 1)];
}

function isBareTextField(asking: Asking, from: number, { value: filled, next }: Reading<Value>): boolean {
  const first = asking.tokens[from];
  if (filled.value !== 'field' || filled.path.type.is !== 'text') return false;
  if (first?.is === 'word' && first.text.toLowerCase() === 'its') return false;
  const [text] = bareText(asking, from);
  if (text?.next === next) asking.doubts.push({ from, text: text.value });
  return true;
}

function mistakable(asking: Asking, from: number, found: Reading<Literal>): boolean {
  const text = found.value.literal === 'text' ? found.value.text : '';
  if (!asking.mistakable(text)) return false;
  asking.hopes.push({ from, reached: from, words: [inQuotes(text)], what: 'quotes' });
  return true;
}

function literalValue(literal: Literal): Value {
  return { value: 'literal', literal };
}

function sayValue(filled: Value, saying: Saying): string {
  if (filled.value === 'field') return sayTold(filled);
  if (filled.value === 'literal') return sayLiteral(filled.literal);
  if (filled.value === 'number of') return `the number of ${sayRecords(filled.records, 'many', saying)}`;
  throw new Error(`A ${filled.value} value has no words yet`);
}
