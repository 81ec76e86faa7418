/** The next review: when it is due, seen from the day of the data. */
import { Temporal } from 'temporal-polyfill';
import type { Agreement, WorkCalendar } from '../../values/agreement.ts';
import type { Note } from '../../values/note.ts';
import type { Day } from '../../values/period.ts';
import type { AgendaCounts } from '../locale/en/review.ts';
import { dayAfter, isWorkingDay, workingDayAfter } from '../working-days.ts';

/** What sentences about a meeting are made from. */
export interface Meeting extends AgendaCounts {
  readonly agreement: Agreement;
  /** The company's date when the records were exported. */
  readonly today: Day;
}

/** The newest review that was held by then; null: none was noted. */
export function lastReview({ notes }: Pick<Agreement, 'notes'>, today: Day): Note | null {
  const held = notes.filter(({ review, on }) => review && on <= today);
  return held.toSorted((one, other) => (one.on < other.on ? -1 : 1)).at(-1) ?? null;
}

/** The company's own calendar; null where it is not among the calendars. */
export const companyCalendar = ({
  company,
  calendars,
}: Pick<Agreement, 'company' | 'calendars'>): WorkCalendar | null =>
  calendars.find(({ slug }) => slug === company.calendar) ?? null;

/**
 * The day on which the next review is due: so long after the last one as was agreed, and where that day is free, the first working day
 * after it. Null: no rhythm is agreed, or none was held yet.
 */
export function nextReview(agreement: Agreement, today: Day): Day | null {
  const [every, calendar] = [agreement.company.reviewsEvery, companyCalendar(agreement)];
  const last = lastReview(agreement, today);
  if (!last || !every || !calendar) return null;
  const due = dayAfter(Temporal.PlainDate.from(last.on).toPlainDateTime(), every, calendar);
  return isWorkingDay(calendar, due) ? due : workingDayAfter(calendar, due, 1);
}

/** So many working days lie after the first day, up to the second one; below zero where that comes first. */
export function workingDaysSince(calendar: WorkCalendar, first: Day, second: Day): number {
  if (second < first) return -workingDaysSince(calendar, second, first);
  let days = 0;
  for (let at = first; at < second;) {
    at = Temporal.PlainDate.from(at).add({ days: 1 }).toString();
    if (isWorkingDay(calendar, at)) days += 1;
  }
  return days;
}
