/** Local time as a company keeps it: instants are seconds since 1970, days are `YYYY-MM-DD`. Everything goes by Temporal, one date after the other. */
import { Temporal } from 'temporal-polyfill';
import type { WorkCalendar } from '../../src/values/agreement.ts';
import type { Day } from '../../src/values/period.ts';

/** A stretch of opening time: `from` is open, `until` no longer. */
export interface Opening {
  readonly day: Day;
  readonly from: number;
  readonly until: number;
}

/** A time zone, and the opening times of a calendar in it. */
export interface PlainClock {
  readonly zone: string;
  readonly calendar: WorkCalendar;
  /** What was worked out before, by day. */
  readonly known: Map<Day, readonly Opening[]>;
}

export const plainClock = (zone: string, calendar: WorkCalendar): PlainClock => ({ zone, calendar, known: new Map() });

export function zoned({ zone }: PlainClock, instant: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant * 1000).toZonedDateTimeISO(zone);
}

export const secondsOf = (at: Temporal.ZonedDateTime): number => at.epochMilliseconds / 1000;

/** Dates are asked for again and again, and never change: each is worked out once. */
function remembered<Asked extends readonly (string | number)[], Answer>(
  work: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  const known = new Map<string, Answer>();
  return (...asked) => {
    const key = asked.join(' ');
    const answer = known.get(key) ?? work(...asked);
    known.set(key, answer);
    return answer;
  };
}

const dayIn = remembered((zone: string, instant: number): Day =>
  Temporal.Instant.fromEpochMilliseconds(instant * 1000)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString(),
);

/** The local date of an instant. */
export const dayOf = ({ zone }: PlainClock, instant: number): Day => dayIn(zone, instant);

/** The instant of so many seconds after midnight by the clock on the wall. */
export function instantOn({ zone }: PlainClock, day: Day, seconds: number): number {
  const midnight = Temporal.PlainDate.from(day).toPlainDateTime();
  return secondsOf(midnight.add({ seconds }).toZonedDateTime(zone));
}

/** Seconds after midnight by the clock on the wall. */
export function wallClock(clock: PlainClock, instant: number): number {
  const { hour, minute, second } = zoned(clock, instant);
  return hour * 3600 + minute * 60 + second;
}

export const plusDays = remembered((day: Day, days: number): Day =>
  Temporal.PlainDate.from(day).add({ days }).toString(),
);
export const plusMonths = remembered((day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).add({ months }).toString(),
);
export const daysBetween = remembered(
  (from: Day, to: Day): number => Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days,
);
export const weekdayOf = remembered((day: Day): number => Temporal.PlainDate.from(day).dayOfWeek);

/** Whether anyone works on a day: its weekday has hours, and it is no holiday. */
export function isWorkingDay({ calendar }: PlainClock, day: Day): boolean {
  const weekday = weekdayOf(day);
  return calendar.openings.some((one) => one.weekday === weekday) && !calendar.holidays.some((one) => one.day === day);
}

/** The hours of a working day, in minutes after midnight: its first opening, and its last closing. */
export function hoursOf({ calendar }: PlainClock, day: Day): { opens: number; closes: number } {
  const openings = calendar.openings.filter((one) => one.weekday === weekdayOf(day));
  return {
    opens: Math.min(...openings.map((one) => one.opens)),
    closes: Math.max(...openings.map((one) => one.closes)),
  };
}

/** The openings of a day, the early ones first. An hour that the clocks skip is no opening. */
export function openingsOn(clock: PlainClock, day: Day): readonly Opening[] {
  const before = clock.known.get(day);
  if (before) return before;
  const openings = isWorkingDay(clock, day)
    ? clock.calendar.openings
        .filter((one) => one.weekday === weekdayOf(day))
        .map(({ opens, closes }) => ({
          day,
          from: instantOn(clock, day, opens * 60),
          until: instantOn(clock, day, closes * 60),
        }))
        .filter(({ from, until }) => from < until)
        .toSorted((one, other) => one.from - other.from)
    : [];
  clock.known.set(day, openings);
  return openings;
}

/** As far as anyone looks for an opening: a calendar that has none in so many days is never open. */
const farthest = 4000;

/** The openings from that of an instant's day on, or back from it, as far as there are any. */
export function* openingsFrom(clock: PlainClock, instant: number, step: 1 | -1): Generator<Opening> {
  if (clock.calendar.openings.length === 0) return;
  let day = dayOf(clock, instant);
  for (let count = 0; count < farthest; count += 1, day = plusDays(day, step)) {
    const openings = openingsOn(clock, day);
    yield* step === 1 ? openings : openings.toReversed();
  }
}

/** The opening that an instant lies in. At the moment of closing it is closed. */
export function openingAt(clock: PlainClock, instant: number): Opening | undefined {
  return openingsOn(clock, dayOf(clock, instant)).find(({ from, until }) => from <= instant && instant < until);
}

/** Seconds of opening time from one instant to a later one. */
export function openSeconds(clock: PlainClock, from: number, to: number): number {
  let seconds = 0;
  for (const opening of openingsFrom(clock, from, 1)) {
    if (opening.from >= to) break;
    seconds += Math.max(0, Math.min(opening.until, to) - Math.max(opening.from, from));
  }
  return seconds;
}
