import type { SlotType, SlotTypes } from '../values/tree.ts';
import { withArticle } from './plural.ts';
import { andThen, readOnce, readWords, reading, type Asking, type Reading } from './reading.ts';
import type { Saying, Slot } from './slots/slot.ts';
import { slots } from './slots.ts';

/** The slots of a pattern by name, with their types: of `{value:value} is at least {least:operand}` both, each a `Value`. */
export type SlotsOf<Pattern extends string> = Pattern extends `${string}{${infer Name}:${infer Type}}${infer Rest}`
  ? { readonly [N in Name]: Type extends SlotType ? SlotTypes[Type] : never } & SlotsOf<Rest>
  : unknown;

/** What stands in a test's slots, when it is not known which phrase it is. */
export type Filled = Readonly<Record<string, SlotTypes[SlotType]>>;

/** Where a slot's words are: from the first up to, not including, the other. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What was read by a pattern, and where each slot's words stand. */
export interface Match {
  readonly filled: Filled;
  readonly spans: Readonly<Record<string, Span>>;
}

/** A piece of a pattern: words as they are, or a slot. */
export type PatternPart =
  | { readonly is: 'words'; readonly words: readonly string[] }
  | { readonly is: 'slot'; readonly name: string; readonly type: SlotType };

/** Cuts a pattern into its words and slots. */
export function partsOf(pattern: string): PatternPart[] {
  const pieces = pattern.split(/(\{[^}]*\})/).map((piece) => piece.trim());
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [, name, type] = /^\{(\w+):(\w+)\}$/.exec(piece) ?? [];
      if (name === undefined || type === undefined) return { is: 'words', words: piece.split(/\s+/) };
      if (!isSlotType(type)) throw new Error(`The pattern "${pattern}" has a slot of an unknown type: ${type}`);
      return { is: 'slot', name, type };
    });
}

/** Reads a sentence, or a part of one, by a pattern. */
export function readPattern(asking: Asking, from: number, parts: readonly PatternPart[]): Reading<Match>[] {
  let readings: readonly Reading<Match>[] = [reading({ filled: {}, spans: {} }, from)];
  for (const part of parts) readings = andThen(readings, (match, next) => readPart(asking, next, part, match));
  return [...readings];
}

/** Puts a pattern's slots into words. */
export function sayPattern(parts: readonly PatternPart[], filled: Filled, saying: Saying): string {
  const own = { ...saying, years: Object.values(filled).some(isYear) };
  let said = '';
  for (const part of parts)
    said = joined(said, part.is === 'words' ? part.words.join(' ') : saySlot(part, filled, own));
  return said;
}

function readPart(asking: Asking, from: number, part: PatternPart, match: Match): Reading<Match>[] {
  if (part.is === 'words') {
    const next = readWords(asking, from, part.words);
    return next === null ? [] : [reading(match, next)];
  }
  return andThen(readOnce(asking, from, part.type, anySlot(part.type).read), (value, to) => [
    reading(
      { filled: { ...match.filled, [part.name]: value }, spans: { ...match.spans, [part.name]: { from, to } } },
      to,
    ),
  ]);
}

function saySlot(part: PatternPart & { is: 'slot' }, filled: Filled, saying: Saying): string {
  const value = filled[part.name];
  if (value === undefined) throw new Error(`Nothing stands in the slot "${part.name}"`);
  return anySlot(part.type).say(value, saying);
}

/** `2026` beside `the year of created` is not `2,026`. */
function isYear(filled: SlotTypes[SlotType]): boolean {
  return typeof filled === 'object' && 'part' in filled && filled.part === 'year';
}

/** `is a` before a vowel becomes `is an`. */
function joined(said: string, next: string): string {
  if (said.endsWith(' a') || said === 'a') return `${said.slice(0, -1)}${withArticle(next)}`;
  return said === '' || next === '' ? said + next : `${said} ${next}`;
}

/** A slot whose type is only known to fit what stands in it: the pattern's own types have seen to that. */
function anySlot(type: SlotType): Slot<SlotTypes[SlotType]> {
  return slots[type];
}

function isSlotType(type: string): type is SlotType {
  return Object.hasOwn(slots, type);
}
