import type { Day } from '../values/period.ts';

/** Seconds of a day without a clock change. */
export const daySeconds = 86_400;

const pad = (number: number, width: number): string => String(number).padStart(width, '0');

/** Year, month (1 to 12) and day (1 to 31) of the civil calendar. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01 of a civil date, in the proleptic Gregorian calendar. */
export function dayNumberOf({ year, month, day }: CivilDate): number {
  return Date.UTC(year, month - 1, day) / (daySeconds * 1000);
}

/** The civil date that lies a number of days after 1970-01-01. */
export function civilDateOf(dayNumber: number): CivilDate {
  const date = new Date(dayNumber * daySeconds * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. */
export function numberOfDay(day: Day): number {
  return dayNumberOf({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) });
}

/** `YYYY-MM-DD` of a number of days since 1970-01-01. */
export function dayOfNumber(dayNumber: number): Day {
  const { year, month, day } = civilDateOf(dayNumber);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** The same day some months on or back; past a month's end it is the month's last day. */
export function addMonths(dayNumber: number, months: number): number {
  const { year, month, day } = civilDateOf(dayNumber);
  const first = dayNumberOf({ year, month: month + months, day: 1 });
  const next = dayNumberOf({ year, month: month + months + 1, day: 1 });
  return Math.min(first + day - 1, next - 1);
}
