import type { Dice } from './chance.ts';
import { clockOf, dateOf, dayOf, instantOf, localDayOf, weekdayOf } from './berlin-time.ts';

const opens = 9 * 3600;
const closes = 17 * 3600;

/** Easter Sunday of a year, by the anonymous Gregorian rule. */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayOf(year, Math.floor(f / 31), (f % 31) + 1);
}

const holidays = new Map<number, ReadonlySet<number>>();

/** The days on which the office stays closed: Berlin's holidays that fall on a date, and those that move with Easter. */
export function holidaysOf(year: number): ReadonlySet<number> {
  const known = holidays.get(year);
  if (known) return known;
  const fixed = [
    [1, 1],
    [5, 1],
    [10, 3],
    [12, 24],
    [12, 25],
    [12, 26],
    [12, 31],
  ] as const;
  const easter = easterOf(year);
  const days = new Set([
    ...fixed.map(([month, date]) => dayOf(year, month, date)),
    ...[-2, 1, 39, 50].map((past) => easter + past),
  ]);
  holidays.set(year, days);
  return days;
}

/** Whether the office opens on a day. */
export function isWorkday(day: number): boolean {
  const weekday = weekdayOf(day);
  return weekday > 0 && weekday < 6 && !holidaysOf(dateOf(day).year).has(day);
}

/** The first day at or after `day` on which the office opens. */
export function workdayFrom(day: number): number {
  let at = day;
  while (!isWorkday(at)) at++;
  return at;
}

/** The instant itself while the office is open, else the next opening. */
export function openFrom(at: number): number {
  const day = localDayOf(at);
  const clock = clockOf(at);
  if (isWorkday(day) && clock < closes) return clock >= opens ? at : instantOf(day, opens);
  return instantOf(workdayFrom(day + 1), opens);
}

/** The instant after so many hours of opening time. */
export function afterHours(from: number, hours: number): number {
  let at = openFrom(from);
  let left = Math.round(hours * 3600);
  while (left > 0) {
    const rest = instantOf(localDayOf(at), closes) - at;
    if (left < rest) return at + left;
    left -= rest;
    at = openFrom(at + rest);
  }
  return at;
}

/** A moment of office work about so many days after an instant, never before it. */
export function workAfter(from: number, days: number, dice: Dice): number {
  const day = workdayFrom(localDayOf(from) + Math.round(days));
  const at = instantOf(day, dice.whole(opens + 600, closes - 600));
  return at > from ? at : afterHours(from, dice.between(0.2, 3));
}
