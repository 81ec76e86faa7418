import { businessDayRule, businessTimeRule } from './business-rules.ts';
import { smooth, type Deadline, type Rule } from './deadline.ts';
import { addMonths, dayOfNumber, daySeconds, numberOfDay } from './local-date.ts';
import { weeklySeconds, workingDays } from './openings.ts';
import { slotOf, slotSeconds, type DayRange, type SlotRange } from './slots.ts';
import type { Clock } from './clock.ts';
import type { LocalTime } from './local-time.ts';
import type { WorkCalendar } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';

/** The deadlines of slots, which lie in a range, by a clock. A calendar that is never open has none. */
export function* deadlines(
  clock: Clock,
  slots: Iterable<number>,
  range: SlotRange,
  time: LocalTime,
  calendars: readonly WorkCalendar[],
): Generator<readonly [slot: number, deadline: Deadline]> {
  const rule = ruleOf(clock, range, time, calendars);
  for (const slot of slots) {
    const deadline = rule(slot * slotSeconds);
    if (deadline) yield [slot, deadline];
  }
}

/** The slots in which a deadline lies for the instants of its slot. */
export function slotsAt({ due, moves, cut, dueLate }: Deadline): number[] {
  const rest = slotSeconds - 1;
  const ends = [
    due,
    due + moves * Math.min(rest, cut - 1),
    dueLate + moves * Math.min(rest, cut),
    dueLate + moves * rest,
  ];
  return [...new Set(ends.map(slotOf))];
}

function ruleOf(clock: Clock, range: SlotRange, time: LocalTime, calendars: readonly WorkCalendar[]): Rule {
  const { amount, unit } = clock.duration;
  const steps = clock.side === 'after' ? amount : -amount;
  switch (unit) {
    case 'minutes':
    case 'hours':
      return (start) => smooth(start + Math.round(steps * (unit === 'hours' ? 3600 : 60)), 1);
    case 'days':
      return localRule(time, (dayNumber) => dayNumber + steps);
    case 'calendar days':
      return dateRule(time, steps, clock.side);
    case 'weeks':
      return localRule(time, (dayNumber) => dayNumber + steps * 7);
    case 'months':
      return localRule(time, (dayNumber) => addMonths(dayNumber, steps));
    case 'business minutes':
    case 'business hours':
    case 'business days': {
      const calendar = calendars.find((one) => one.slug === clock.calendar);
      if (!calendar || calendar.openings.length === 0) return () => null;
      const margin = marginDays(clock, calendar);
      const first = Math.floor((range.first * slotSeconds) / daySeconds) - margin;
      const last = Math.ceil((range.last * slotSeconds) / daySeconds) + margin;
      const days = workingDays(calendar, first, last);
      if (unit === 'business days') return businessDayRule(days, time, amount, clock.side);
      const seconds = Math.round(amount * (unit === 'business hours' ? 3600 : 60));
      return businessTimeRule(days, time, seconds, clock.side);
    }
  }
}

/** The same local clock time on another day. */
function localRule(time: LocalTime, otherDay: (dayNumber: number) => number): Rule {
  return (start) => {
    const local = time.local(start);
    const dayNumber = Math.floor(local / daySeconds);
    return smooth(time.instant(otherDay(dayNumber) * daySeconds + (local - dayNumber * daySeconds)), 1);
  };
}

/** The last second of a local date some days on; to the other side, the first second. */
function dateRule(time: LocalTime, steps: number, side: Clock['side']): Rule {
  return (start) => {
    const day = Math.floor(time.local(start) / daySeconds) + steps;
    return smooth(side === 'after' ? time.instant((day + 1) * daySeconds) - 1 : time.instant(day * daySeconds), 0);
  };
}

/** Days to look beyond a range so that every deadline lies inside, with a quarter of a year for holidays. */
function marginDays({ duration }: Clock, calendar: WorkCalendar): number {
  const perWeek = new Set(calendar.openings.map((opening) => opening.weekday)).size;
  const weeks =
    duration.unit === 'business days'
      ? duration.amount / perWeek
      : (duration.amount * (duration.unit === 'business hours' ? 3600 : 60)) / weeklySeconds(calendar);
  return Math.ceil(weeks * 10) + 92;
}

/** The last (or first, to the other side) local date of a window of days; null where the unit says nothing of days. */
export function* dayDeadlines(
  clock: Clock,
  range: DayRange,
  calendars: readonly WorkCalendar[],
): Generator<readonly [day: Day, due: Day]> {
  const first = numberOfDay(range.first);
  const last = numberOfDay(range.last);
  const rule = dayRuleOf(clock, first, last, calendars);
  for (let number = first; number <= last; number += 1) {
    const due = rule(number);
    if (due !== null) yield [dayOfNumber(number), dayOfNumber(due)];
  }
}

function dayRuleOf(
  clock: Clock,
  first: number,
  last: number,
  calendars: readonly WorkCalendar[],
): (dayNumber: number) => number | null {
  const { amount, unit } = clock.duration;
  const steps = clock.side === 'after' ? amount : -amount;
  switch (unit) {
    case 'days':
    case 'calendar days':
      return (number) => number + steps;
    case 'weeks':
      return (number) => number + steps * 7;
    case 'months':
      return (number) => addMonths(number, steps);
    case 'business days': {
      const calendar = calendars.find((one) => one.slug === clock.calendar);
      if (!calendar || calendar.openings.length === 0) return () => null;
      const margin = marginDays(clock, calendar);
      return countingRule(
        workingDays(calendar, first - margin, last + margin).map((day) => day.number),
        steps,
      );
    }
    case 'minutes':
    case 'hours':
    case 'business minutes':
    case 'business hours':
      return () => null;
  }
}

/** N working days on (or back); a day that is none counts from the next working day (or the one before). */
function countingRule(working: readonly number[], steps: number): (dayNumber: number) => number | null {
  let index = 0;
  return (number) => {
    while ((working[index] ?? Infinity) < number) index += 1;
    const start = steps < 0 && working[index] !== number ? index - 1 : index;
    return working[start + steps] ?? null;
  };
}
