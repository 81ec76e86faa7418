import { dayOfNumber, daySeconds } from '../../calendar/local-date.ts';
import { localTime } from '../../calendar/local-time.ts';
import type { LocalTime } from '../../calendar/local-time.ts';
import type { Forms } from '../source.ts';
import { noSuchDay, readIso } from './clock-reading.ts';
import type { ClockReading, DateReading } from './clock-reading.ts';
import { compileDateForm } from './date-form.ts';
import { oddDates } from './odd-dates.ts';
import { plainDay, plainInstant } from './plain-iso.ts';
import type { Refusal } from './reading.ts';
import { Uncertain } from './reading.ts';

/** The stretch for which clock changes are looked up: 1970 to 2100. */
const clockUntil = 4_102_444_800;

/** A zone's clock, for every instant that records may hold. */
export function clockOf(timeZone: string): LocalTime {
  return localTime(timeZone, 0, clockUntil);
}

/** Reads a text as seconds since 1970 (an instant) or as `YYYY-MM-DD` (a day). */
export type MomentReader<T> = (text: string) => T | Refusal | Uncertain;

/** Which instant a day stands for where only the day is written, by the company's clock. */
export interface DayAsInstant {
  readonly dayIs: 'its start' | 'its end' | null;
  readonly company: LocalTime;
}

/** Where in the file a value stands: the line that is being read, for whoever has to compare two of them. */
export type LineNow = () => number;

/** Reads instants. A date alone is none unless it says which is meant, and a clock time without a zone needs one declared. */
export function instantReader(forms: Forms, day: DayAsInstant | null, line: LineNow = noLine): MomentReader<number> {
  const clock = forms.timeZone === null ? null : clockOf(forms.timeZone);
  return readerOf(forms, 'instants', line, plainInstant, (reading, text) => {
    const { dayNumber, seconds, offset } = reading;
    if (seconds === null) {
      if (day?.dayIs === 'its start') return day.company.instant(dayNumber * daySeconds);
      if (day?.dayIs === 'its end') return day.company.instant((dayNumber + 1) * daySeconds) - 1;
      return new Uncertain(
        `"${text}" is a day, and an instant was expected`,
        'say that only the day is known (is: day), or which instant of it is meant (a day is: its start)',
      );
    }
    if (offset !== null) return dayNumber * daySeconds + seconds - offset;
    if (clock) return clock.instant(dayNumber * daySeconds + seconds);
    return new Uncertain(`"${text}" does not say in which time zone`, 'declare it: time zone: UTC');
  });
}

/** Reads days. An instant is the day that it falls on in the company's zone, unless it has no zone: then the day as written. */
export function dayReader(forms: Forms, company: LocalTime, line: LineNow = noLine): MomentReader<string> {
  const asWritten = (text: string): string | null => (plainDay(text) === null ? null : text);
  return readerOf(forms, 'dates', line, asWritten, ({ dayNumber, seconds, offset }) => {
    if (seconds === null || offset === null) return dayOfNumber(dayNumber);
    const local = company.local(dayNumber * daySeconds + seconds - offset);
    return dayOfNumber(Math.floor(local / daySeconds));
  });
}

const noLine: LineNow = () => 0;

/** `quick` reads what is written plainly in ISO 8601, and gives null for all else; `use` makes the same of what it reads, and of the rest. */
function readerOf<T>(
  { language, ...written }: Forms,
  key: 'dates' | 'instants',
  line: LineNow,
  quick: (text: string) => T | null,
  use: (reading: ClockReading, text: string) => T | Refusal | Uncertain,
): MomentReader<T> {
  const declared = written[key];
  const forms = declared.flatMap((form) => compileDateForm(form, language) ?? []);
  const odd = oddDates(declared, language, key, line);
  let watched = false;
  const readDeclared = (text: string): DateReading => {
    let found: DateReading = null;
    for (const form of forms) {
      const reading = form(text);
      if (reading !== null && reading !== noSuchDay) return reading;
      found ??= reading;
    }
    return found ?? readIso(text);
  };
  const read = forms.length === 0 ? readIso : readDeclared;
  return (text) => {
    // What is well written, as others were before it, needs no further look.
    const plain = watched && forms.length === 0 ? quick(text) : null;
    if (plain !== null) return plain;
    const reading = read(text);
    if (reading === null || reading === noSuchDay) {
      watched = false;
      return odd.oddity(text, reading);
    }
    if (!watched) {
      // Only the first of what is well written is looked at, and the first after something that was not.
      watched = true;
      const second = odd.wellWritten(text);
      if (second) return second;
    }
    return use(reading, text);
  };
}
