/** How far one moment lies from another, in a unit: the rules of `UNIT from A to B`, walked. */
import { dayOf, daysBetween, isWorkingDay, openSeconds, plusDays, plusMonths, type PlainClock } from './plain-clock.ts';
import { nearestWorkingDay, nextOpening, sameClock, workingDaysOn } from './plain-deadline.ts';
import type { Day } from '../../src/values/period.ts';
import type { Unit } from '../../src/values/tree.ts';

/** Between instants. Null where a calendar that is never open should tell. */
export function distance(clock: PlainClock, unit: Unit, from: number, to: number): number | null {
  switch (unit) {
    case 'minutes':
      return (to - from) / 60;
    case 'hours':
      return (to - from) / 3600;
    case 'days':
    case 'months':
      return sameClockUnits(clock, unit, from, to);
    case 'weeks':
      return sameClockUnits(clock, 'days', from, to) / 7;
    case 'calendar days':
      return daysBetween(dayOf(clock, from), dayOf(clock, to));
    case 'business minutes':
    case 'business hours': {
      if (nextOpening(clock, Math.max(from, to)) === null) return null;
      const seconds = to >= from ? openSeconds(clock, from, to) : -Math.max(1, openSeconds(clock, to, from));
      return seconds / (unit === 'business minutes' ? 60 : 3600);
    }
    case 'business days':
      return businessDays(clock, from, to);
  }
}

/** Whole units of the same clock time, and the elapsed part of the next. */
function sameClockUnits(clock: PlainClock, unit: 'days' | 'months', from: number, to: number): number {
  const days = daysBetween(dayOf(clock, from), dayOf(clock, to));
  let whole = unit === 'days' ? days + 2 : Math.ceil(days / 28) + 2;
  while (sameClock(clock, from, whole, unit) > to) whole -= 1;
  const start = sameClock(clock, from, whole, unit);
  return whole + (to - start) / (sameClock(clock, from, whole + 1, unit) - start);
}

/** Working days of the same clock time, and the part of the opening time until the next. A second is the least that counts. */
function businessDays(clock: PlainClock, from: number, to: number): number | null {
  const start = nextOpening(clock, from);
  if (start === null) return null;
  const day = dayOf(clock, start);
  const end = (days: number): number => workingDaysOn(clock, start, day, days) ?? start;
  let whole = daysBetween(day, dayOf(clock, to)) >= 0 ? workingDaysIn(clock, day, dayOf(clock, to)) + 1 : 1;
  while (end(whole) > to) whole -= 1;
  const [last, next] = [end(whole), end(whole + 1)];
  const between = openSeconds(clock, last, next);
  const passed = to > last ? Math.max(1, openSeconds(clock, last, to)) : 0;
  const days = whole + (between === 0 ? Math.min(1, passed) : passed / between);
  return to >= from ? Math.max(0, days) : Math.min(-1 / Math.max(1, between), days);
}

/** Working days after a day, up to and with another. */
function workingDaysIn(clock: PlainClock, from: Day, to: Day): number {
  let count = 0;
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) if (isWorkingDay(clock, day)) count += 1;
  return count;
}

/** Between local dates. Null where a calendar that is never open should tell, or a unit that dates don't have. */
export function dayDistance(clock: PlainClock, unit: Unit, from: Day, to: Day): number | null {
  switch (unit) {
    case 'days':
    case 'calendar days':
      return daysBetween(from, to);
    case 'weeks':
      return daysBetween(from, to) / 7;
    case 'months':
      return months(from, to);
    case 'business days': {
      const [first, last] = [nearestWorkingDay(clock, from, 1), nearestWorkingDay(clock, to, 1)];
      if (first === null || last === null) return null;
      return to >= from ? workingDaysIn(clock, first, last) : Math.min(-1, -workingDaysIn(clock, last, first));
    }
    default:
      return null;
  }
}

function months(from: Day, to: Day): number {
  let whole = Math.ceil(daysBetween(from, to) / 28) + 2;
  while (plusMonths(from, whole) > to) whole -= 1;
  const start = plusMonths(from, whole);
  return whole + daysBetween(start, to) / daysBetween(start, plusMonths(from, whole + 1));
}
