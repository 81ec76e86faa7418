/** Why letters can't be read. */
export type Unreadable =
  /** They are not written as is declared, or as is usual where nothing is. */
  | { readonly is: 'unlike' }
  /** The text ends within a letter. */
  | { readonly is: 'cut' }
  /** They are written in UTF-8, and something else is declared. */
  | { readonly is: 'in UTF-8' }
  /** A byte that the declared encoding has no letter for. */
  | { readonly is: 'no letter'; readonly byte: number };

/** Letters that can't be read: the encoding is neither certain nor declared, or declared wrongly. */
export class UnreadableText extends Error {
  /** Line ends before the first byte that can't be read. */
  readonly linesBefore: number;
  readonly why: Unreadable;
  constructor(linesBefore: number, why: Unreadable = { is: 'unlike' }) {
    super('unreadable text');
    this.linesBefore = linesBefore;
    this.why = why;
  }
}
