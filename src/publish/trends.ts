/** What the trends page finds, and how it is put in order. */
import type { Metric } from '../values/agreement.ts';
import type { Edition } from '../values/edition.ts';
import { changedOnes, changedTitle, groupWords, restWords } from '../story/locale/en/trends.ts';
import type { ChangeKind } from '../story/trends/change-of.ts';
import { isChanged, rowsOf, type TrendRow } from './trend-rows.ts';

export interface TrendGroup {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly rows: readonly TrendRow[];
}

export interface Trends {
  /** `Nine of our 73 numbers really changed.` */
  readonly title: string;
  /** Which did, for the better and for the worse; and what is to be said of the rest. */
  readonly changes: readonly string[];
  readonly rest: readonly string[];
  /** Groups without rows are left out. */
  readonly groups: readonly TrendGroup[];
  /** What the company has a definition for and does not count. */
  readonly switchedOff: readonly Metric[];
}

/** How a list of numbers went, as sentences. */
export function foundIn(rows: readonly TrendRow[]): Pick<Trends, 'title' | 'changes' | 'rest'> {
  const changed = rows.filter(isChanged);
  const count = (kind: ChangeKind) => rows.filter(({ trend }) => trend.change.kind === kind).length;
  const titles = (better: boolean | null) =>
    changed.filter(({ trend }) => trend.change.better === better).map(({ one }) => one.metric.title);
  const changes = [false, true, null].flatMap((better) => {
    const named = titles(better);
    return named.length === 0 ? [] : [changedOnes(better, named)];
  });
  const rest = restWords({
    usual: count('usual'),
    early: count('early'),
    none: count('none'),
    missing: count('missing'),
  });
  return { title: changedTitle(changed.length, rows.length), changes, rest };
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
    ...foundIn(rows),
    groups: groups.filter((group) => group.rows.length > 0),
    switchedOff: edition.agreement.switchedOff,
  };
}
