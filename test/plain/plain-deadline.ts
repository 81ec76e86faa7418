/** Where a stretch of time ends that starts at a moment: the rules of durations, walked. */
import {
  dayOf,
  hoursOf,
  instantOn,
  isWorkingDay,
  openingAt,
  openingsFrom,
  plusDays,
  plusMonths,
  secondsOf,
  wallClock,
  zoned,
  type PlainClock,
} from './plain-clock.ts';
import type { Day } from '../../src/values/period.ts';
import type { Duration, Window } from '../../src/values/tree.ts';

type Side = Window['side'];

/** The other end of a window beside an instant; null where the calendar is never open. Calendar days end with their day. */
export function deadline(clock: PlainClock, start: number, { amount, unit }: Duration, side: Side): number | null {
  const steps = side === 'after' ? amount : -amount;
  switch (unit) {
    case 'minutes':
      return start + Math.round(steps * 60);
    case 'hours':
      return start + Math.round(steps * 3600);
    case 'days':
    case 'weeks':
    case 'months':
      return sameClock(clock, start, steps, unit);
    case 'calendar days':
      return side === 'after'
        ? instantOn(clock, plusDays(dayOf(clock, start), amount + 1), 0) - 1
        : instantOn(clock, plusDays(dayOf(clock, start), -amount), 0);
    case 'business minutes':
      return openTime(clock, start, Math.round(amount * 60), side);
    case 'business hours':
      return openTime(clock, start, Math.round(amount * 3600), side);
    case 'business days':
      return businessDays(clock, start, amount, side);
  }
}

/** The same local clock time on another day; a month that has no such day ends early. */
export function sameClock(clock: PlainClock, start: number, steps: number, unit: 'days' | 'weeks' | 'months'): number {
  return steps === 0 ? start : secondsOf(zoned(clock, start).add({ [unit]: steps }));
}

/** The last instant (or, before, the first) with no more than so many seconds of opening time in between. */
function openTime(clock: PlainClock, start: number, seconds: number, side: Side): number | null {
  let left = seconds;
  for (const { from, until } of openingsFrom(clock, start, side === 'after' ? 1 : -1)) {
    const [first, last] = side === 'after' ? [Math.max(from, start), until] : [from, Math.min(until, start)];
    if (last <= first) continue;
    if (last - first > left) return side === 'after' ? first + left : last - left;
    left -= last - first;
  }
  return null;
}

function businessDays(clock: PlainClock, start: number, amount: number, side: Side): number | null {
  const isOpen = openingAt(clock, start) !== undefined;
  if (isOpen) return workingDaysOn(clock, start, dayOf(clock, start), side === 'after' ? amount : -amount);
  if (side === 'after') {
    const opening = nextOpening(clock, start);
    return opening === null ? null : workingDaysOn(clock, opening, dayOf(clock, opening), amount);
  }
  for (const { day, until } of openingsFrom(clock, start, -1)) {
    if (until <= start) return workingDaysOn(clock, until, day, -amount);
  }
  return null;
}

/** An instant itself where it is in an opening, else the start of the next. */
export function nextOpening(clock: PlainClock, start: number): number | null {
  for (const { from, until } of openingsFrom(clock, start, 1)) if (until > start) return Math.max(from, start);
  return null;
}

/** The clock time of an instant, so many working days after its own day, not before that day's first opening nor after its last closing. */
export function workingDaysOn(clock: PlainClock, start: number, day: Day, days: number): number | null {
  if (days === 0) return start;
  const target = workingDay(clock, day, days);
  if (target === null) return null;
  // A closing at midnight is 24 hours after the start of its own day.
  const time = dayOf(clock, start) === day ? wallClock(clock, start) : 24 * 3600;
  const { opens, closes } = hoursOf(clock, target);
  return instantOn(clock, target, Math.min(Math.max(time, opens * 60), closes * 60));
}

/** So many working days after a day (or before, where less than 0). */
function workingDay(clock: PlainClock, day: Day, days: number): Day | null {
  if (clock.calendar.openings.length === 0) return null;
  let at = day;
  for (let left = Math.abs(days); left > 0;) {
    at = plusDays(at, days < 0 ? -1 : 1);
    if (isWorkingDay(clock, at)) left -= 1;
  }
  return at;
}

/** The other end of a window of local dates; null where the calendar is never open. */
export function dayDeadline(clock: PlainClock, start: Day, { amount, unit }: Duration, side: Side): Day | null {
  const sign = side === 'after' ? 1 : -1;
  switch (unit) {
    case 'days':
    case 'calendar days':
      return plusDays(start, sign * amount);
    case 'weeks':
      return plusDays(start, sign * amount * 7);
    case 'months':
      return plusMonths(start, sign * amount);
    case 'business days': {
      const first = nearestWorkingDay(clock, start, sign);
      return first === null ? null : workingDay(clock, first, sign * amount);
    }
    default:
      return null;
  }
}

/** A day itself where it is a working day, else the next, or the one before. */
export function nearestWorkingDay(clock: PlainClock, day: Day, step: 1 | -1): Day | null {
  if (clock.calendar.openings.length === 0) return null;
  let at = day;
  while (!isWorkingDay(clock, at)) at = plusDays(at, step);
  return at;
}
