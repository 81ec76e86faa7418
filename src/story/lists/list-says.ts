import type { Statement } from '../../values/statement.ts';
import { alsoCounted } from './also-counted.ts';
import { atRisk } from './at-risk.ts';
import { canWait } from './can-wait.ts';
import { changed } from './changed.ts';
import { changedNumbers, ways } from './changed-ones.ts';
import { cohortCame } from './cohort-came.ts';
import { stateOf, type ListKind, type Listing } from './list-kind.ts';
import { offTogether } from './off-together.ts';
import { promisesKept } from './promises-kept.ts';
import { promisesUnmarked } from './promises-unmarked.ts';
import { unchanged, whys } from './unchanged.ts';

/** Every kind of sentence about a list: adding one is its file, with what it answers of its facts, and its line. */
export const listKinds = [
  offTogether,
  changed,
  changedNumbers,
  unchanged,
  alsoCounted,
  cohortCame,
  canWait,
  promisesKept,
  promisesUnmarked,
  atRisk,
] as const satisfies readonly ListKind[];

/** What is said of a list. */
export interface ListSays {
  /** Which promises are off; null: none. */
  readonly off: Statement | null;
  /** How many numbers really changed. */
  readonly title: Statement;
  /** Which did: for the worse, for the better, and neither. */
  readonly changes: readonly Statement[];
  /** What is to be said of the rest. */
  readonly rest: readonly Statement[];
}

/** How a list of numbers went. */
export function listSays(listing: Listing): ListSays {
  const each = (kind: ListKind, about: readonly string[]) =>
    about.map((one) => stateOf(kind, listing, one)).filter((statement) => statement !== null);
  const [title] = each(changed, ['']);
  if (!title) throw new Error('How many numbers changed is always said.');
  return {
    off: stateOf(offTogether, listing),
    title,
    changes: each(changedNumbers, ways),
    rest: each(unchanged, whys),
  };
}
