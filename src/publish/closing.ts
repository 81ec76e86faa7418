import type { Agreement, WorkCalendar } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';

/** A month, and the last day on which its marks can still change. */
export interface Closing {
  /** The month's first and last day. */
  readonly from: Day;
  readonly to: Day;
  readonly closes: Day;
  /** Whether that day lies behind the as-of day. */
  readonly closed: boolean;
}

/**
 * The months whose marks a reader of the as-of day asks about: the last one that is over, and the running one.
 * A month closes so many working days (of the company's own calendar) after its end.
 */
export function closings(agreement: Agreement, asOf: Day): [last: Closing, running: Closing] {
  return [closingOf(agreement, monthOf(asOf, -1), asOf), closingOf(agreement, monthOf(asOf, 0), asOf)];
}

function closingOf({ company, calendars }: Agreement, month: { from: Day; to: Day }, asOf: Day): Closing {
  const calendar = calendars.find((one) => one.slug === company.calendar);
  const closes = workingDaysAfter(month.to, company.closesAfterWorkingDays, calendar);
  return { ...month, closes, closed: closes < asOf };
}

/** The day that lies so many working days after a day; without a calendar, Monday to Friday work. */
export function workingDaysAfter(day: Day, count: number, calendar: WorkCalendar | undefined): Day {
  let left = count;
  let at = day;
  while (left > 0) {
    at = dayOf(Date.parse(at) + 86_400_000);
    if (works(at, calendar)) left -= 1;
  }
  return at;
}

function works(day: Day, calendar: WorkCalendar | undefined): boolean {
  const weekday = new Date(day).getUTCDay() || 7;
  // A calendar that never opens would never end the count.
  if (!calendar || calendar.openings.length === 0) return weekday <= 5;
  const open = calendar.openings.some((opening) => opening.weekday === weekday);
  return open && !calendar.holidays.some((holiday) => holiday.day === day);
}

function monthOf(day: Day, ahead: number): { from: Day; to: Day } {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return { from: dayOf(Date.UTC(year, month - 1 + ahead, 1)), to: dayOf(Date.UTC(year, month + ahead, 0)) };
}

function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
