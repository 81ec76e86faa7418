import type { Topic } from '../values/agreement.ts';
import { isOff } from './headline.ts';
import { isChanged, type TrendRow } from './trend-rows.ts';
import type { Broken, TopicPage } from './topic-pages.ts';

/** Rows of a topic that a reader should see, and those that show nothing new. */
export interface Parted<Item> {
  readonly open: readonly Item[];
  readonly folded: readonly Item[];
}

/** The topic's own numbers among those of its page, which may borrow others; all of them where none is its own. */
export function ownNumbers(rows: readonly TrendRow[], topic: Topic): readonly TrendRow[] {
  const own = rows.filter(({ one }) => one.metric.topic === topic);
  return own.length > 0 ? own : rows;
}

/** What is broken first, then what is slipping, then what really changed, then the rest in its order. */
export function troubleFirst(rows: readonly TrendRow[]): TrendRow[] {
  const rank = (row: TrendRow) => {
    if (isOff(row.one)) return row.one.finding.mark.mark === 'broken' ? 0 : 1;
    return isChanged(row) ? 2 : 3;
  };
  return rows.toSorted((one, other) => rank(one) - rank(other));
}

/** What a topic's page draws in full, one below the other: the number of its title first, then others of its own that are off or really changed. */
export function drawnInFull({ topic, lead, rows }: Pick<TopicPage, 'topic' | 'lead' | 'rows'>, most = 4): TrendRow[] {
  const own = troubleFirst(ownNumbers(rows, topic));
  const first = own.filter(({ one }) => one === lead);
  const others = own.filter((row) => row.one !== lead && (isOff(row.one) || isChanged(row)));
  return [...first, ...others].slice(0, most);
}

/** What is off or really changed stands open; the rest can be opened. */
export function numbersParted(rows: readonly TrendRow[]): Parted<TrendRow> {
  const isOpen = (row: TrendRow) => isOff(row.one) || isChanged(row);
  return { open: rows.filter(isOpen), folded: rows.filter((row) => !isOpen(row)) };
}

/** The lists of members of what is off or really changed, the first few of them, or the first of all where nothing is; the others can be opened. */
export function listsParted(broken: readonly Broken[], rows: readonly TrendRow[], most = 2): Parted<Broken> {
  const told = new Set(numbersParted(rows).open.map(({ one }) => one.metric.slug));
  const telling = broken.filter(({ one }) => told.has(one.metric.slug));
  const open = (telling.length > 0 ? telling : broken).slice(0, most);
  return { open, folded: broken.filter((one) => !open.includes(one)) };
}
