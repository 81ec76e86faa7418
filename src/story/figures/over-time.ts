import type { DayTick, EndLabels, Level, Point, WordingChange } from '../../values/figure.ts';
import type { PublishedValue } from '../../values/value.ts';
import { reportingGrain } from '../../values/reporting-grain.ts';
import { timeToKeep } from '../deadlines.ts';
import { agreedWords } from '../finding-of.ts';
import * as charts from '../locale/en/charts.ts';
import * as forms from '../locale/en/forms.ts';
import { fewest, judgedFrom } from '../mark-of.ts';
import { countedSince, countAlike } from '../same-count.ts';
import { levelsOf, periodOf, type Subject } from '../subject.ts';
import { standsHow } from '../stands-how.ts';
import { isOfRecords } from '../traits.ts';
import { levelOn } from '../wording-on.ts';
import { lookBack } from './look-back.ts';

/** The stretch of a series that its chart shows. */
export const shownOf = ({ series }: Subject): readonly PublishedValue[] =>
  series.slice(-lookBack[series[0]?.grain ?? 'month']);

const isAhead = ({ status }: PublishedValue) => status === 'so far';

/** A running share of a few records jumps about: it is told as counts, and not drawn. */
export function drawnValue({ metric }: Subject, row: PublishedValue): number | null {
  return isAhead(row) && isOfRecords(metric) && (row.denominator ?? 0) < fewest ? null : row.value;
}

/** By other periods than pages report it, a number of a few records jumps between all and nothing: its points stand alone. */
const isFew = ({ metric }: Subject, row: PublishedValue): boolean =>
  row.grain !== reportingGrain(metric) && (judgedFrom(metric, row) ?? fewest) < fewest;

export function pointsOf(subject: Subject, rows: readonly PublishedValue[]): Point[] {
  const since = countedSince(subject.metric);
  return rows.map((row) => ({
    from: row.from,
    to: row.to,
    value: drawnValue(subject, row),
    mark: row.mark.mark,
    state: isAhead(row) ? 'so far' : row.status === 'complete' || row.status === 'waiting' ? 'complete' : 'open',
    old: since !== null && row.from < since,
    ...(isFew(subject, row) && { few: true }),
    says: charts.pointWords(
      charts.fullPeriodWords(periodOf(row)),
      row.value === null ? charts.notKnown : subject.numbers.short(row.value, levelsOf(subject)),
      isAhead(row) ? charts.runningWords[standsHow(subject) ?? 'so far'] : '',
    ),
  }));
}

/** What was agreed for each of the periods, neighbours of one level joined. */
export function agreedLevels(subject: Subject, rows: readonly PublishedValue[]): Level[] {
  const levels: Level[] = [];
  for (const row of rows) {
    const value = levelOn(subject.metric, row.to, row.target);
    const last = levels.at(-1);
    if (value === null) continue;
    if (last && last.value === value) levels[levels.length - 1] = { ...last, to: row.to };
    else {
      const label = charts.agreedLabel(subject.numbers.bare.short(value), null, subject.metric.promise !== null);
      levels.push({ from: row.from, to: row.to, value, label });
    }
  }
  return levels;
}

/** Where the way of counting changed within the stretch, each side by its name. */
export function wordingChanges({ metric }: Subject, rows: readonly PublishedValue[]): WordingChange[] {
  const changes: WordingChange[] = [];
  for (const [index, wording] of metric.wordings.entries()) {
    const before = metric.wordings[index + 1];
    const first = rows[0]?.from;
    if (!before || !wording.from || !first || wording.from <= first || countAlike(wording, before)) continue;
    const [then, now] = [timeToKeep(before), timeToKeep(wording)];
    const differ = then && now && (then.amount !== now.amount || then.unit !== now.unit);
    changes.push({
      on: wording.from,
      before: differ ? charts.withinWords(then.amount, then.unit) : charts.earlierWording,
      after: differ
        ? charts.withinWords(now.amount, now.unit)
        : index === 0
          ? charts.thisWording
          : charts.earlierWording,
      since: charts.sinceWords(wording.from),
    });
  }
  return changes;
}

const tickOf = ({ from, period, grain }: PublishedValue, now: boolean): DayTick => ({
  day: from,
  label: charts.axisTick(grain, from, period, now),
  now,
});

/** Only the ends of a short line, the first with its year. */
export function firstAndLast(rows: readonly PublishedValue[]): DayTick[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || first === last) return first ? [tickOf(first, true)] : [];
  return [
    tickOf(last, true),
    { day: first.from, label: charts.tickWithYear(first.grain, first.from, first.period), now: false },
  ];
}

const quarterStarts = ['01', '04', '07', '10'];

/** The newest period that is over; then the start of each year, newest first; then its middle. */
export function dayTicks({ latest }: Subject, rows: readonly PublishedValue[]): DayTick[] {
  const grain = rows[0]?.grain ?? 'month';
  const years = rows.filter(({ from }) => from.slice(5, 7) === '01').length;
  const chosen = rows.filter(({ from }, index) => {
    const month = from.slice(5, 7);
    // Of weeks, those that begin a quarter: a month's name stands once.
    if (grain === 'week') return quarterStarts.includes(month) && rows[index - 1]?.from.slice(5, 7) !== month;
    return grain === 'year' || month === '01' || (grain === 'month' && month === '07' && years < 4);
  });
  const others = chosen.filter((row) => row !== latest).toReversed();
  const january = ({ from }: PublishedValue) => from.slice(5, 7) === '01';
  const ticks = [...others.filter(january), ...others.filter((row) => !january(row))].map((row) => tickOf(row, false));
  return latest && rows.includes(latest) ? [tickOf(latest, true), ...ticks] : ticks;
}

export function endLabels(subject: Subject): EndLabels {
  const { latest, running, numbers } = subject;
  const now = running && drawnValue(subject, running);
  return {
    value: latest?.value == null ? '' : numbers.bare.short(latest.value, levelsOf(subject)),
    agreed: agreedWords(subject, 'bare'),
    soFar:
      now == null || !running
        ? ''
        : charts.soFarLabel(numbers.bare.short(now), standsHow(subject), tickOf(running, true).label),
  };
}

/** The text alternative below the title: what is measured, from when to when, the least, the greatest and the newest value. */
export function describe(subject: Subject, rows: readonly PublishedValue[]): string {
  const over = rows.filter(({ status, value }) => value !== null && (status === 'complete' || status === 'waiting'));
  const [first, last] = [over[0], over.at(-1)];
  if (!first || !last) return forms.sentence(subject.metric.words.measured);
  const sorted = over.toSorted((one, other) => (one.value ?? 0) - (other.value ?? 0));
  const said = (row: PublishedValue | undefined) =>
    row
      ? {
          period: charts.fullPeriodWords(periodOf(row)),
          value: subject.numbers.short(row.value ?? 0, levelsOf(subject)),
        }
      : null;
  return charts.describeSeries({
    measured: subject.metric.words.measured,
    first: charts.fullPeriodWords(periodOf(first)),
    last: said(last),
    least: said(sorted[0]),
    greatest: said(sorted.at(-1)),
    agreed: agreedWords(subject),
  });
}
