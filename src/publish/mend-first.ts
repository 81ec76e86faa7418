/** The one thing to mend before all others, in the CRM or in the exports. */
import { health } from '../story/locale/en/health.ts';
import { dataHealth as en, mendFirst, turnedAway, whoseMove } from '../story/locale/en/data-health.ts';
import type { Edition } from '../values/edition.ts';
import type { ToMend } from './data-health.ts';
import { healthTold } from './health-told.ts';

export interface MendFirst {
  /** A sentence without its full stop. */
  readonly title: string;
  /** Whose move it is and what to do, as sentences. */
  readonly lead: string;
}

interface Candidate extends MendFirst {
  readonly touches: number;
  readonly count: number;
}

/**
 * What touches most numbers, and of equals what has most records. A row that was turned away may touch any number, so that
 * rows come first only where they are more than the records of what else would.
 */
export function mendFirstOf(edition: Edition, toMend: readonly ToMend[]): MendFirst {
  const { files } = edition.account;
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const rejected = files.reduce((sum, file) => sum + file.rejected, 0);
  const ofExports = toMend.filter(({ sort }) => sort !== 'rejected').map(ofExport);
  const [first] = [...inCrm(edition), ...ofExports].toSorted(
    (one, other) => other.touches - one.touches || other.count - one.count,
  );
  if (rejected > 0 && rejected > (first?.count ?? 0))
    return { title: turnedAway(rejected, rows), lead: leadOf('operations', toMend[0]?.move ?? '') };
  if (first) return { title: first.title, lead: first.lead };
  return rows === 0 ? { title: en.noRow, lead: en.lead } : { title: en.well, lead: `${health.none} ${en.lead}` };
}

const inCrm = (edition: Edition): Candidate[] =>
  healthTold(edition).told.map(({ finding: { sort, count }, says, move, touches }) => ({
    title: mendFirst(count, says),
    lead: leadOf(sort, move),
    touches: touches.length,
    count,
  }));

/** A number that can't be counted, or that lacks dates, is touched itself; of links and files nobody knows. */
function ofExport({ sort, count, says, where, move }: ToMend): Candidate {
  const touches = sort === 'missing' || sort === 'undated' ? where.length : 0;
  return { title: mendFirst(count, says), lead: leadOf('operations', move), touches, count };
}

const leadOf = (of: Parameters<typeof whoseMove>[0], move: string): string => `${whoseMove(of)}: ${move} ${en.lead}`;
