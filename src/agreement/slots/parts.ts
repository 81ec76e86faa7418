import type { Literal, Value } from '../../values/tree.ts';
import { isWord, readOnce, type Asking, type Reading } from '../reading.ts';
import { readDistance, readPartOf } from './distances.ts';
import { readGathered, readNumberOf } from './gathered.ts';
import { readBeyond, readEdge } from './moments.ts';
import { bareText, inQuotes, readLiteral, readYesNo } from './literals.ts';
import { readResult } from './results.ts';
import { readTold } from './told.ts';

/** Reads a value without steps: anything that a record tells, that is counted, gathered, or reckoned between moments. */
export function readPart(asking: Asking, from: number): readonly Reading<Value>[] {
  return readOnce<Value>(asking, from, 'a part of a value', (_, start) => [
    ...readTold(asking, start),
    ...readNumberOf(asking, start),
    ...readGathered(asking, start),
    ...readPartOf(asking, start),
    ...readDistance(asking, start),
    ...readResult(asking, start),
    ...readEdge(asking, start).map((found): Reading<Value> => ({
      ...found,
      value: { value: 'edge', edge: found.value },
    })),
    ...readBeyond(asking, start).map((found): Reading<Value> => ({
      ...found,
      value: { value: 'beyond', beyond: found.value },
    })),
  ]);
}

/**
 * Reads what may stand behind the words of a phrase or of a step. Plain words are a text there: a text field of the record itself
 * is said with `its`, so that a value that happens to be called like a field needs no quotes.
 */
export function readOperandPart(asking: Asking, from: number): readonly Reading<Value>[] {
  return readOnce<Value>(asking, from, 'an operand', (_, start) => [
    ...readPart(asking, start).filter((found) => !isBareTextField(asking, start, found)),
    ...[...readYesNo(asking, start), ...readLiteral(asking, start)]
      .filter((found) => found.bare === 0 || !mistakable(asking, start, found))
      .map((found) => ({ ...found, value: literalValue(found.value) })),
  ]);
}

/** Reads a literal that a calculation may begin with: a number, an amount, a stretch of time, a day. */
export function readMeasured(asking: Asking, from: number): Reading<Value>[] {
  return readLiteral(asking, from)
    .filter((found) => found.value.literal !== 'text')
    .map((found) => ({ ...found, value: literalValue(found.value) }));
}

function isBareTextField(asking: Asking, from: number, { value, next }: Reading<Value>): boolean {
  if (value.value !== 'field' || value.path.type.is !== 'text') return false;
  if (isWord(asking, from, 'its')) return false;
  const text = bareText(asking, from).find((found) => found.next === next);
  if (text) asking.doubts.push({ from, text: text.value });
  return true;
}

function mistakable(asking: Asking, from: number, found: Reading<Literal>): boolean {
  const text = found.value.literal === 'text' ? found.value.text : '';
  if (!asking.mistakable(text)) return false;
  asking.hopes?.push({ from, reached: from, words: [inQuotes(text)], what: 'quotes' });
  return true;
}

function literalValue(literal: Literal): Value {
  return { value: 'literal', literal };
}
