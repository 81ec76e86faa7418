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

/** Days from 0000-03-01 to 1970-01-01. */
const daysTo1970 = 719_468;

/**
 * Days since 1970-01-01 of a civil date, in the proleptic Gregorian calendar; what lies past the end of a month or a year is counted on.
 * Years are taken to begin in March, so that a leap day is the last of its year (Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms", `days_from_civil`). `Date.UTC` is slower, and takes the years 0 to 99 for those from 1900 to 1999.
 */
export function dayNumberOf({ year, month, day }: CivilDate): number {
  const sinceMarch = year * 12 + month - 3;
  const marchYear = Math.floor(sinceMarch / 12);
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * (sinceMarch - marchYear * 12) + 2) / 5) + day - 1;
  return marchYear * 365 + leapDays + dayOfYear - daysTo1970;
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
