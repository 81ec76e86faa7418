/**
 * What a phrase means of one record that is read plainly: no query, no table, one record after the other.
 * It is the second way to the same truth, against which the queries are held.
 */
import type { Literal, Moment, Records, Value, Weekday, When } from './tree.ts';

/** Whether it is so, and whether that may still change because a window is open. */
export interface Verdict {
  readonly holds: boolean;
  readonly waits: boolean;
}

/** A known value: text, link and choice as text; numbers, durations and money (minor units of the reporting currency) as numbers; yes and no as themselves. */
export type Known = string | number | boolean;

/** A record that answers. Whatever asks several things waits as soon as one of them does. */
export interface PlainRecord {
  /** Asks a question of values. False where one of them is empty. */
  ask(values: readonly Value[], question: (...known: readonly Known[]) => boolean): Verdict;
  known(value: Value): Verdict;
  /** A literal as a known value. */
  literal(literal: Literal): Known;
  /** The place of a choice in the order declared for a value; null: in none. */
  rank(value: Value, choice: Known): number | null;
  happened(moment: Moment): Verdict;
  lies(moment: Moment, when: When): Verdict;
  fallsOn(moment: Moment, days: readonly Weekday[] | 'a working day'): Verdict;
  /** How many related records there are, and whether that may still change. */
  count(records: Records): { readonly number: number; readonly waits: boolean };
  isA(links: readonly string[], term: string): Verdict;
  found(links: readonly string[]): Verdict;
}
