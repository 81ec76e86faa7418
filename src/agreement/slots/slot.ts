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
  /** Whether the sentence goes on behind what is said, so that plain words of a text might be taken for that. */
  readonly inner: boolean;
  /** Whether numbers are years, whose digits stand in no groups. */
  readonly years: boolean;
  /** Shows where a part ends that only its reader can see the end of; to be read again, it stays as it is. */
  apart(part: string): string;
}
