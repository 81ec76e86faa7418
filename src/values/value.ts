import type { Day, Grain } from './period.ts';

export const marks = ['kept', 'slipping', 'broken', 'none'] as const;
export type MarkWord = (typeof marks)[number];

/** Why there is no mark. */
export const whys = [
  'too early',
  'too few',
  'no target',
  'waiting for agreement',
  'two wordings',
  'not countable',
  'stale',
  'not known',
] as const;
export type Why = (typeof whys)[number];

export interface Mark {
  readonly mark: MarkWord;
  /** Only where the mark is `none`. */
  readonly why: Why | null;
}

/**
 * `complete`: the period is over and nothing that waits could change a mark. `so far`: it runs.
 * `waiting`: it is over, but records still wait; whether they could change its mark, the mark itself says. `maturing`: a conversion's window is still open.
 * `ahead`: it lies after the as-of day.
 */
export type ValueStatus = 'complete' | 'so far' | 'waiting' | 'maturing' | 'ahead';

/** One number: of a metric, a period, and the whole or one member of a breakdown. What `measure` writes. */
export interface MetricValue {
  readonly metric: string;
  readonly grain: Grain;
  readonly period: string;
  readonly from: Day;
  /** Inclusive. */
  readonly to: Day;
  /** '' for the whole. */
  readonly dimension: string;
  /** '' for the whole; 'Not recorded' where the field is empty. Every member has its row: a cap is only drawing. */
  readonly member: string;
  /** Shares from 0 to 1, money in minor units; null is not known. */
  readonly value: number | null;
  /** A share's in time or kept, a ratio's upper sum; else null. */
  readonly numerator: number | null;
  /** A share's in time and late together, a ratio's lower sum; else null. */
  readonly denominator: number | null;
  /** Records whose deadline or window is still ahead; 0 where the measure has none. */
  readonly waiting: number;
  /** Records that belong to the period, those that wait included. */
  readonly records: number;
  /** Bounds: the least and greatest value over all ways that empty needed fields could be filled; null where nothing is missing. */
  readonly low: number | null;
  readonly high: number | null;
  /** The level that was agreed for the period, in the unit of `value`, and that beyond which it is broken; null: none. See `PeriodTarget`. */
  readonly target: number | null;
  readonly broken: number | null;
  /** The wording in force: the first day it holds, or 'the beginning'; null where the period spans two. */
  readonly wording: string | null;
  readonly status: ValueStatus;
}

/** What `measure` knows of a metric as a whole. */
export interface MetricReading {
  readonly metric: string;
  /** Seconds since 1970: the export time of the oldest file that the metric reads; null where it reads none. */
  readonly asOf: number | null;
  /** Fields that no source maps; not empty means not countable, and there are no values. */
  readonly missing: readonly string[];
  /** Fields that an `as of` metric reads and that have no history: they hold today's value at every time. */
  readonly todays: readonly string[];
}

/** One step of a derived target: what came in, and what it was divided by or multiplied with. */
export interface TargetStep {
  readonly how: 'plan' | 'divided by' | 'times';
  readonly metric: string;
  /** The period whose target or value it is. */
  readonly period: string;
  readonly value: number | null;
}

/** What was agreed for a period, and how it came about. In the unit of the values. */
export interface PeriodTarget {
  readonly metric: string;
  readonly grain: Grain;
  readonly period: string;
  readonly way: 'at least' | 'at most';
  /** Null: derived, and one of its steps is not known. */
  readonly target: number | null;
  readonly broken: number | null;
  /** Of a running period of what adds up: the part that falls to the business days passed; null elsewhere. */
  readonly byNow: number | null;
  /** As written. */
  readonly said: string;
  /** Of a derived one; else empty. */
  readonly steps: readonly TargetStep[];
}

/** The mark that a period had when it closed: it stays, whatever is recorded later. In the unit of the values. */
export interface FixedMark {
  readonly metric: string;
  readonly grain: Grain;
  readonly period: string;
  /** The working day at whose end the period closed. */
  readonly closed: Day;
  /** The as-of day of the build that saw it closed for the first time. */
  readonly fixed: Day;
  readonly mark: Mark;
  readonly value: number | null;
  readonly target: number | null;
  readonly broken: number | null;
  /** A currency's code for money, else the unit's name. */
  readonly unit: string;
  /** Seal of the definition that it was judged by. */
  readonly seal: string;
}

/** A value with its mark: a row of the API. */
export interface PublishedValue extends MetricValue {
  /** The one that was fixed when the period closed; before that, today's. */
  readonly mark: Mark;
  /** Null: the period is still open, or nothing could be judged when it closed. */
  readonly fixed: FixedMark | null;
}
