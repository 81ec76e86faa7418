import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';
import type { Duration, Unit } from '../values/tree.ts';

const farthest = 3660;

function opensOn(calendar: WorkCalendar, day: Temporal.PlainDate) {
  if (calendar.holidays.some((holiday) => holiday.day === day.toString())) return [];
  return calendar.openings.filter(({ weekday }) => weekday === day.dayOfWeek);
}

/** Whether a calendar opens on a day. */
export const isWorkingDay = (calendar: WorkCalendar, day: Day): boolean =>
  opensOn(calendar, Temporal.PlainDate.from(day)).length > 0;

/** The n-th working day after a day. */
export function workingDayAfter(calendar: WorkCalendar, day: Day, days: number): Day {
  let at = Temporal.PlainDate.from(day);
  let left = days;
  for (let step = 0; left > 0 && step < farthest; step++) {
    at = at.add({ days: 1 });
    if (opensOn(calendar, at).length > 0) left -= 1;
  }
  return at.toString();
}

/** The local day on which so much opening time has passed since a moment. */
function dayAfterOpenMinutes(calendar: WorkCalendar, from: Temporal.PlainDateTime, minutes: number): Day {
  let at = from.toPlainDate();
  let left = minutes;
  for (let step = 0; step < farthest; step++) {
    const clock = step === 0 ? from.hour * 60 + from.minute : 0;
    const open = opensOn(calendar, at).reduce(
      (sum, { opens, closes }) => sum + Math.max(0, closes - Math.max(opens, clock)),
      0,
    );
    if (open > left) return at.toString();
    left -= open;
    at = at.add({ days: 1 });
  }
  return at.toString();
}

/** The day of a clock that runs by working days: one that starts while closed starts at the next opening. */
function dayAfterWorkingDays(calendar: WorkCalendar, from: Temporal.PlainDateTime, days: number): Day {
  const closed = !opensOn(calendar, from.toPlainDate()).some(({ closes }) => from.hour * 60 + from.minute < closes);
  const start = from.toPlainDate().toString();
  return workingDayAfter(calendar, closed ? workingDayAfter(calendar, start, 1) : start, days);
}

const ends: Record<Unit, (from: Temporal.PlainDateTime, amount: number, calendar: WorkCalendar) => Day> = {
  minutes: (from, minutes) => from.add({ minutes }).toPlainDate().toString(),
  hours: (from, hours) => from.add({ hours }).toPlainDate().toString(),
  days: (from, days) => from.add({ days }).toPlainDate().toString(),
  'calendar days': (from, days) => from.add({ days }).toPlainDate().toString(),
  weeks: (from, weeks) => from.add({ weeks }).toPlainDate().toString(),
  months: (from, months) => from.add({ months }).toPlainDate().toString(),
  'business minutes': (from, minutes, calendar) => dayAfterOpenMinutes(calendar, from, minutes),
  'business hours': (from, hours, calendar) => dayAfterOpenMinutes(calendar, from, hours * 60),
  'business days': (from, days, calendar) => dayAfterWorkingDays(calendar, from, days),
};

/** The local day on which a clock that starts at a local moment has run out. */
export function dayAfter(from: Temporal.PlainDateTime, { amount, unit }: Duration, calendar: WorkCalendar): Day {
  return ends[unit](from, amount, calendar);
}
