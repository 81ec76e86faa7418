import type { Meaning } from '../values/meaning.ts';
import type { PlainRecord, Verdict } from '../values/plain.ts';
import type { Misfitting } from './fits.ts';
import { partsOf, type Filled, type PatternPart, type SlotsOf } from './pattern.ts';
import type { Asking } from './reading.ts';

/** A row of the table: one way to say something of a record that is true or false. */
export interface PhraseRow<Pattern extends string> {
  /** The ways to write it, with typed slots. The first is how it is said on the page. All have the same slots. */
  readonly patterns: readonly [Pattern, ...Pattern[]];
  /** What it means in a query. */
  readonly query: <T>(m: Meaning<T>, slots: SlotsOf<Pattern>) => T;
  /** What it means of one record that is read plainly: the second way to the same truth, which knows nothing of `query`. */
  readonly plain: (r: PlainRecord, slots: SlotsOf<Pattern>) => Verdict;
  /** What does not fit although each slot is well formed, and the slot to point at. */
  readonly fits?: (slots: SlotsOf<Pattern>, asking: Asking) => (Misfitting & { readonly at: string }) | null;
  /** The pattern that says it best, where that is not always the first. */
  readonly words?: (slots: SlotsOf<Pattern>) => Pattern;
  /** A sentence of it, and the kind of record that it is said of. It is tested, and it stands in the guide. */
  readonly example: { readonly of: string; readonly says: string };
}

/** A row whose slots have lost their types, as all rows of the table have. */
export interface Phrase {
  readonly patterns: readonly string[];
  readonly parts: readonly (readonly PatternPart[])[];
  query<T>(m: Meaning<T>, slots: Filled): T;
  plain(r: PlainRecord, slots: Filled): Verdict;
  fits(slots: Filled, asking: Asking): (Misfitting & { readonly at: string }) | null;
  /** The parts of the pattern that says it best. */
  words(slots: Filled): readonly PatternPart[];
  readonly example: { readonly of: string; readonly says: string };
}

/** Makes a row of the table. The slots' names and types are those of the patterns. */
export function phrase<const Pattern extends string>(row: PhraseRow<Pattern>): Phrase {
  // The reader fills exactly the slots that the patterns name, with what their types say.
  const typed = (slots: Filled) => slots as SlotsOf<Pattern>;
  return {
    patterns: row.patterns,
    parts: row.patterns.map(partsOf),
    query: (m, slots) => row.query(m, typed(slots)),
    plain: (r, slots) => row.plain(r, typed(slots)),
    fits: (slots, asking) => row.fits?.(typed(slots), asking) ?? null,
    words: (slots) => partsOf(row.words?.(typed(slots)) ?? row.patterns[0]),
    example: row.example,
  };
}
