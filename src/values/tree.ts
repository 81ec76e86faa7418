/**
 * What the English of the agreement means, as a tree. The agreement's parser makes it, the measures' compiler reads it,
 * and the words on the page are made from it again.
 *
 * Names are resolved: fields, links and terms that stand here exist in the catalogue and the vocabulary.
 */
import type { FieldType, MomentType } from './catalogue.ts';
import type { Day } from './period.ts';
import type { Place } from './problem.ts';

/** What a value is: what a field may hold, or a stretch of time in a unit. */
export type ValueType = FieldType | { readonly is: 'duration'; readonly unit: Unit };

/**
 * A field or a figure of the record itself, or of one that its links lead to
 * (`its lead's owner's team`: links lead, owner; field team).
 */
export interface FieldPath {
  /** The kind that the path starts from. */
  readonly from: string;
  /** Link fields to follow, by name, in order. */
  readonly links: readonly string[];
  /** The name of the field, or of the figure. */
  readonly field: string;
  readonly type: ValueType;
  /** Whether the name is that of a figure of the vocabulary: a named value, used like a field. */
  readonly figure: boolean;
}

export type Literal =
  | { readonly literal: 'text'; readonly text: string }
  | { readonly literal: 'number'; readonly number: number }
  /** Minor units of a currency. */
  | { readonly literal: 'money'; readonly minor: number; readonly currency: string }
  | { readonly literal: 'yes-no'; readonly yes: boolean }
  | { readonly literal: 'day'; readonly day: Day }
  | { readonly literal: 'duration'; readonly duration: Duration };

/**
 * One of the related records: the first or last by a field (`by`; null: by the moment that its kind happens at), or the last one
 * before this record among its fellows (`previous`), or the first one after it (`next`). Ties: by the kind's sequence, then by the order of rows. Where `by` is empty, it is in no order
 * and never picked.
 */
export interface Pick {
  readonly which: 'first' | 'last' | 'previous' | 'next';
  readonly records: Records;
  readonly by: string | null;
}

/** What a record tells of itself, or through its links, its related records and its history. It may be a moment. */
export type Told =
  | { readonly value: 'field'; readonly path: FieldPath }
  /** `its first touch's owner's team`: the path starts from the picked record. Empty where there is none. */
  | { readonly value: 'picked'; readonly pick: Pick; readonly path: FieldPath }
  /** `entered Proposal`, `last entered Proposal`: the moment of an entry by the history of the record's kind. */
  | {
      readonly value: 'entered';
      readonly which: 'first' | 'last';
      readonly choice: string;
      readonly type: MomentType;
    };

export const gatherings = ['total', 'average', 'smallest', 'largest'] as const;
export type Gathering = (typeof gatherings)[number];

export const dateParts = ['year', 'quarter', 'month', 'weekday', 'hour'] as const;
/** Year (a number) and quarter (1 to 4) are fiscal; month and weekday are names (`March`, `Monday`); the hour is 0 to 23, by local time. */
export type DatePart = (typeof dateParts)[number];

export const calculations = ['times', 'divided by', 'plus', 'minus'] as const;
export type Calculation = (typeof calculations)[number];

/** Anything that can be compared. */
export type Value =
  | Told
  | { readonly value: 'literal'; readonly literal: Literal }
  /** `the number of touches within ...`: never empty, 0 where there are none. */
  | { readonly value: 'number of'; readonly records: Records }
  /** `the total amount of opportunities where ...`: empty fields count for nothing; of no known field at all, empty. */
  | { readonly value: 'gathered'; readonly how: Gathering; readonly of: FieldPath; readonly records: Records }
  /** `business hours from assigned to its first touch's completed`, negative where `to` lies first; empty where either is. */
  | { readonly value: 'distance'; readonly unit: Unit; readonly from: Moment; readonly to: Moment }
  | { readonly value: 'part of'; readonly part: DatePart; readonly of: Moment }
  /**
   * Two numbers, a number and an amount, two amounts, two stretches of time of one unit; or a moment and a stretch of time (`created plus
   * 5 business days`: the end of that window). Empty where either is, and where something is divided by 0. Amounts are rounded to
   * minor units, half away from zero.
   */
  | { readonly value: 'calculated'; readonly how: Calculation; readonly left: Value; readonly right: Value }
  /** The first, or where it is empty the second. Two moments of which one is a day make a day. */
  | { readonly value: 'or else'; readonly first: Value; readonly second: Value }
  /** A day: `the start of the month of closed`. */
  | { readonly value: 'edge'; readonly edge: Edge }
  /** `the later of accepted and rejected`. */
  | { readonly value: 'beyond'; readonly beyond: Beyond }
  /**
   * Only as what a figure is: the name of the first case whose conditions all hold, a text. Where none does: `others`; null: empty.
   * It waits where a case waits that comes no later than the one that holds.
   */
  | { readonly value: 'sorted'; readonly cases: readonly Case[]; readonly others: string | null }
  /**
   * `the result of ready-to-close-time`: what another metric came to in the last complete fiscal year before the as-of day (of a period's end, before that).
   * Empty where there was none, or where that is not known. In the metric's unit: `type` is a number, money or a stretch of time.
   */
  | { readonly value: 'result'; readonly metric: string; readonly type: ValueType };

/** One of the names that records are sorted under. */
export interface Case {
  readonly name: string;
  readonly when: readonly Condition[];
}

