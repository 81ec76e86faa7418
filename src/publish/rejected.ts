import { compareText } from '../agreement/compare-text.ts';
import type { IngestAccount, RejectedRow } from '../values/rows.ts';

/** Rejected rows of one reason. */
export interface RejectedGroup {
  readonly reason: string;
  /** All of them that are known; `rows` may hold fewer. */
  readonly count: number;
  readonly rows: readonly RejectedRow[];
}

/** A page that lists more rows than this for one reason helps nobody to mend them. */
export const mostRows = 25;

/** Rejected rows by reason, the most frequent first, and how many are on no list: past the cap, or not kept at all. */
export function rejectedByReason({ files, rejected }: IngestAccount): {
  readonly groups: readonly RejectedGroup[];
  readonly notShown: number;
} {
  const all = files.reduce((sum, file) => sum + file.rejected, 0);
  const groups = [...Map.groupBy(rejected, (row) => row.reason)]
    .map(([reason, rows]) => ({ reason, count: rows.length, rows: rows.slice(0, mostRows) }))
    .toSorted((one, other) => other.count - one.count || compareText(one.reason, other.reason));
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return { groups, notShown: Math.max(0, all - shown) };
}
