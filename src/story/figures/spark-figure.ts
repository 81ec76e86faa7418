import type { SparkFigure } from '../../values/figure.ts';
import type { Subject } from '../subject.ts';
import { describe, pointsOf, shownOf } from './over-time.ts';

const periods = 13;

/** The last year's shape on a scale of its own; null where fewer than two periods are known. */
export function sparkFigure(subject: Subject): SparkFigure | null {
  const rows = shownOf(subject)
    .filter(({ status }) => status !== 'so far')
    .slice(-periods);
  const known = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  if (known.length < 2) return null;
  const [from, to] = [Math.min(...known), Math.max(...known)];
  return {
    figure: 'spark',
    title: subject.metric.title,
    description: describe(subject, rows),
    scale: { from: from === to ? from - 1 : from, to: from === to ? to + 1 : to, ticks: [] },
    points: pointsOf(subject, rows),
  };
}
