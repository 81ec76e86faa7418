/**
 * What can be known of the records: kinds, fields, links. The agreement's words are resolved against it,
 * the store's tables are made from it, and queries are compiled with it.
 */

/**
 * How a field's value is typed, and so how the store keeps it:
 *
 * | type | in the store |
 * |---|---|
 * | text, link | text; empty is null |
 * | number | real |
 * | money | integer, minor units of the row's own `currency` column |
 * | yes-no | integer 0 or 1; null only where a mapping says so |
 * | moment, instant | integer, seconds since 1970-01-01T00:00Z |
 * | moment, day | text, `YYYY-MM-DD`, a local date |
 */
export type FieldType =
  | { readonly is: 'text' }
  | { readonly is: 'number' }
  | { readonly is: 'money' }
  | { readonly is: 'yes-no' }
  | { readonly is: 'link'; readonly to: string }
  | MomentType;

/** A moment's precision, and whether it may lie ahead (a plan) or not (a fact). */
export interface MomentType {
  readonly is: 'moment';
  readonly precision: 'day' | 'instant';
  readonly may: 'be a fact' | 'be a plan';
  /** Of a day: such a moment is an instant by its nature, and only this company's sources know no hour of it. */
  readonly hour?: 'unknown';
}

export interface Field {
  /** As the agreement says it: lower case, words apart: `do not contact`. */
  readonly name: string;
  /** As the store says it: `do_not_contact`. */
  readonly column: string;
  readonly type: FieldType;
  /** One line for the guide and the page. */
  readonly means: string;
  /** Whether some source fills it. A definition that uses an unmapped field is not countable yet. */
  readonly mapped: boolean;
  /** Of a plan: the yes/no fields of which one says that it is a fact by now, as `won` and `lost` do of a closing day. */
  readonly factWhen?: readonly string[];
}

/**
 * How records of another kind belong to a record of this one: any of the column pairs is equal.
 * At most one of the `ours` columns is filled in a record, so that nothing is found twice.
 */
export interface Relation {
  readonly kind: string;
  readonly on: readonly { readonly ours: string; readonly theirs: string }[];
}

/** Which kind holds the rows of a record's history: one for each change of `field`, also such in which it stayed as it was. */
export interface History {
  /** A related kind. */
  readonly kind: string;
  /** The field of the record that changes: `stage`. */
  readonly field: string;
  /** The fields of a row that hold it before and after the change. */
  readonly from: string;
  readonly to: string;
  /** Which fields of the record a row holds the value of from then on, and where: `{ stage: 'to', amount: 'amount' }`. */
  readonly holds: Readonly<Record<string, string>>;
}

export interface RecordKind {
  /** Singular, as the agreement says it: `handover`, `stage change`. */
  readonly name: string;
  readonly plural: string;
  readonly table: string;
  /** The field that says when such a record happens; used where a sentence names the record only (`has a touch within ...`). */
  readonly happens: string;
  /** Every kind has `key` (text, unique). It is a column, not a field. */
  readonly fields: readonly Field[];
  /** One of its own kind: its fellows, such as the other rows of the same deal's history. */
  readonly related: readonly Relation[];
  /** The number field that tells records of one moment apart, or null. */
  readonly sequence: string | null;
  readonly history: History | null;
  readonly means: string;
}

export interface Catalogue {
  readonly kinds: readonly RecordKind[];
}
