/**
 * Time, walked plainly: minute by minute through the office's opening hours, on the clock of Berlin as Intl tells it.
 * The year's holidays are read from the agreement's file; nothing of the product's calendar is used.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const aheadOfUtc = new Map<number, number>();

/** Seconds by which Berlin's clock is ahead of UTC; it changes on full hours only, so one look an hour is enough. */
function ahead(instant: number): number {
  const hour = Math.floor(instant / 3600);
  let seconds = aheadOfUtc.get(hour);
  if (seconds === undefined) {
    const part: Record<string, number> = {};
    for (const { type, value } of clock.formatToParts(hour * 3600 * 1000)) part[type] = Number(value);
    const shown = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second) / 1000;
    seconds = shown - hour * 3600;
    aheadOfUtc.set(hour, seconds);
  }
  return seconds;
}

const days = new Map<number, string>();

/** The local date, `YYYY-MM-DD`. */
export function dayOf(instant: number): string {
  const number = Math.floor((instant + ahead(instant)) / 86_400);
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * 86_400_000).toISOString().slice(0, 10);
    days.set(number, day);
  }
  return day;
}

/** The local clock time in seconds after midnight. */
export function clockOf(instant: number): number {
  const local = instant + ahead(instant);
  return local - Math.floor(local / 86_400) * 86_400;
}

/** The instant at which the local clock shows a time of a day. The times asked for exist once: none lies in the hour that is skipped. */
export function instantAt(day: string, secondsAfterMidnight: number): number {
  const shown = Date.parse(`${day}T00:00:00Z`) / 1000 + secondsAfterMidnight;
  for (const hours of [2, 1]) {
    const instant = shown - hours * 3600;
    if (ahead(instant) === hours * 3600) return instant;
  }
  throw new Error(`the clock of Berlin skips ${day} ${secondsAfterMidnight}`);
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** 1 is Monday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export interface Office {
  isOpen(instant: number): boolean;
  /** The instant after which a promise of so many business hours is broken. */
  afterBusinessHours(from: number, hours: number): number;
  afterBusinessDays(from: number, count: number): number;
}

const nine = 9 * 3600;
const five = 17 * 3600;

/** Open from nine to five, Monday to Friday, but on holidays. */
export function officeOf(calendarsFile: string): Office {
  const { office } = parse(readFileSync(calendarsFile, 'utf8')) as { office: { holidays: Record<string, string> } };
  const holidays = new Set(Object.keys(office.holidays));
  const isWorkingDay = (day: string): boolean => weekdayOf(day) <= 5 && !holidays.has(day);
  const isOpen = (instant: number): boolean => {
    const time = clockOf(instant);
    return time >= nine && time < five && isWorkingDay(dayOf(instant));
  };
  const minuteAfter = (instant: number): number => (Math.floor(instant / 60) + 1) * 60;
  const nextOpen = (from: number): number => {
    let instant = from;
    while (!isOpen(instant)) instant = minuteAfter(instant);
    return instant;
  };
  return {
    isOpen,
    afterBusinessHours(from, hours) {
      let left = hours * 3600;
      for (let instant = from; ; instant = minuteAfter(instant)) {
        if (!isOpen(instant)) continue;
        const stretch = minuteAfter(instant) - instant;
        if (left < stretch) return instant + left;
        left -= stretch;
      }
    },
    afterBusinessDays(from, count) {
      const start = nextOpen(from);
      let day = dayOf(start);
      for (let passed = 0; passed < count;) {
        day = addDays(day, 1);
        if (isWorkingDay(day)) passed += 1;
      }
      // The opening is the same on every day, so the clock time lies in it and needs no clamping.
      return instantAt(day, clockOf(start));
    },
  };
}

/** The periods that a day lies in, from fine to coarse. */
export function periodsOf(day: string): { grain: string; period: string }[] {
  const month = Number(day.slice(5, 7));
  return [
    { grain: 'week', period: `week-${addDays(day, 1 - weekdayOf(day))}` },
    { grain: 'month', period: day.slice(0, 7) },
    { grain: 'quarter', period: `FY${day.slice(0, 4)}-Q${Math.ceil(month / 3)}` },
    { grain: 'year', period: `FY${day.slice(0, 4)}` },
    { grain: 'all', period: 'all' },
  ];
}
