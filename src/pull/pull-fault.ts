import type { Place, Problem } from '../values/problem.ts';

/** Whose move it is: the person's who wrote the mapping or the secret (exit status 1), or nobody's but the network's, the server's, the disk's (3). */
export type FaultOf = 'input' | 'machine';

/** Why something could not be pulled. What it says never holds a secret: whoever prints it hides them once more. */
export class PullFault extends Error {
  readonly of: FaultOf;
  readonly says: string;
  readonly fix: string;
  /** Where the mapping asks for it; null: where the connection stands. */
  readonly at: Place | null;

  constructor(of: FaultOf, says: string, fix = '', at: Place | null = null) {
    super(fix === '' ? says : `${says}; ${fix}`);
    this.of = of;
    this.says = says;
    this.fix = fix;
    this.at = at;
  }
}

/** A fault as all problems are told: at its own place, else at the connection's. */
export function problemOf({ says, fix, at }: PullFault, otherwise: Place): Problem {
  return { level: 'fault', ...(at ?? otherwise), says, fix };
}

/** What may go well when it is tried again: a server that is busy, a connection that was cut. */
export class Passing extends PullFault {
  /** Seconds that the server asks us to wait; null where it does not say. */
  readonly after: number | null;

  constructor(says: string, after: number | null = null, fix = 'start the pull again: it goes on where it stopped') {
    super('machine', says, fix);
    this.after = after;
  }
}
