/** Dated remarks, decisions and minutes: what people wrote down beside the numbers. */
import type { Day, Period } from './period.ts';
import type { Place } from './problem.ts';
import type { Target } from './target.ts';

/** What a decision was expected to do: a metric's number in a period, at a level or beyond it. It claims no cause. */
export interface Expectation {
  readonly metric: string;
  readonly way: Target['way'];
  /** In the unit of the metric's values. */
  readonly level: number;
  /** As written: `at least 85%`. */
  readonly said: string;
  readonly period: Period;
}

export interface Decision {
  /** The team that does it. */
  readonly owner: string;
  readonly due: Day;
  /** Null: it is not done yet. */
  readonly done: Day | null;
  readonly expects: Expectation | null;
}

export interface Note {
  readonly slug: string;
  readonly on: Day;
  readonly title: string;
  /** Slugs that it speaks of; empty: all. */
  readonly metrics: readonly string[];
  /** What was decided; null: it is a remark. */
  readonly decision: Decision | null;
  /** Whether it holds the minutes of a review that was held on its day. */
  readonly review: boolean;
  readonly text: string;
  readonly at: Place;
}
