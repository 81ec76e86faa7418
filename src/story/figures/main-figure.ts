import type { ColumnsFigure, LineFigure, Scale } from '../../values/figure.ts';
import type { PublishedValue } from '../../values/value.ts';
import type { Subject } from '../subject.ts';
import { isAdditive, isShare } from '../traits.ts';
import {
  agreedLevels,
  dayTicks,
  describe,
  drawnValue,
  endLabels,
  pointsOf,
  shownOf,
  wordingChanges,
} from './over-time.ts';
import { scaleFromZero, scaleWithin, shareScale } from './scale.ts';

const known = (numbers: readonly (number | null)[]) => numbers.filter((number) => number !== null);

/** Every share of a subject that its charts draw, with what was agreed: what the common scale is made from. */
export function sharesOf(subject: Subject): number[] {
  if (!isShare(subject.metric)) return [];
  return known(shownOf(subject).flatMap((row) => [drawnValue(subject, row), row.target]));
}

function scaleOf(subject: Subject, rows: readonly PublishedValue[], shares: readonly number[]): Scale {
  const say = (value: number) => subject.numbers.bare.short(value);
  if (isShare(subject.metric)) return shareScale([...shares, ...sharesOf(subject)], say);
  const values = known(rows.flatMap((row) => [row.value, row.target]));
  if (subject.metric.unit.unit === 'day' && values.length > 0) return scaleWithin(values, say);
  return scaleFromZero(values, say, subject.metric.unit.unit === 'records');
}

/**
 * The chart of a metric over time: columns for what adds up, a line for the rest.
 * `title`: the finding's words. `shares`: all shares of the edition, so that they stand on one scale.
 */
export function mainFigure(
  subject: Subject,
  title: string,
  shares: readonly number[] = [],
): LineFigure | ColumnsFigure {
  const rows = shownOf(subject);
  return {
    figure: isAdditive(subject.metric) ? 'columns' : 'line',
    title,
    description: describe(subject, rows),
    scale: scaleOf(subject, rows, shares),
    days: dayTicks(subject, rows),
    points: pointsOf(subject, rows),
    levels: agreedLevels(subject, rows),
    changes: wordingChanges(subject, rows),
    ends: endLabels(subject),
  };
}
