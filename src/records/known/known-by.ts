/** What an ingest is known again by, beside what its task says anyway. Without it nothing is known again, and everything is read. */
export interface KnownBy {
  /**
   * Tells the code that reads, with all that it is made with: what one code made, another may make otherwise. A hash of the files themselves is
   * best: a version of the package stays the same while somebody works on the code, and a time of change does not outlive a checkout.
   */
  readonly code: string;
  /** Tells the texts that sources, connections and company were read from: with the same texts they need not be read to be the same. */
  readonly texts: string;
  /** Reads everything whatever is known. */
  readonly fresh?: boolean;
}
