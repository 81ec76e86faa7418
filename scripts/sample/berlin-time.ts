/** Local time of the made-up company, by the rule of the European Union, so that a million leads need no date library. */

export const daySeconds = 86_400;

/** The day of a date, counted from 1970-01-01; `month` from 1. */
export function dayOf(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / 1000 / daySeconds);
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** A day of the calendar; `month` and `date` count from 1, `text` is `2026-11-09`. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  readonly text: string;
}

const calendar = new Map<number, CalendarDay>();

/** The calendar's name for a day. Days are remembered: a run asks for the same thousand or two again and again. */
export function dateOf(day: number): CalendarDay {
  const known = calendar.get(day);
  if (known) return known;
  const text = new Date(day * daySeconds * 1000).toISOString().slice(0, 10);
  const [year, month, date] = text.split('-').map(Number);
  const named = { year: year!, month: month!, date: date!, text };
  calendar.set(day, named);
  return named;
}

/** `2026-11-09` */
export function textOfDay(day: number): string {
  return dateOf(day).text;
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** `2026-11-09T05:40:00.000Z`, as Salesforce writes an instant; `at` in whole seconds. */
export function textOfInstant(at: number): string {
  const day = Math.floor(at / daySeconds);
  const clock = at - day * daySeconds;
  const [hours, minutes, seconds] = [Math.floor(clock / 3600), Math.floor(clock / 60) % 60, clock % 60];
  return `${textOfDay(day)}T${twoDigits[hours]!}:${twoDigits[minutes]!}:${twoDigits[seconds]!}.000Z`;
}

const summers = new Map<number, readonly [number, number]>();

/** Summer time runs from the last Sunday of March to the last Sunday of October, 01:00 UTC. */
function summerOf(year: number): readonly [number, number] {
  const known = summers.get(year);
  if (known) return known;
  const lastSunday = (month: number): number => dayOf(year, month, 31) - weekdayOf(dayOf(year, month, 31));
  const summer = [lastSunday(3) * daySeconds + 3600, lastSunday(10) * daySeconds + 3600] as const;
  summers.set(year, summer);
  return summer;
}

/** Seconds that Berlin is ahead of UTC at an instant (epoch seconds). */
export function offsetAt(at: number): number {
  const [from, to] = summerOf(dateOf(Math.floor(at / daySeconds)).year);
  return at >= from && at < to ? 7200 : 3600;
}

/** The local day of an instant. */
export function localDayOf(at: number): number {
  return Math.floor((at + offsetAt(at)) / daySeconds);
}

/** Seconds since local midnight, by the clock on the wall. */
export function clockOf(at: number): number {
  const local = at + offsetAt(at);
  return local - Math.floor(local / daySeconds) * daySeconds;
}

/** The instant of a local day and clock (seconds since midnight). A skipped clock moves on by the gap. */
export function instantOf(day: number, clock: number): number {
  const local = day * daySeconds + clock;
  const winter = local - 3600;
  return offsetAt(local - 7200) === 7200 ? local - 7200 : winter;
}
