import type { Grain } from '../../values/period.ts';
import type { SparkFigure, UsualRange } from '../../values/figure.ts';
import type { PublishedValue } from '../../values/value.ts';
import { describe, pointsOf, wordingChanges } from '../figures/over-time.ts';
import { periodsTable } from '../figures/tables.ts';
import { describeUsual, usualRange } from '../figures/usual-range.ts';
import type { Subject } from '../subject.ts';

/** How many periods a row shows: a year and the month to compare it with, two years of quarters. */
const lookBack: Partial<Record<Grain, number>> = { month: 13, quarter: 8, year: 5 };

/** The periods that are over, ripening ones among them: the running one has no place in a row. */
function sparkRows(series: readonly PublishedValue[]): readonly PublishedValue[] {
  const over = series.filter(({ status }) => status !== 'so far');
  return over.slice(-(lookBack[over[0]?.grain ?? 'month'] ?? 0) || over.length);
}

/** The line of a number in a row; null where fewer than two periods are known: that is no line. */
export const sparkFigure = (subject: Subject): SparkFigure | null =>
  lineOf(subject, sparkRows(subject.series), (rows) => usualRange(subject, rows));

/** Two years of quarters beside the line of the months; null where the line is one of quarters, or of longer periods. */
export function quartersFigure(subject: Subject): SparkFigure | null {
  const grain = subject.series[0]?.grain;
  if (grain === 'quarter' || grain === 'year' || grain === 'all') return null;
  const quarters = subject.values
    .filter((row) => row.grain === 'quarter' && row.dimension === '' && row.status !== 'ahead')
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  // What is usual is known of the periods that sentences speak of, and of no others.
  return lineOf(subject, sparkRows(quarters), () => null);
}

function lineOf(
  subject: Subject,
  rows: readonly PublishedValue[],
  usualOf: (rows: readonly PublishedValue[]) => UsualRange | null,
): SparkFigure | null {
  if (rows.filter(({ value }) => value !== null).length < 2) return null;
  const usual = usualOf(rows);
  return {
    figure: 'spark',
    title: subject.metric.title,
    description: usual ? `${describe(subject, rows)} ${describeUsual(subject, usual)}` : describe(subject, rows),
    table: periodsTable(subject, rows),
    points: pointsOf(subject, rows),
    changes: wordingChanges(subject, rows),
    usual,
  };
}
