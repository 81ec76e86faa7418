import { examplesOf } from './profile-examples.ts';
import type { Counted } from './profile-examples.ts';
import { emptyWordsIn } from './empty-words.ts';
import { isPersonalLook, looksOf } from './looks.ts';
import type { Looks } from './looks.ts';

/** What the values of a column are like. Persons' data never stands in it. */
export interface Profile {
  readonly column: string;
  /** Values that say something, and all. */
  readonly filled: number;
  readonly of: number;
  readonly distinct: number;
  /** At most five, the most frequent first; none of a column of persons' data. */
  readonly examples: readonly string[];
  /** How often each value stands there, where they are few and no person's data; else empty. */
  readonly counts: readonly Counted[];
  readonly looks: Looks;
  /** Texts that stand for no value: `-`, `Select`. */
  readonly emptyWords: readonly string[];
}

/** What a column's values look like, by its name and themselves. */
export function profileOf(column: string, values: readonly string[]): Profile {
  const texts = values.map((value) => value.trim()).filter((value) => value !== '');
  const emptyWords = emptyWordsIn(column, texts);
  const filled = emptyWords.length === 0 ? texts : texts.filter((text) => !emptyWords.includes(text));
  const looks = looksOf(column, filled);
  const shown = isPersonalLook(looks) ? { examples: [], counts: [] } : examplesOf(filled);
  return {
    column,
    filled: filled.length,
    of: values.length,
    distinct: new Set(filled).size,
    ...shown,
    looks,
    emptyWords,
  };
}
