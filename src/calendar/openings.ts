import { daySeconds, numberOfDay, weekdayOf } from './local-date.ts';
import type { LocalTime } from './local-time.ts';
import type { WorkCalendar } from '../values/agreement.ts';

/** A working day: its openings as local minutes after midnight, from the first to the last. */
export interface WorkingDay {
  /** Days since 1970. */
  readonly number: number;
  /** Clock time of its first opening and its last closing. */
  readonly opens: number;
  readonly closes: number;
  readonly openings: readonly { readonly opens: number; readonly closes: number }[];
}

/** An opening as instants, `until` excluded, with the seconds open before it since the first one. */
export interface OpenStretch {
  readonly from: number;
  readonly until: number;
  readonly before: number;
}

/** The working days of a calendar, both ends (days since 1970) inside: days with an opening that are no holiday. */
export function workingDays(calendar: WorkCalendar, first: number, last: number): WorkingDay[] {
  const holidays = new Set(calendar.holidays.map((holiday) => numberOfDay(holiday.day)));
  const days: WorkingDay[] = [];
  for (let number = first; number <= last; number += 1) {
    const openings = calendar.openings
      .filter((opening) => opening.weekday === weekdayOf(number))
      .sort((one, other) => one.opens - other.opens);
    if (openings.length === 0 || holidays.has(number)) continue;
    days.push({
      number,
      openings,
      opens: Math.min(...openings.map((opening) => opening.opens)),
      closes: Math.max(...openings.map((opening) => opening.closes)),
    });
  }
  return days;
}

/** The openings of working days as instants. One that a clock change leaves no time is left out. */
export function openStretches(days: readonly WorkingDay[], time: LocalTime): OpenStretch[] {
  const stretches: OpenStretch[] = [];
  let before = 0;
  for (const day of days) {
    for (const { opens, closes } of day.openings) {
      const from = time.instant(day.number * daySeconds + opens * 60);
      const until = time.instant(day.number * daySeconds + closes * 60);
      if (until <= from) continue;
      stretches.push({ from, until, before });
      before += until - from;
    }
  }
  return stretches;
}

/** Seconds that a calendar is open in a week without holidays. */
export function weeklySeconds(calendar: WorkCalendar): number {
  return calendar.openings.reduce((sum, { opens, closes }) => sum + (closes - opens) * 60, 0);
}

/** The index of the last item for which `holds`; the items for which it holds come first. -1: none. */
export function lastWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle;
    else high = middle - 1;
  }
  return low;
}