/** Anything that stands on the time line. Before it comes its precision: a day, or an instant. */
export type Moment =
  | { readonly moment: 'told'; readonly told: Told }
  | { readonly moment: 'day'; readonly day: Day }
  /** The metric's as-of instant. */
  | { readonly moment: 'now' }
  /** `the start of the month of closed`: the first or last local date of the period that a moment lies in. An end may lie ahead, a start where the moment may. */
  | { readonly moment: 'edge'; readonly which: 'start' | 'end'; readonly grain: EdgeGrain; readonly of: Moment }
  /** `the period's start`, `the period's end`: the first or last local date of the period that is counted. Only where things are counted `as of` periods. */
  | { readonly moment: 'period'; readonly which: 'start' | 'end' }
  /**
   * `the later of accepted and rejected`, `the earlier of ...`: empty where either is empty. Of two moments of which one is a day it is a day, and
   * one of which one may lie ahead may: as of `or else`.
   */
  | {
      readonly moment: 'beyond';
      readonly which: 'later' | 'earlier';
      readonly one: Moment;
      readonly other: Moment;
    };

/** A day that is a moment and no field: it can be taken for a value as it is. */
export type Edge = Extract<Moment, { readonly moment: 'edge' | 'period' }>;

/** The one of two moments that lies beyond the other, on the later or the earlier side. It can be taken for a value as it is, too. */
export type Beyond = Extract<Moment, { readonly moment: 'beyond' }>;

export const edgeGrains = ['week', 'month', 'quarter', 'year'] as const;
/** Periods that a moment lies in. Quarters and years are fiscal. */
export type EdgeGrain = (typeof edgeGrains)[number];

export const units = [
  'minutes',
  'hours',
  'days',
  'calendar days',
  'weeks',
  'months',
  'business minutes',
  'business hours',
  'business days',
] as const;
export type Unit = (typeof units)[number];

/**
 * Units that are compared with each other, by the finer one: the coarser one, and how many make one of it. The finer side is divided, so that
 * whole numbers of either compare exactly.
 */
export const coarserUnits: Readonly<Partial<Record<Unit, { readonly unit: Unit; readonly of: number }>>> = {
  minutes: { unit: 'hours', of: 60 },
  days: { unit: 'weeks', of: 7 },
  'business minutes': { unit: 'business hours', of: 60 },
};

export interface Duration {
  readonly amount: number;
  readonly unit: Unit;
}

/**
 * A stretch of time beside a moment, both ends inside: `after` is [anchor, anchor + duration],
 * `before` is [anchor - duration, anchor]. A `within ... of` is `after`.
 */
export interface Window {
  readonly duration: Duration;
  readonly side: 'after' | 'before';
  readonly anchor: Moment;
}

export const orders = ['before', 'after', 'on', 'on or before', 'on or after'] as const;
export type Order = (typeof orders)[number];

/** When something lies: in a window, before or after a moment, or between two (both ends inside). The moments in it are of the record that asks, not of the one asked about. */
export type When =
  | { readonly when: 'window'; readonly window: Window }
  | { readonly when: 'order'; readonly order: Order; readonly than: Moment }
  /** `touches between assigned and abandoned`. False where either is empty. */
  | { readonly when: 'between'; readonly from: Moment; readonly to: Moment };

/**
 * Related records of a kind: those that are of the term, lie at the time and hold the conditions. Of its own kind a record has the others,
 * never itself.
 */
export interface Records {
  readonly kind: string;
  /** The term's name in the vocabulary, or null for any record of the kind. */
  readonly term: string | null;
  /** Said of the kind's `happens` moment. */
  readonly when: When | null;
  readonly where: readonly Condition[];
}

export type Count = { readonly count: 'at least' | 'at most' | 'exactly'; readonly number: number };

/** How many related records there are. */
export interface Counted {
  readonly how: Count;
  readonly records: Records;
}

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** As the agreement names them: `fiscal year starts in: April`, `the month of created is March`. */
export const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore

export const comparisons = ['is', 'at least', 'at most', 'more than', 'less than'] as const;
export type Comparison = (typeof comparisons)[number];

/** What fills a phrase's slot. One line for each slot type of `agreement`'s patterns. */
export interface SlotTypes {
  /** What a record says of itself: anything but a bare literal. */
  readonly value: Value;
  /** What a value is compared with: another value, or a literal; bare words are text. */
  readonly operand: Value;
  readonly moment: Moment;
  readonly window: Window;
  readonly order: Order;
  readonly literals: readonly Literal[];
  readonly words: readonly string[];
  readonly counted: Counted;
  readonly weekdays: readonly Weekday[];
  /** Link names from the record to the one spoken of; empty for the record itself. */
  readonly links: readonly string[];
  /** A term's name in the vocabulary. */
  readonly term: string;
}
export type SlotType = keyof SlotTypes;

/** A sentence that is true or false of a record: a phrase of the table in `agreement`, and what stands in its slots. */
export interface Test {
  readonly is: 'test';
  /** The phrase's name: the key of its row. */
  readonly phrase: string;
  readonly slots: Readonly<Record<string, SlotTypes[SlotType]>>;
  /** As the people wrote it. */
  readonly said: string;
  readonly at: Place;
}

export interface Group {
  readonly is: 'all' | 'any' | 'none';
  readonly of: readonly Condition[];
}

export type Condition = Test | Group;
