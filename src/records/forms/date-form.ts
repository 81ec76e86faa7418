import { dayNumberOf, daySeconds } from '../../calendar/local-date.ts';

/** A point on some clock, before it is known whose. */
export interface ClockReading {
  /** Days since 1970-01-01 of the date as written. */
  readonly dayNumber: number;
  /** Seconds after midnight as written; null where there is only a date. */
  readonly seconds: number | null;
  /** Seconds that the clock is ahead of UTC; null where nothing tells. */
  readonly offset: number | null;
}

/** A day that looks like one but is in no calendar: 30 February. */
export const noSuchDay = 'no such day';
export type DateReading = ClockReading | typeof noSuchDay | null;

/** Reads texts of one form; null where a text is not of that form. */
export type DateForm = (text: string) => DateReading;

/** Checks the parts and puts them together. Month and day count from 1. */
export function readingOf(
  date: readonly [year: number, month: number, day: number],
  time: readonly [hours: number, minutes: number, seconds: number] | null = null,
  offset: number | null = null,
): DateReading {
  const [year, month, day] = date;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return noSuchDay;
  const seconds = time ? time[0] * 3600 + time[1] * 60 + time[2] : null;
  if (time && (time[1] > 59 || time[2] > 59 || (seconds ?? 0) > daySeconds)) return noSuchDay;
  return { dayNumber: dayNumberOf({ year, month, day }), seconds, offset };
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (monthDays[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** The parts of a form, longest first, so that `YYYY` is not read as something and three letters more. */
const parts = {
  YYYY: ['year', String.raw`\d{4}`],
  YY: ['year', String.raw`\d{2}`],
  MM: ['month', String.raw`\d{2}`],
  M: ['month', String.raw`\d{1,2}`],
  DD: ['day', String.raw`\d{2}`],
  D: ['day', String.raw`\d{1,2}`],
  HH: ['hours', String.raw`\d{2}`],
  H: ['hours', String.raw`\d{1,2}`],
  h: ['half', String.raw`\d{1,2}`],
  mm: ['minutes', String.raw`\d{2}`],
  ss: ['seconds', String.raw`\d{2}`],
  A: ['noon', '[AaPp][Mm]'],
} as const;

/** Makes a reader out of a form like `M/D/YYYY H:mm` or `YYYYMMDD`; null where it does not name year, month and day once each. */
export function compileDateForm(form: string): DateForm | null {
  const names: string[] = [];
  const pattern = form.replaceAll(/YYYY|YY|MM|M|DD|D|HH|H|h|mm|ss|A|[\s\S]/g, (piece) => {
    if (!(piece in parts)) return piece.replaceAll(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`);
    const [name, digits] = parts[piece as keyof typeof parts];
    names.push(name);
    return `(${digits})`;
  });
  const once = ['year', 'month', 'day'].every((name) => names.includes(name)) && new Set(names).size === names.length;
  const hasTime = names.includes('hours') || names.includes('half');
  if (!once || names.includes('half') !== names.includes('noon') || (!hasTime && names.includes('minutes')))
    return null;
  const whole = new RegExp(`^${pattern}$`);
  return (text) => {
    const found = whole.exec(text);
    if (!found) return null;
    const part = (name: string): number => Number(found[names.indexOf(name) + 1] ?? 0);
    const noon = found[names.indexOf('noon') + 1]?.toLowerCase();
    const hours = names.includes('half')
      ? (part('half') % 12) + (noon === 'pm' ? 12 : 0)
      : namedPart(names, 'hours', part);
    const time = [hours, namedPart(names, 'minutes', part), namedPart(names, 'seconds', part)] as const;
    return readingOf(
      [yearOf(found[names.indexOf('year') + 1] ?? ''), part('month'), part('day')],
      hasTime ? time : null,
    );
  };
}

/** A year of two digits is one from 1970 to 2069: no CRM is older. */
function yearOf(written: string): number {
  if (written.length === 4) return Number(written);
  return Number(written) + (Number(written) < 70 ? 2000 : 1900);
}

function namedPart(names: readonly string[], name: string, part: (name: string) => number): number {
  return names.includes(name) ? part(name) : 0;
}

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Reads ISO 8601, the one form that is certain: `2026-11-09`, `2026-11-09T05:40:00.000Z`, `2026-11-09 05:40:00`. */
export const readIso: DateForm = (text) => {
  const found = iso.exec(text);
  if (!found) return null;
  const [, year, month, day, hours, minutes, seconds, zone] = found;
  const time = hours === undefined ? null : ([Number(hours), Number(minutes), Number(seconds ?? 0)] as const);
  return readingOf([Number(year), Number(month), Number(day)], time, zone === undefined ? null : offsetOf(zone));
};

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const seconds = Number(digits.slice(0, 2)) * 3600 + Number(digits.slice(2, 4) || 0) * 60;
  return zone.startsWith('-') ? -seconds : seconds;
}
