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
 * The months whose marks a reader of the as-of day asks about: the last one that is over, and the running one.
 * A month closes so many working days (of the company's own calendar) after its end.
 */
export function closings(agreement: Agreement, asOf: Day): [last: Closing, running: Closing] {
  const running = Temporal.PlainYearMonth.from(asOf.slice(0, 7));
  return [closingOf(agreement, running.subtract({ months: 1 }), asOf), closingOf(agreement, running, asOf)];
}

function closingOf({ company, calendars }: Agreement, month: Temporal.PlainYearMonth, asOf: Day): Closing {
  const from = month.toPlainDate({ day: 1 }).toString();
  const to = month.toPlainDate({ day: month.daysInMonth }).toString();
  const calendar = calendars.find(({ slug }) => slug === company.calendar);
  const closes = calendar ? workingDayAfter(calendar, to, company.closesAfterWorkingDays) : null;
  return { from, to, closes, closed: closes !== null && closes < asOf };
}
