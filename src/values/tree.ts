/**
 * What the English of the agreement means, as a tree. The agreement's parser makes it, the measures' compiler reads it,
 * and the words on the page are made from it again.
 *
 * Names are resolved: fields, links and terms that stand here exist in the catalogue and the vocabulary.
 */
import type { FieldType } from './catalogue.ts';
import type { Day } from './period.ts';
import type { Place } from './problem.ts';

/** A field of the record itself, or of one that its links lead to (`its lead's owner's team`: links lead, owner; field team). */
export interface FieldPath {
  /** The kind that the path starts from. */
  readonly from: string;
  /** Link fields to follow, by name, in order. */
  readonly links: readonly string[];
  readonly field: string;
  readonly type: FieldType;
}

export type Literal =
  | { readonly literal: 'text'; readonly text: string }
  | { readonly literal: 'number'; readonly number: number }
  /** Minor units of a currency. */
  | { readonly literal: 'money'; readonly minor: number; readonly currency: string }
  | { readonly literal: 'yes-no'; readonly yes: boolean }
  | { readonly literal: 'day'; readonly day: Day };

/** Anything that can be compared. */
export type Value =
  | { readonly value: 'literal'; readonly literal: Literal }
  | { readonly value: 'field'; readonly path: FieldPath }
  /** `the number of touches within ...`: never empty, 0 where there are none. */
  | { readonly value: 'number of'; readonly records: Records };

/** Anything that stands on the time line. Before it comes its precision: a day, or an instant. */
export type Moment =
  | { readonly moment: 'field'; readonly path: FieldPath }
  | { readonly moment: 'day'; readonly day: Day }
  /** The metric's as-of instant. */
  | { readonly moment: 'now' };

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

/** When something lies: in a window, or before or after a moment. The moments in it are of the record that asks, not of the one asked about. */
export type When =
  | { readonly when: 'window'; readonly window: Window }
  | { readonly when: 'order'; readonly order: Order; readonly than: Moment };

/** Related records of a kind: those that are of the term, lie at the time and hold the conditions. */
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

export const comparisons = ['is', 'at least', 'at most', 'more than', 'less than'] as const;
export type Comparison = (typeof comparisons)[number];

/** What fills a phrase's slot. One line for each slot type of `agreement`'s patterns. */
export interface SlotTypes {
  /** What a record says of itself: a field, or a number of related records. */
  readonly value: Value;
  /** What a value is compared with: another value, or a literal; bare words are text. */
  readonly operand: Value;
  readonly moment: Moment;
  readonly window: Window;
  readonly order: Order;
  readonly literals: readonly Literal[];
  readonly words: readonly string[];
  readonly counted: Counted;
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
