/** What a canonical record is made of, and the words that `kinds.ts` is written in. */
import type { FieldType, History, MomentType } from '../values/catalogue.ts';

export interface CanonicalField {
  readonly name: string;
  readonly type: FieldType;
  readonly means: string;
  /** A plan that has become a fact where one of these fields is yes: the closing day of a deal that is won or lost. */
  readonly factWhen?: readonly string[];
}

export interface CanonicalKind {
  readonly name: string;
  readonly plural: string;
  readonly happens: string;
  readonly means: string;
  /**
   * Metrics mostly look its names up. The newest of such records may be years old in a file that was written today, so it does not
   * tell when the file was: a company that hired nobody lately would else have all its numbers dated by the last hire.
   */
  readonly onlyLookedUp?: true;
  readonly fields: readonly CanonicalField[];
  /** What belongs to it: kind, and pairs `ours = theirs` of fields (or `key`, `person`). */
  readonly related: readonly { readonly kind: string; readonly on: readonly string[] }[];
  /** The field that tells records of one moment apart, where a source fills it. Where none does, the order of rows tells. */
  readonly sequence?: string;
  /** Which kind holds its history. What of it no source fills, or fills in another precision, is told by no history. */
  readonly history?: History;
}

export const text = (name: string, means: string): CanonicalField => ({ name, type: { is: 'text' }, means });
export const number = (name: string, means: string): CanonicalField => ({ name, type: { is: 'number' }, means });
export const money = (name: string, means: string): CanonicalField => ({ name, type: { is: 'money' }, means });
export const yesNo = (name: string, means: string): CanonicalField => ({ name, type: { is: 'yes-no' }, means });
export const link = (name: string, to: string, means: string): CanonicalField => ({
  name,
  type: { is: 'link', to },
  means,
});

const moment =
  (precision: MomentType['precision'], may: MomentType['may']) =>
  (name: string, means: string): CanonicalField => ({ name, type: { is: 'moment', precision, may }, means });
export const instant = moment('instant', 'be a fact');
export const day = moment('day', 'be a fact');
export const plannedDay = moment('day', 'be a plan');
export const closingDay = (name: string, means: string, factWhen: readonly string[]): CanonicalField => ({
  ...plannedDay(name, means),
  factWhen,
});

export const currencyField = text('currency', 'the ISO code of the currency that the amounts are in');

/** What a row of a history says of how it came to be known. */
export const observedFields: readonly CanonicalField[] = [
  yesNo(
    'observed',
    'nobody wrote it down: it is the difference between two exports, and `at` is when the later one was written',
  ),
  instant(
    'seen before',
    'of what was observed: when the last export was written that showed it otherwise; empty for what a record was first seen with',
  ),
];
