/** Who promised what to whom, who agreed to it, and what follows where it is not kept. */
import type { Day, Grain } from './period.ts';

/** Who promised what to whom: slugs of teams, or `partners`. A shared promise is by both, to everyone. */
export interface Parties {
  readonly by: readonly string[];
  readonly to: readonly string[];
  /** What happens if it is broken, as said. */
  readonly ifBroken: readonly string[];
  readonly pause: PauseRule | null;
}

/** A team's yes to a definition. */
export interface Signature {
  readonly team: string;
  readonly by: string;
  readonly on: Day;
  readonly how: string;
  readonly recordedBy: string;
  readonly seal: string;
  /** Whether the seal is that of today's definition. */
  readonly holds: boolean;
  /** Where it is that of the definition before its newest wordings: the last local date for which it was agreed. Null: it is not. */
  readonly heldUntil: Day | null;
}

/** Which members of a breakdown are to be paused: those below a level for so many complete periods in a row. */
export interface PauseRule {
  readonly dimension: string;
  readonly below: number;
  readonly periods: number;
  readonly grain: Grain;
  readonly said: string;
}
