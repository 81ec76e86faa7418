import type { NoteMark } from '../../values/figure.ts';
import type { PublishedValue } from '../../values/value.ts';
import { noteSays } from '../locale/en/figures.ts';
import type { Subject } from '../subject.ts';

/**
 * The remarks on a metric, or on all, whose day lies in the stretch that is drawn, oldest first; what was noted on one day stands by its name.
 * Minutes of a review that name no metric are about the meeting and mark no chart.
 */
export function noteMarks({ agreement, metric }: Subject, rows: readonly PublishedValue[]): NoteMark[] {
  const [first, last] = [rows[0]?.from, rows.at(-1)?.to];
  if (first === undefined || last === undefined) return [];
  return agreement.notes
    .filter(({ metrics, review }) => (metrics.length === 0 ? !review : metrics.includes(metric.slug)))
    .filter(({ on }) => first <= on && on <= last)
    .toSorted((one, other) => (one.on === other.on ? (one.slug < other.slug ? -1 : 1) : one.on < other.on ? -1 : 1))
    .map(({ on, title }, index) => ({ number: index + 1, on, says: noteSays(on, title) }));
}
