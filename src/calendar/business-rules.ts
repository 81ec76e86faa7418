import { smooth, type Deadline, type Rule } from './deadline.ts';
import { daySeconds } from './local-date.ts';
import { lastWhere, openStretches, type OpenStretch, type WorkingDay } from './openings.ts';
import { slotSeconds } from './slots.ts';
import type { LocalTime } from './local-time.ts';
import type { Window } from '../values/tree.ts';

/**
 * Business minutes and hours: seconds of opening time. A clock that starts while closed starts at the next opening.
 * A deadline that falls on a closing is the next opening's start; to the other side, one that falls on an opening is the closing before:
 * the widest window with no more than that much opening time in it.
 */
export function businessTimeRule(
  days: readonly WorkingDay[],
  time: LocalTime,
  seconds: number,
  side: Window['side'],
): Rule {
  const open = openStretches(days, time);
  const end = side === 'after' ? endAfter : endBefore;
  return (start) => {
    const index = lastWhere(open, (stretch) => stretch.from <= start);
    const stretch = open[index];
    if (!stretch) return null;
    const isOpen = start < stretch.until;
    const soFar = stretch.before + Math.min(start, stretch.until) - stretch.from;
    const deadline = end(open, side === 'after' ? soFar + seconds : soFar - seconds);
    return deadline && (isOpen ? deadline : smooth(deadline.due, 0));
  };
}

/** Where the opening time reaches `seconds` for the last time, and how it goes on in the rest of the slot. */
function endAfter(open: readonly OpenStretch[], seconds: number): Deadline | null {
  const index = lastWhere(open, (stretch) => stretch.before <= seconds);
  const stretch = open[index];
  const next = open[index + 1];
  if (!stretch || !next) return null;
  const due = stretch.from + seconds - stretch.before;
  const cut = stretch.until - due;
  if (cut >= slotSeconds) return smooth(due, 1);
  return { due, moves: 1, cut, dueLate: next.from - cut };
}

/** Where the opening time reaches `seconds` for the first time. Its jump comes a second after the opening is over. */
function endBefore(open: readonly OpenStretch[], seconds: number): Deadline | null {
  const index = lastWhere(open, (stretch) => stretch.before < seconds);
  const stretch = open[index];
  const next = open[index + 1];
  if (!stretch || !next) return null;
  const due = stretch.from + seconds - stretch.before;
  const left = stretch.until - due;
  if (left + 1 >= slotSeconds) return smooth(due, 1);
  return { due, moves: 1, cut: left + 1, dueLate: next.from - left };
}

/**
 * Business days: the same local clock time so many working days on, clamped into that day's hours. A clock that starts while closed
 * starts at the next opening; to the other side, at the closing before.
 */
export function businessDayRule(
  days: readonly WorkingDay[],
  time: LocalTime,
  amount: number,
  side: Window['side'],
): Rule {
  const open = openStretches(days, time);
  const steps = side === 'after' ? amount : -amount;
  return (start) => {
    const index = lastWhere(open, (stretch) => stretch.from <= start);
    const stretch = open[index];
    const isOpen = stretch !== undefined && start < stretch.until;
    const begin = isOpen ? start : side === 'after' ? open[index + 1]?.from : stretch?.until;
    if (begin === undefined) return null;
    const local = time.local(begin);
    const from = Math.floor((isOpen || side === 'after' ? local : local - 1) / daySeconds);
    const day = days[lastWhere(days, (one) => one.number <= from) + steps];
    if (!day) return null;
    return clamped(day, local - from * daySeconds, isOpen, time);
  };
}

/** A clock time on a working day, not before its first opening nor after its last closing. */
function clamped(day: WorkingDay, clock: number, moves: boolean, time: LocalTime): Deadline {
  const midnight = day.number * daySeconds;
  if (clock < day.opens * 60) return smooth(time.instant(midnight + day.opens * 60), 0);
  if (clock >= day.closes * 60) return smooth(time.instant(midnight + day.closes * 60), 0);
  return smooth(time.instant(midnight + clock), moves ? 1 : 0);
}
