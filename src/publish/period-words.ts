import { longDay, monthAndYear } from '../story/locale/en.ts';
import type { Period } from '../values/period.ts';

/** A period as a table's row calls it, with its year: 'October 2026', 'week of 5 October 2026', 'third quarter 2026'. */
export function inWordsOfPeriod({ grain, name, from }: Period): string {
  switch (grain) {
    case 'day':
      return longDay(from);
    case 'week':
      return `Week of ${longDay(from)}`;
    case 'month':
      return monthAndYear(from);
    case 'quarter':
      return name.replace(/^FY(\d+)-Q(\d)$/, 'Quarter $2 of $1');
    case 'year':
      return name.replace(/^FY/, '');
    case 'all':
      return 'All time';
  }
}
