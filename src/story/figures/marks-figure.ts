import type { DayTick } from '../../values/figure.ts';
import type { MarksFigure } from '../../values/figure-marks.ts';
import type { PublishedValue } from '../../values/value.ts';
import { axisTick, fullPeriodWords, nothingKnown, notKnown } from '../locale/en/charts.ts';
import { capital } from '../locale/en/forms.ts';
import { promisesPage } from '../locale/en/promises.ts';
import { markShape, markWord } from '../mark-words.ts';
import { levelsOf, periodOf, type Subject } from '../subject.ts';
import { periodsTable } from './tables.ts';

/** `October 2026: 83%, slipping`. */
function saysOf(subject: Subject, row: PublishedValue): string {
  const value = row.value === null ? notKnown : subject.numbers.short(row.value, levelsOf(subject));
  return `${capital(fullPeriodWords(periodOf(row)))}: ${value}, ${markWord(row.mark).toLowerCase()}`;
}

/** The newest period, then the starts of quarters, newest first; of quarters those that begin a year. */
function ticksOf(rows: readonly PublishedValue[]): DayTick[] {
  const newest = rows.at(-1);
  const begins = ({ grain, from }: PublishedValue) =>
    grain === 'quarter' ? from.slice(5, 7) === '01' : ['01', '04', '07', '10'].includes(from.slice(5, 7));
  const others = rows.filter((row) => row !== newest && (row.grain === 'year' || begins(row))).toReversed();
  return [...(newest ? [newest] : []), ...others].map((row) => ({
    day: row.from,
    label:
      row.grain === 'month'
        ? axisTick('month', row.from, row.period, true)
        : axisTick(row.grain, row.from, row.period, row === newest),
    now: row === newest,
  }));
}

/** The record of these periods as a row of marks, told as `says`: of a promise, or of one who keeps it. */
export function marksFigure(subject: Subject, rows: readonly PublishedValue[], says: string): MarksFigure {
  const [first, last] = [rows[0], rows.at(-1)];
  const stretch = first && last ? [first, last].map((row) => fullPeriodWords(periodOf(row))) : [];
  return {
    figure: 'marks',
    title:
      stretch.length > 0
        ? `${promisesPage.record(stretch[0] ?? '', stretch[1] ?? '')}: ${subject.metric.title}`
        : subject.metric.title,
    description: says,
    table: periodsTable(subject, rows),
    days: ticksOf(rows),
    marks: rows.map((row) => ({ from: row.from, shape: markShape(row.mark), says: saysOf(subject, row) })),
    empty: nothingKnown,
  };
}
