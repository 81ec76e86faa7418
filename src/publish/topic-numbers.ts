import { isOff } from './headline.ts';
import { isChanged, type TrendRow } from './trend-rows.ts';
import type { Broken } from './topic-pages.ts';

/** Rows of a topic that a reader should see, and those that show nothing new. */
export interface Parted<Item> {
  readonly open: readonly Item[];
  readonly folded: readonly Item[];
}

/** What is off or really changed stands open; the rest can be opened. */
export function numbersParted(rows: readonly TrendRow[]): Parted<TrendRow> {
  const isOpen = (row: TrendRow) => isOff(row.one) || isChanged(row);
  return { open: rows.filter(isOpen), folded: rows.filter((row) => !isOpen(row)) };
}

/** The lists of members of what is off or really changed, the first few of them; the other lists can be opened. */
export function listsParted(broken: readonly Broken[], rows: readonly TrendRow[], most = 2): Parted<Broken> {
  const told = new Set(numbersParted(rows).open.map(({ one }) => one.metric.slug));
  const open = broken.filter(({ one }) => told.has(one.metric.slug)).slice(0, most);
  return { open, folded: broken.filter((one) => !open.includes(one)) };
}
