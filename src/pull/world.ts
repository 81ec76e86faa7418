/** What a pull needs of the world beside the network: it comes in as an argument, so that a test can be the world. */
export interface World {
  /** Seconds since 1970, by this machine's clock. It dates the account of a pull; what changed since is asked by the server's clock. */
  readonly now: () => number;
  readonly wait: (seconds: number) => Promise<void>;
  /** From 0 up to 1: spreads retries apart. */
  readonly chance: () => number;
  /** An environment variable; null where it is not set, or empty. */
  readonly variable: (name: string) => string | null;
  /** Says how far the pull is. */
  readonly report: (progress: PullProgress) => void;
}

/** How far a pull is. */
export interface PullProgress {
  readonly connection: string;
  /** The file that is written. */
  readonly file: string;
  /** Rows so far; null where bytes are copied and no row is counted. */
  readonly rows: number | null;
  readonly bytes: number;
  /** Rows or bytes that there will be; null where nobody said. */
  readonly total: number | null;
}
