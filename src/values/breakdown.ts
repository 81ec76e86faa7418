/** Into which groups the records of a metric part, and who gets the credit for them. */
import type { Condition, FieldPath, Records } from './tree.ts';

/** The member of records that lack the field. */
export const notRecorded = 'Not recorded';

/** The member of what lies in none of a breakdown's bands. */
export const inNoBand = 'In no band';

/** What begins the name of the members that were put together. */
export const theRest = 'Everyone else';

/** An end of a band, and whether the band holds it. */
export interface BandEnd {
  readonly at: number;
  readonly inside: boolean;
}

/** A stretch of numbers, by its words: `from 20 to below 200`. Ends as the field's own numbers; money in minor units. Null: open. */
export interface Band {
  readonly name: string;
  readonly from: BandEnd | null;
  readonly to: BandEnd | null;
}

/** Into which members the records part. */
export type Cut =
  | { readonly cut: 'value'; readonly path: FieldPath }
  /** Nothing is recorded: only touches name members (`Credit.path`, which this is). A record without touches is 'Not recorded'. */
  | { readonly cut: 'touch'; readonly path: FieldPath }
  /** What lies in no band is a member of its own. */
  | { readonly cut: 'bands'; readonly path: FieldPath; readonly bands: readonly Band[] }
  /** Two members: those of which it holds, and the others. */
  | { readonly cut: 'test'; readonly test: Condition; readonly holds: string; readonly others: string };

/** Who gets the credit for a record that several touches led to. */
export type CreditModel =
  | { readonly model: 'recorded' | 'first touch' | 'last touch' | 'even' }
  /** In percent; they add up to 100. `between` is shared evenly; where there is none between, first and last share it by their weights. */
  | { readonly model: 'by position'; readonly first: number; readonly last: number; readonly between: number };

/**
 * Attribution. Credit adds up to exactly the whole; what remains of a division goes to the earliest touch. A record without touches
 * goes where it is recorded, or to 'Not recorded' where nothing is.
 */
export interface Credit {
  readonly agreed: CreditModel;
  /** Related records, in order of the moment that they happen at; each has a member by `path`, which starts from their kind. */
  readonly touches: Records;
  readonly path: FieldPath;
  /** Models that are shown beside the agreed one, under dimensions `DIMENSION, by MODEL`. */
  readonly beside: readonly CreditModel[];
}

export interface Breakdown {
  /** What stands in the API's `dimension` column and in `break down by`: `source`, `team`. */
  readonly dimension: string;
  readonly cut: Cut;
  /** With a cut by value, which is then what is recorded, or with one by touches alone. */
  readonly credit: Credit | null;
  /** The term of whose clauses this is one (`clauses of qualified lead`); null: it was named by itself. */
  readonly clauseOf: string | null;
}
