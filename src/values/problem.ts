/** A position in a file that a person edits or exports. Line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Something that is wrong, said to the person who can mend it.
 * A fault stops the run; a warning is printed and the run goes on.
 */
export interface Problem extends Place {
  readonly level: 'fault' | 'warning';
  /** What was read and why it can't be used. One sentence, no line break. */
  readonly says: string;
  /** What to type or do instead; empty where `says` already tells it. */
  readonly fix: string;
}
