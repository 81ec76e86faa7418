/** A calendar's opening time by slots, and its working days by number. */
import { dayClock, type DayClock } from './day-clock.ts';
import { dayOfNumber, daySeconds, numberOfDay } from './local-date.ts';
import { lastWhere, openStretches, workingDays, type WorkingDay } from './openings.ts';
import { slotOf, slotSeconds, type DayRange, type SlotRange } from './slots.ts';
import type { LocalTime } from './local-time.ts';
import type { WorkCalendar } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';

/** Days to look beyond a range: within them there is an opening, unless a calendar closes for a quarter of a year. */
const margin = 100;

/** The working days of a range and around it, in order. A working day's number is its index. */
export function numberedDays(calendar: WorkCalendar, { first, last }: DayRange): readonly WorkingDay[] {
  return workingDays(calendar, numberOfDay(first) - margin, numberOfDay(last) + margin);
}

/** A slot by a calendar: it lies wholly in an opening or wholly outside. */
export interface OpeningSlot {
  readonly slot: number;
  /** Seconds of opening time before it, since some beginning. */
  readonly before: number;
  readonly open: 0 | 1;
  /** Where a clock starts that is started at the slot's start, there or with the next opening: a working day's number, and seconds after its midnight. */
  readonly startsOn: number;
  readonly clock: number;
  /** The number of the last working day that has begun by its local date. */
  readonly lastDay: number;
}

/** A range of slots with the working day before the first's and the one after the last's. */
function withDaysBeside(days: readonly WorkingDay[], { first, last }: SlotRange, time: LocalTime): SlotRange {
  const dayOf = (slot: number): number => Math.floor(time.local(slot * slotSeconds) / daySeconds);
  const index = (slot: number): number => lastWhere(days, ({ number }) => number <= dayOf(slot));
  const [before, after] = [days[index(first) - 1], days[index(last) + 1]];
  return {
    first: before ? Math.min(first, slotOf(time.instant(before.number * daySeconds))) : first,
    last: after ? Math.max(last, slotOf(time.instant((after.number + 1) * daySeconds))) : last,
  };
}

/** The slots of a range, in order, with those of the working days beside it. `days` are the numbered days of a range that holds it. */
export function* openingSlots(days: readonly WorkingDay[], within: SlotRange, time: LocalTime): Generator<OpeningSlot> {
  const range = withDaysBeside(days, within, time);
  const open = openStretches(days, time);
  const numbers = new Map(days.map((day, index) => [day.number, index]));
  let [next, lastDay] = [0, 0];
  for (let slot = range.first; slot <= range.last; slot += 1) {
    const start = slot * slotSeconds;
    const local = time.local(start);
    while ((open[next]?.until ?? Infinity) <= start) next += 1;
    while ((days[lastDay + 1]?.number ?? Infinity) * daySeconds <= local) lastDay += 1;
    const stretch = open[next];
    if (!stretch) return;
    const isOpen = stretch.from <= start;
    const begin = isOpen ? local : time.local(stretch.from);
    const day = Math.floor(begin / daySeconds);
    yield {
      slot,
      before: stretch.before + (isOpen ? start - stretch.from : 0),
      open: isOpen ? 1 : 0,
      startsOn: numbers.get(day) ?? 0,
      clock: begin - day * daySeconds,
      lastDay,
    };
  }
}

/** A local date by a calendar: whether it is a working day, and its number or that of the next. */
export type NumberedDate = readonly [day: Day, number: number, open: 0 | 1];

/** The local dates of a range, in order. */
export function* numberedDates(days: readonly WorkingDay[], { first, last }: DayRange): Generator<NumberedDate> {
  let number = 0;
  for (let day = numberOfDay(first); day <= numberOfDay(last); day += 1) {
    while ((days[number]?.number ?? Infinity) < day) number += 1;
    if (number === days.length) return;
    yield [dayOfNumber(day), number, days[number]?.number === day ? 1 : 0];
  }
}

/** A working day's first opening and last closing, in seconds after midnight, with its clock. */
export interface WorkingHours extends DayClock {
  readonly number: number;
  readonly opens: number;
  readonly closes: number;
}

export function* workingHours(days: readonly WorkingDay[], time: LocalTime): Generator<WorkingHours> {
  for (const [number, { number: day, opens, closes }] of days.entries()) {
    yield { number, opens: opens * 60, closes: closes * 60, ...dayClock(day, time) };
  }
}
