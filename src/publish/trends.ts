/** What the trends page finds, and how it is put in order. */
import type { Metric } from '../values/agreement.ts';
import type { Edition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import { alsoCounted } from '../story/lists/also-counted.ts';
import { stateOf } from '../story/lists/list-kind.ts';
import { listSays, type ListSays } from '../story/lists/list-says.ts';
import { groupWords } from '../story/locale/en/trends.ts';
import { everything } from '../story/verdict-of.ts';
import { listingOf, rowsOf, type TrendRow } from './trend-rows.ts';

export interface TrendGroup {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly rows: readonly TrendRow[];
}

export interface Trends extends Omit<ListSays, 'off'> {
  /** Groups without rows are left out. */
  readonly groups: readonly TrendGroup[];
  /** What the company has a definition for and does not count. */
  readonly switchedOff: readonly Metric[];
}

/** What the headline page says of the numbers that it leaves out; null where it has them all. */
export function besideHeadline(edition: Edition): Statement | null {
  const others = edition.metrics.filter(({ metric }) => metric.headline === null);
  return stateOf(alsoCounted, listingOf(rowsOf(edition, others), { subject: everything, whose: 'these', team: '' }));
}

/** All numbers, those of the headline page among them: what tells early, what tells late, and what nobody said that of. */
export function trendsOf(edition: Edition): Trends {
  const rows = rowsOf(edition, edition.metrics);
  const groups = (['leading', 'lagging', null] as const).map((tells) => ({
    ...groupWords[tells ?? 'neither'],
    id: tells ?? 'neither',
    rows: rows.filter(({ one }) => one.metric.tells === tells),
  }));
  return {
    ...listSays(listingOf(rows, { subject: everything, whose: 'all', team: '' })),
    groups: groups.filter((group) => group.rows.length > 0),
    switchedOff: edition.agreement.switchedOff,
  };
}
