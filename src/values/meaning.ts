/**
 * What a phrase may say in a query. `measure` implements it for SQL; a phrase's row in `agreement` calls it and never sees SQL.
 *
 * A truth of type T holds or does not hold, and may still *wait*: a window's deadline is ahead. A group waits as soon as one of its parts does.
 */
import type { Comparison, Count, Literal, Moment, Records, Value, Weekday, When } from './tree.ts';

export interface Meaning<T> {
  /** False where either side is empty. Text is compared as written, numbers by value, money in the reporting currency, stretches of time of two units in the coarser one (`coarserUnits`). */
  compare(left: Value, how: Comparison, right: Value): T;
  oneOf(value: Value, literals: readonly Literal[]): T;
  /** Holds where the text has one of the words in it: anywhere, as a whole word, or at its start. Case does not matter. */
  has(value: Value, where: 'anywhere' | 'as a word' | 'at the start', words: readonly string[]): T;
  known(value: Value): T;
  /** Whether a choice comes before or after another in the order that the vocabulary declares for it. False where either is in no order. */
  comes(value: Value, order: 'before' | 'after', other: Value): T;
  happened(moment: Moment): T;
  /** Whether its local date is one of these weekdays, or one on which the metric's calendar is open. */
  fallsOn(moment: Moment, days: readonly Weekday[] | 'a working day'): T;
  /** False where either is empty. Local dates are compared if either is a day. */
  lies(moment: Moment, when: When): T;
  count(how: Count, records: Records): T;
  isA(links: readonly string[], term: string): T;
  found(links: readonly string[]): T;
  all(truths: readonly T[]): T;
  any(truths: readonly T[]): T;
  /** Exactly the negation: true where the truth is false, an empty field included. Waits where the truth waits. */
  not(truth: T): T;
}
