import type { Test } from '../../values/tree.ts';
import type { Reader } from '../reading.ts';

/** What may stand in a phrase's slot: how it is read, and how it is said, so that what is said reads the same. */
export interface Slot<T> {
  /** For the guide: `a field, or "the number of" records`. */
  readonly means: string;
  readonly read: Reader<T>;
  say(filled: T, saying: Saying): string;
}

/** What slots need of the table that they stand in, to say what they hold. */
export interface Saying {
  test(test: Test): string;
  /** Whether a plain text would be taken for a phrase's words, and so needs quotes. */
  mistakable(text: string): boolean;
}
