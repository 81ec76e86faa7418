/** What a kind of fault was tried, how often, and what came of it: a row of the table that `npm run test:faults` prints. */
export interface FaultReport {
  /** As the table names it: `killed while exports are read`. */
  readonly what: string;
  readonly tried: number;
  /** How often all that must hold held. */
  readonly held: number;
  /** What was found besides, in a few words with figures; '' where there is nothing to tell. */
  readonly found: string;
  /** A line for each time it did not hold, with what repeats it. */
  readonly failures: readonly string[];
}

export interface FaultTask {
  /** The same seed tries the same. */
  readonly seed: number;
  /** How often each fault is tried. */
  readonly times: number;
  /** An empty folder of its own; whoever made it takes it away. */
  readonly folder: string;
  /** Hears how far it is. */
  readonly say: (line: string) => void;
}

/** Tries one kind of fault or several, as often as is asked. */
export type FaultPart = (task: FaultTask) => Promise<readonly FaultReport[]>;
