import type { Day } from '../values/period.ts';

/** Whether the text is a day of the calendar in the form `2026-01-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day before, or after, by a number of days. */
export function dayPlus(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days lie between 1970-01-01 and the day. */
export function daysSinceEpoch(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
