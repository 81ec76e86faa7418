import { dayOfNumber, daySeconds } from '../../calendar/local-date.ts';
import { localTime } from '../../calendar/local-time.ts';
import type { LocalTime } from '../../calendar/local-time.ts';
import type { Forms } from '../source.ts';
import { compileDateForm, noSuchDay, readIso } from './date-form.ts';
import type { ClockReading, DateForm, DateReading } from './date-form.ts';
import { Refusal, Uncertain } from './reading.ts';

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

/** Reads instants. A date alone is none unless it says which is meant, and a clock time without a zone needs one declared. */
export function instantReader(forms: Forms, day: DayAsInstant | null): MomentReader<number> {
  const clock = forms.timeZone === null ? null : clockOf(forms.timeZone);
  return readerOf(forms.instants, 'instants', (reading, text) => {
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
export function dayReader(forms: Forms, company: LocalTime): MomentReader<string> {
  return readerOf(forms.dates, 'dates', ({ dayNumber, seconds, offset }) => {
    if (seconds === null || offset === null) return dayOfNumber(dayNumber);
    const local = company.local(dayNumber * daySeconds + seconds - offset);
    return dayOfNumber(Math.floor(local / daySeconds));
  });
}

function readerOf<T>(
  declared: readonly string[],
  key: 'dates' | 'instants',
  use: (reading: ClockReading, text: string) => T | Refusal | Uncertain,
): MomentReader<T> {
  const forms = declared.flatMap((form) => compileDateForm(form) ?? []);
  return (text) => {
    let reading: DateReading = null;
    for (const form of forms) reading ??= form(text);
    reading ??= readIso(text);
    if (reading === noSuchDay) return new Refusal('is no day of the calendar');
    if (reading) return use(reading, text);
    if (forms.length > 0) return new Refusal(`is not written as ${declared.join(' or ')}`);
    return undeclared(text, key);
  };
}

const likely = ['D/M/YYYY', 'M/D/YYYY', 'D.M.YYYY', 'D-M-YYYY', 'M-D-YYYY', 'YYYY/M/D', 'YYYYMMDD'];
const timesLikely = ['', ' H:mm', ' H:mm:ss', ' h:mm A'];
const formsLikely = timesLikely.flatMap((time) => likely.map((date) => date + time));
const readersLikely: readonly (readonly [string, DateForm])[] = formsLikely.flatMap((form) => {
  const reader = compileDateForm(form);
  return reader ? [[form, reader] as const] : [];
});

/** What the text may be, for whoever declares it; a text that is a date in no form is only refused. */
function undeclared(text: string, key: 'dates' | 'instants'): Refusal | Uncertain {
  const all = readersLikely.map(([form, reader]): readonly [string, DateReading] => [form, reader(text)]);
  const may = all.filter((each): each is readonly [string, ClockReading] => each[1] !== null && each[1] !== noSuchDay);
  if (may.length === 0) {
    return new Refusal(all.some(([, reading]) => reading === noSuchDay) ? 'is no day of the calendar' : 'is no date');
  }
  const readings = may.map(([, { dayNumber }]) => sayDay(dayOfNumber(dayNumber))).join(' or ');
  return new Uncertain(
    `"${text}" may be ${readings}`,
    `declare which: ${may.map(([form]) => `${key}: ${form}`).join(', or ')}`,
  );
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

function sayDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${monthNames[Number(month) - 1]} ${year}`;
}
