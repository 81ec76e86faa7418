import { dayClock, type DayClock } from './day-clock.ts';
import { civilDateOf, dayNumberOf, numberOfDay, weekdayOf } from './local-date.ts';
import { cutGrains, fiscalQuarter, periodName, type CutGrain, type YearShape } from './periods.ts';
import { weekdays, type Weekday } from '../values/tree.ts';
import type { DayRange } from './slots.ts';
import type { LocalTime } from './local-time.ts';

/** The names of the months, from January. */
export const monthNames: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

/** A local date: the periods that it lies in, its parts, its numbers and its clock. */
export interface DayRow extends DayClock {
  readonly periods: Readonly<Record<CutGrain, string>>;
  /** Days since 1970. */
  readonly number: number;
  readonly fiscalYear: number;
  /** 1 to 4. */
  readonly fiscalQuarter: number;
  readonly monthName: string;
  readonly weekday: Weekday;
  /** Months since the beginning of year 0, and the day in the month from 1. */
  readonly month: number;
  readonly monthDay: number;
}

/** Each local date of a range. */
export function* days(range: DayRange, shape: YearShape, time: LocalTime): Generator<DayRow> {
  for (let number = numberOfDay(range.first); number <= numberOfDay(range.last); number += 1) {
    const { year, month, day } = civilDateOf(number);
    const fiscal = fiscalQuarter(number, shape);
    yield {
      periods: Object.fromEntries(
        cutGrains.map((grain) => [grain, periodName(grain, number, shape)]),
      ) as DayRow['periods'],
      number,
      ...dayClock(number, time),
      fiscalYear: fiscal.year,
      fiscalQuarter: fiscal.quarter,
      monthName: monthNames[month - 1] ?? '',
      weekday: weekdays[weekdayOf(number) - 1] ?? 'Monday',
      month: year * 12 + month - 1,
      monthDay: day,
    };
  }
}

/** A month: its number (see `DayRow.month`), its first day (days since 1970) and its days. */
export type MonthRow = readonly [month: number, first: number, days: number];

/** The months that a range of days touches. */
export function* months(range: DayRange): Generator<MonthRow> {
  const last = civilDateOf(numberOfDay(range.last));
  const { year, month } = civilDateOf(numberOfDay(range.first));
  for (let number = year * 12 + month - 1; number <= last.year * 12 + last.month - 1; number += 1) {
    const start = (of: number): number => dayNumberOf({ year: Math.floor(of / 12), month: (of % 12) + 1, day: 1 });
    yield [number, start(number), start(number + 1) - start(number)];
  }
}
