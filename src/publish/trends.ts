/** What the trends page finds, and how it is put in order. */
import type { Metric } from '../values/agreement.ts';
import type { Edition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import type { ListSays } from '../story/lists/list-says.ts';
import { groupWords } from '../story/locale/en/trends.ts';
import { everything } from '../story/verdict-of.ts';
import { alsoTold, listTold } from './list-told.ts';
import { rowsOf, type TrendRow } from './trend-rows.ts';

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
  return alsoTold(rowsOf(edition, others), { subject: everything, whose: 'these', team: '' });
}

/** Which group a number stands in: those of the headline page by themselves, whatever they tell. */
const groupOf = ({ headline, tells }: Metric) => (headline === null ? (tells ?? 'neither') : 'headline');

/** All numbers: those of the headline page, then what tells early, what tells late, and what nobody said that of. */
export function trendsOf(edition: Edition): Trends {
  const rows = rowsOf(edition, edition.metrics);
  const groups = (['headline', 'leading', 'lagging', 'neither'] as const).map((id) => ({
    ...groupWords[id],
    id,
    rows: rows.filter(({ one }) => groupOf(one.metric) === id),
  }));
  return {
    ...listTold(rows, { subject: everything, whose: 'all', team: '' }, edition.agreement),
    groups: groups.filter((group) => group.rows.length > 0),
    switchedOff: edition.agreement.switchedOff,
  };
}
