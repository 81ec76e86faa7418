import { dayNumberOf, daySeconds } from '../../calendar/local-date.ts';

/** A point on some clock, before it is known whose. */
export interface ClockReading {
  /** Days since 1970-01-01 of the date as written. */
  readonly dayNumber: number;
  /** Seconds after midnight as written; null where there is only a date. */
  readonly seconds: number | null;
  /** Seconds that the clock is ahead of UTC; null where nothing tells. */
  readonly offset: number | null;
}

/** A day that looks like one but is in no calendar: 30 February. */
export const noSuchDay = 'no such day';

/** What a text says by a form; null where it is not of that form. */
export type DateReading = ClockReading | typeof noSuchDay | null;

/** Checks the parts and puts them together. Month and day count from 1. */
export function readingOf(
  date: readonly [year: number, month: number, day: number],
  time: readonly [hours: number, minutes: number, seconds: number] | null = null,
  offset: number | null = null,
): DateReading {
  const [year, month, day] = date;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return noSuchDay;
  const seconds = time ? time[0] * 3600 + time[1] * 60 + time[2] : null;
  if (time && (time[1] > 59 || time[2] > 59 || (seconds ?? 0) > daySeconds)) return noSuchDay;
  return { dayNumber: dayNumberOf({ year, month, day }), seconds, offset };
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The days of a month of the civil calendar; months count from 1. */
export function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (monthDays[month - 1] ?? 0) + (leap ? 1 : 0);
}

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Reads ISO 8601, the one form that is certain: `2026-11-09`, `2026-11-09T05:40:00.000Z`, `2026-11-09 05:40:00`. */
export function readIso(text: string): DateReading {
  const found = iso.exec(text);
  if (!found) return null;
  const [, year, month, day, hours, minutes, seconds, zone] = found;
  const time = hours === undefined ? null : ([Number(hours), Number(minutes), Number(seconds ?? 0)] as const);
  return readingOf([Number(year), Number(month), Number(day)], time, zone === undefined ? null : offsetOf(zone));
}

/** Seconds that a clock is ahead of UTC by what stands behind it: `Z`, `UTC`, `GMT`, `+01:00`, `-0500`. */
export function offsetOf(zone: string): number {
  if (!/^[+-]/.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '');
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2, 4) || 0) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}
