/** What is known of a connection's pulls: how new what it brought is, and why it is no newer. */
export interface PullTold {
  readonly connection: string;
  /** Seconds within which it was agreed that a pull is complete; null where nobody said. */
  readonly agreedEvery: number | null;
  /** The last pull, whatever became of it; null before the first. */
  readonly last: {
    /** Seconds since 1970. */
    readonly ended: number;
    readonly outcome: 'complete' | 'partial' | 'failed';
    /** What went wrong, in words; empty where nothing did. */
    readonly says: readonly string[];
  } | null;
  /** When the last complete one ended, seconds since 1970; null where none is known. */
  readonly lastComplete: number | null;
}
