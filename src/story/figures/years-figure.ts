import type { LineFigure } from '../../values/figure.ts';
import type { MetricValue } from '../../values/value.ts';
import { byTodaysWording, yearBefore } from '../by-todays-wording.ts';
import { fullPeriodWords, nothingKnown, notKnown, ofWords } from '../locale/en/charts.ts';
import * as en from '../locale/en/years.ts';
import { fewest, judgedFrom } from '../mark-of.ts';
import { periodOf, type Subject } from '../subject.ts';
import { isOfRecords, isShare } from '../traits.ts';
import { scaleFromZero, scaleWithin, shareScale } from './scale.ts';

/** With fewer periods over, a year has no line yet. */
const leastOver = 2;

const isOver = ({ status }: MetricValue) => status === 'complete' || status === 'waiting';

/** The periods of the year that the newest one lies in, with the ones before them; null where there is no such year yet. */
function pairsOf(subject: Subject) {
  const { latest, values } = subject;
  if (!latest || (latest.grain !== 'month' && latest.grain !== 'quarter')) return null;
  const year = values.find(
    ({ grain, dimension, from, to }) => grain === 'year' && dimension === '' && from <= latest.from && latest.to <= to,
  );
  const rows = byTodaysWording(subject);
  if (!year) return null;
  const now = rows.filter(({ from, to }) => year.from <= from && to <= year.to && from <= latest.from);
  const pairs = now.map((row) => ({ now: row, before: yearBefore(rows, row) }));
  const compared = pairs.filter(({ now: { value }, before }) => value !== null && before?.value != null);
  return pairs.filter(({ now: row }) => isOver(row)).length >= leastOver && compared.length >= leastOver ? pairs : null;
}

/** A share of few records jumps about, and is not drawn. */
function drawn(subject: Subject, row: MetricValue | null): number | null {
  if (!row || row.value === null) return null;
  return isOfRecords(subject.metric) && (judgedFrom(subject.metric, row) ?? fewest) < fewest ? null : row.value;
}

const countsOf = ({ numerator, denominator }: MetricValue) =>
  numerator === null || denominator === null ? en.nothing : ofWords(numerator, denominator);

/**
 * This year's periods on those of the year before, on one scale; both by today's wording, where the older ones were counted again by it. Null where too
 * little of either year is known. Two numbers stand side by side, and nothing is said of what lies between them.
 */
export function yearsFigure(subject: Subject, shares: readonly number[] = []): LineFigure | null {
  const pairs = pairsOf(subject);
  const [first] = pairs ?? [];
  if (!pairs || !first) return null;
  const { metric, numbers } = subject;
  const [thisYear, lastYear] = [
    en.yearOf(periodName(subject, first.now)),
    en.yearOf(periodName(subject, first.before)),
  ];
  const say = (row: MetricValue | null) => (row?.value == null ? notKnown : numbers.short(row.value));
  const both = pairs.flatMap(({ now, before }) => [drawn(subject, now), drawn(subject, before)]);
  const known = both.filter((value) => value !== null);
  const counted = isOfRecords(metric);
  const saysOf = (row: MetricValue | null) => (row ? en.pointSays(fullPeriodWords(periodOf(row)), say(row)) : '');
  const newest = pairs.findLast(({ now }) => drawn(subject, now) !== null);
  return {
    figure: 'line',
    title: en.yearsTitle(metric.title, thisYear, lastYear),
    description: en.yearsDescription(
      metric.words.measured,
      pairs.map(({ now, before }) => [saysOf(now), saysOf(before)]),
    ),
    table: {
      head: [
        en.periodHead(first.now.grain),
        thisYear,
        ...(counted ? [en.countsHead] : []),
        lastYear,
        ...(counted ? [en.countsHead] : []),
      ],
      rows: pairs.map(({ now, before }) => [
        en.periodInYear(periodOf(now)),
        say(now),
        ...(counted ? [countsOf(now)] : []),
        say(before),
        ...(counted ? [before ? countsOf(before) : en.nothing] : []),
      ]),
    },
    scale: scaleOf(subject, known, shares),
    days: pairs
      .map(({ now }, index) => ({
        day: now.from,
        label: en.tickInYear(periodOf(now)),
        now: index === pairs.length - 1,
      }))
      // Of months every third and the newest: evenly apart, as no names of all of them find room.
      .filter(({ now }, index) => now || first.now.grain !== 'month' || index % 3 === 0)
      .toReversed(),
    points: pairs.map(({ now }) => ({
      from: now.from,
      to: now.to,
      value: drawn(subject, now),
      mark: 'none',
      state: isOver(now) ? 'complete' : 'open',
      old: false,
      says: saysOf(now),
    })),
    levels: [],
    changes: [],
    usual: null,
    ends: {
      value: newest ? en.endWords(thisYear, numbers.bare.short(newest.now.value ?? 0)) : '',
      agreed: '',
      soFar: '',
    },
    behind: {
      label: lastYear,
      values: pairs.map(({ before }) => drawn(subject, before)),
      says: pairs.map(({ before }) => saysOf(before)),
    },
    empty: nothingKnown,
  };
}

function scaleOf({ metric, numbers }: Subject, values: readonly number[], shares: readonly number[]) {
  const say = (value: number) => numbers.bare.short(value);
  if (isShare(metric)) return shareScale([...shares, ...values], say);
  if (metric.unit.unit === 'day' && values.length > 0) return scaleWithin(values, say);
  return scaleFromZero(values, say, metric.unit.unit === 'records');
}

/** The name of the year that a period lies in: a fiscal one is named for the year it ends in. */
function periodName({ values }: Subject, row: MetricValue | null): string {
  const year = values.find(
    ({ grain, dimension, from, to }) =>
      grain === 'year' && dimension === '' && row !== null && from <= row.from && row.to <= to,
  );
  return year?.period ?? row?.from.slice(0, 4) ?? '';
}
