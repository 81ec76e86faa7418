/** A calendar's opening time by slots, and its working days by number. */
import { dayOfNumber, daySeconds, numberOfDay } from './local-date.ts';
import { lastWhere, openStretches, workingDays, type WorkingDay } from './openings.ts';
import { slotSeconds, type DayRange, type SlotRange } from './slots.ts';
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

/** The slots of a range, in order. `days` are the numbered days of a range that holds it. */
export function* openingSlots(days: readonly WorkingDay[], range: SlotRange, time: LocalTime): Generator<OpeningSlot> {
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

/**
 * The quarter hours of a working day's clock, not before its first opening nor after its last closing: for a clock time that lies `x` seconds
 * after the quarter's start, the instant is `instant + moves * x`, and the opening time until then `before + open * x`.
 */
export interface WorkingQuarter {
  /** The number of the working day. */
  readonly number: number;
  /** 0 to 95. */
  readonly quarter: number;
  readonly instant: number;
  readonly moves: 0 | 1;
  readonly before: number;
  readonly open: 0 | 1;
}

const quartersOfDay = daySeconds / slotSeconds;

/** The quarter hours of all days. */
export function* workingQuarters(days: readonly WorkingDay[], time: LocalTime): Generator<WorkingQuarter> {
  const stretches = openStretches(days, time);
  for (const [number, day] of days.entries()) {
    const [opens, closes] = [day.opens * 60, day.closes * 60];
    for (let quarter = 0; quarter < quartersOfDay; quarter += 1) {
      const clock = quarter * slotSeconds;
      const moves = opens <= clock && clock < closes ? 1 : 0;
      const instant = time.instant(day.number * daySeconds + Math.min(Math.max(clock, opens), closes));
      const stretch = stretches[lastWhere(stretches, ({ from }) => from <= instant)];
      const before = stretch ? stretch.before + Math.min(instant, stretch.until) - stretch.from : 0;
      yield { number, quarter, instant, moves, before, open: stretch && instant < stretch.until ? moves : 0 };
    }
  }
}
