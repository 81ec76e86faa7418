import type { ColumnsFigure, LineFigure, Scale, UsualRange } from '../../values/figure.ts';
import type { PublishedValue } from '../../values/value.ts';
import type { Subject } from '../subject.ts';
import { nothingKnown } from '../locale/en/charts.ts';
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
import { noteMarks } from './note-marks.ts';
import { scaleFromZero, scaleWithin, shareScale } from './scale.ts';
import { periodsTable } from './tables.ts';
import { describeUsual, usualRange } from './usual-range.ts';

const known = (numbers: readonly (number | null)[]) => numbers.filter((number) => number !== null);

/** Every share of a subject that its charts draw, with what was agreed: what the common scale is made from. */
export function sharesOf(subject: Subject): number[] {
  if (!isShare(subject.metric)) return [];
  return known(shownOf(subject).flatMap((row) => [drawnValue(subject, row), row.target]));
}

interface Drawn {
  readonly rows: readonly PublishedValue[];
  readonly shares: readonly number[];
  readonly usual: UsualRange | null;
}

/** So many times the greatest value is as far as a usual range may widen a scale: past it, the values would be squeezed. */
const widest = 1.3;

/** The usual range widens a scale of its own a little, and never the one that all shares have in common: it is drawn as far as that reaches. */
function scaleOf(subject: Subject, { rows, shares, usual }: Drawn): Scale {
  const say = (value: number) => subject.numbers.bare.short(value);
  if (isShare(subject.metric)) return shareScale([...shares, ...sharesOf(subject)], say);
  const values = known(rows.flatMap((row) => [row.value, row.target]));
  if (usual)
    values.push(
      Math.min(usual.upper, Math.max(0, ...values) * widest),
      Math.max(usual.lower, Math.min(0, ...values) * widest),
    );
  if (subject.metric.unit.unit === 'day' && values.length > 0) return scaleWithin(values, say);
  return scaleFromZero(values, say, subject.metric.unit.unit === 'records');
}

/**
 * The chart of a metric over time: columns for what adds up, a line for the rest.
 * `title`: the finding's words. `shares`: those that it is read beside, so that they stand on one scale. `withUsual`: it has room for the usual range.
 */
export function mainFigure(
  subject: Subject,
  title: string,
  shares: readonly number[] = [],
  withUsual = false,
): LineFigure | ColumnsFigure {
  const rows = shownOf(subject);
  const usual = withUsual ? usualRange(subject, rows) : null;
  return {
    figure: isAdditive(subject.metric) ? 'columns' : 'line',
    title,
    description: usual ? `${describe(subject, rows)} ${describeUsual(subject, usual)}` : describe(subject, rows),
    table: periodsTable(subject, rows),
    scale: scaleOf(subject, { rows, shares, usual }),
    days: dayTicks(subject, rows),
    points: pointsOf(subject, rows),
    levels: agreedLevels(subject, rows),
    changes: wordingChanges(subject, rows),
    usual,
    notes: noteMarks(subject, rows),
    ends: endLabels(subject),
    empty: nothingKnown,
  };
}
