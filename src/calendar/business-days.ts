import { numberOfDay, weekdayOf } from './local-date.ts';
import type { WorkCalendar } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';

/** How many working days lie in a stretch of local dates, both ends inside; 0 where it ends before it begins. */
export type BusinessDays = (from: Day, to: Day) => number;

/** Counts a calendar's working days: those with an opening that are no holiday. */
export function businessDaysOf(calendar: WorkCalendar): BusinessDays {
  const weekdays = new Set(calendar.openings.map(({ weekday }) => weekday));
  const holidays = new Set(calendar.holidays.map(({ day }) => numberOfDay(day)));
  return (from, to) => {
    let days = 0;
    for (let day = numberOfDay(from); day <= numberOfDay(to); day += 1) {
      if (weekdays.has(weekdayOf(day)) && !holidays.has(day)) days += 1;
    }
    return days;
  };
}
