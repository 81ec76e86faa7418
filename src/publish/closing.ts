import { Temporal } from 'temporal-polyfill';
import { workingDayAfter } from '../story/working-days.ts';
import type { Agreement } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';

/** A month, and the last day on which its marks can still change. */
export interface Closing {
  /** The month's first and last day. */
  readonly from: Day;
  readonly to: Day;
  /** Null where the company's calendar is not among the calendars. */
  readonly closes: Day | null;
  /** Whether that day lies behind the as-of day. */
  readonly closed: boolean;
}

/**
 * The last day on which the marks of a period can still change: so many working days (of the company's own calendar) after its end.
 * Null where the company's calendar is not among the calendars.
 */
export function closingDay({ company, calendars }: Agreement, to: Day): Day | null {
  const calendar = calendars.find(({ slug }) => slug === company.calendar);
  return calendar ? workingDayAfter(calendar, to, company.closesAfterWorkingDays) : null;
}

/** The months whose marks a reader of the as-of day asks about: the last one that is over, and the running one. */
export function closings(agreement: Agreement, asOf: Day): [last: Closing, running: Closing] {
  const running = Temporal.PlainYearMonth.from(asOf.slice(0, 7));
  return [closingOf(agreement, running.subtract({ months: 1 }), asOf), closingOf(agreement, running, asOf)];
}

function closingOf(agreement: Agreement, month: Temporal.PlainYearMonth, asOf: Day): Closing {
  const from = month.toPlainDate({ day: 1 }).toString();
  const to = month.toPlainDate({ day: month.daysInMonth }).toString();
  const closes = closingDay(agreement, to);
  return { from, to, closes, closed: closes !== null && closes < asOf };
}
