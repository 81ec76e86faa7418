/**
 * How sentences are read: a reader starts at a word and gives every way in which it can go on. No way is chosen before
 * the whole sentence is read, so that no phrase needs to know of the others.
 */
import type { RecordKind } from '../values/catalogue.ts';
import type { Place } from '../values/problem.ts';
import type { Test, Told, Value } from '../values/tree.ts';
import { squashed } from './closest-word.ts';
import type { Named, Names } from './names.ts';
import { plainWord, type Token } from './tokens.ts';

/** One way to read a stretch of a sentence. */
export interface Reading<T> {
  readonly value: T;
  /** The word after the stretch. */
  readonly next: number;
  /** How many of its words were taken for plain text. Of two readings, the one that knows more of the words is meant. */
  readonly bare: number;
  /** What is well formed but makes no sense: a text that is compared with a number. */
  readonly misfits: readonly Misfit[];
}

export interface Misfit {
  /** The words that do not fit: from the first up to, not including, the other. */
  readonly from: number;
  readonly to: number;
  readonly says: string;
  readonly fix: string;
}

/** What the words are called that a value other than a field begins with, and those with which it takes a step. */
export const anotherValue = 'another value';
export const aStep = 'a calculation';

/** How to mend what would have to stand in brackets. */
export const tooDeep = { fix: 'name the value in vocabulary.yml, with "is the:", and say its name here' };

/** Words that would have let a reading go on. */
export interface Hope {
  /** Where they would begin, and how far they were found. */
  readonly from: number;
  readonly reached: number;
  readonly words: readonly string[];
  /** What they are, where they are one of many: `a field of a lead`, `another value`. Empty for the words of a phrase. */
  readonly what: string;
}

/** Plain words that were taken for a text although they might be meant as a field. */
export interface Doubt {
  readonly from: number;
  readonly text: string;
}

/** A sentence, and what its words can mean. */
export interface Asking {
  readonly sentence: string;
  readonly tokens: readonly Token[];
  readonly names: Names;
  /** The records that are asked. */
  readonly kind: RecordKind;
  /** Reads a whole test, for phrases that hold others. */
  readonly test: (asking: Asking, from: number) => Reading<Test>[];
  /** Reads what a record tells, for the moments that related records are picked by. */
  readonly told: (asking: Asking, from: number) => readonly Reading<Told>[];
  /** Reads the step that a value takes. */
  readonly step: (asking: Asking, first: Value, from: number) => Reading<Value>[];
  /** Whether words at the start of a plain text would more likely be a phrase's. */
  readonly mistakable: (text: string) => boolean;
  /** Inside a `where`, which may not hold a second one. */
  readonly nested: boolean;
  /** Where the sentence stands. */
  readonly at: Place;
  /** Every hope that failed, for the problem's words: the readers add to it. Null where nobody asks, as long as the sentence may be right. */
  readonly hopes: Hope[] | null;
  /** Words taken for a text that are a field's name too. The readers add to it. */
  readonly doubts: Doubt[];
  /** What was read before, by what it is and where: phrases that begin alike read their beginning once. */
  readonly before: Map<string, readonly Reading<unknown>[]>;
}

export type Reader<T> = (asking: Asking, from: number) => Reading<T>[];

/** A reading of names and words that fits whatever stands around it. */
export function reading<T>(value: T, next: number, misfits: readonly Misfit[] = []): Reading<T> {
  return { value, next, bare: 0, misfits };
}

/** Every reading of the one, gone on with by the other. */
export function andThen<A, B>(
  ones: readonly Reading<A>[],
  goOn: (value: A, next: number) => Reading<B>[],
): Reading<B>[] {
  return ones.flatMap((one) =>
    goOn(one.value, one.next).map((other) => ({
      ...other,
      bare: one.bare + other.bare,
      misfits: one.misfits.length === 0 ? other.misfits : [...one.misfits, ...other.misfits],
    })),
  );
}

/** Reads what `name` stands for, or takes it from what was read before: a name must always stand for the same reader. */
export function readOnce<T>(asking: Asking, from: number, name: string, read: Reader<T>): readonly Reading<T>[] {
  const key = `${name} of ${asking.kind.name} at ${from}${asking.nested ? ', nested' : ''}`;
  // The name says which reader it was, and so what it read.
  const before = asking.before.get(key) as readonly Reading<T>[] | undefined;
  if (before) return before;
  const now = read(asking, from);
  asking.before.set(key, now);
  return now;
}

/** The word after these words, where the sentence has them; else null. `a` and `an` are one word, and case does not matter. */
export function readWords(asking: Asking, from: number, words: readonly string[], what = ''): number | null {
  let reached = from;
  for (const word of words) {
    if (!sameWord(asking.tokens[reached], word)) {
      asking.hopes?.push({ from, reached, words, what });
      return null;
    }
    reached += 1;
  }
  return reached;
}

/** The longest of the names that the sentence has at this word. A name in quotes is that name. */
export function readName<T>(asking: Asking, from: number, named: readonly Named<T>[], what: string): Reading<T>[] {
  let longest: Reading<T> | null = null;
  const token = asking.tokens[from];
  for (const { is, forms } of named) {
    for (const form of forms) {
      const inQuotes = token?.is === 'quoted' && squashed(token.text) === squashed(form);
      const next = inQuotes ? from + 1 : readWords(asking, from, form.split(/\s+/), what);
      if (next !== null && (longest === null || next > longest.next)) longest = reading(is, next);
    }
  }
  return longest ? [longest] : [];
}

/** Whether a word stands here. Unlike `readWords`, nobody hopes for it. */
export function isWord(asking: Asking, at: number, word: string): boolean {
  return sameWord(asking.tokens[at], word);
}

function sameWord(token: Token | undefined, word: string): boolean {
  if (token === undefined || token.is === 'quoted') return false;
  // `status is Not interested` is hardly a negation.
  if (word === 'not') return token.text === word;
  return token.word === plainWord(word) || (word === 'a' && token.is === 'word' && token.word === 'an');
}
