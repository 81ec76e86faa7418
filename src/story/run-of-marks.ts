import type { MarkWord, PublishedValue } from '../values/value.ts';
import type { Subject } from './subject.ts';

const isKept = (mark: MarkWord) => mark === 'kept';

/**
 * The newest periods that are alike: all kept, or all not, oldest first. One without a mark ends the run, whatever the reason: nobody knows on which
 * side it would have been. Empty where the newest has none.
 */
export function runOfMarks({ series, latest }: Pick<Subject, 'series' | 'latest'>): readonly PublishedValue[] {
  if (!latest || latest.mark.mark === 'none' || latest.grain === 'all') return [];
  const until = series.slice(0, series.indexOf(latest) + 1);
  const other = until.findLastIndex(
    ({ mark: { mark } }) => mark === 'none' || isKept(mark) !== isKept(latest.mark.mark),
  );
  return until.slice(other + 1);
}
