import { dayOfNumber } from '../../calendar/local-date.ts';
import { noSuchDay, readIso } from './clock-reading.ts';
import type { ClockReading, DateReading } from './clock-reading.ts';
import { compileDateForm } from './date-form.ts';
import { tellForms } from './form-told.ts';
import type { FormTold, FormTried } from './form-told.ts';
import { likelyFits, likelyLanguages } from './likely-dates.ts';
import { likelyNumbers, plainNumber } from './likely-numbers.ts';
import { sayDay } from './say-day.ts';

/** A form of dates, and what values of it know. */
export interface DateFormTold extends FormTold {
  /** Whether any value has a time of day. */
  readonly hasTime: boolean;
  /** Whether all that have a time say in which zone; no where none has a time. */
  readonly hasZone: boolean;
}

/** ISO 8601 by the name under which it is told. */
export const isoForm = 'YYYY-MM-DD';

/**
 * In which forms these dates or instants (up to some thousand, empty ones are left out) are written, best first; `sure` where it needs
 * no question. Empty where none of them is a date.
 */
export function formsOfDates(texts: readonly string[]): readonly DateFormTold[] {
  const filled = filledOf(texts);
  const iso = triedAs(filled, isoForm, null, readIso);
  // What is certain needs no other form.
  const tried = iso.readings.includes(null) ? [iso, ...likelyOf(filled)] : [iso];
  const told = tellForms(filled, tried, { same: sameReading, say: sayReading });
  return told.map((form) => {
    const { readings } = tried.find((each) => each.form === form.form) ?? { readings: [] };
    const timed = readings.filter((reading) => reading !== null && reading.seconds !== null);
    return {
      ...form,
      hasTime: timed.length > 0,
      hasZone: timed.length > 0 && timed.every((reading) => reading?.offset !== null),
    };
  });
}

/** In which forms these numbers are written, best first, by the same rules; signs of currencies and percents are part of the form. */
export function formsOfNumbers(texts: readonly string[]): readonly FormTold[] {
  const filled = filledOf(texts);
  const tried = [plainNumber, ...likelyNumbers(filled)].map(({ form, read }) => ({
    form,
    language: null,
    isCertain: form === plainNumber.form,
    readings: filled.map((text) => read(text)),
  }));
  return tellForms(filled, tried, { same: (one, other) => Number(one) === Number(other), say: (number) => number });
}

function filledOf(texts: readonly string[]): string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

/** All forms that any of the texts fits. Of a form with names, the language that reads most: `Apr` is a month in many, `Mär` in one. */
function likelyOf(texts: readonly string[]): FormTried<ClockReading>[] {
  const found = new Map<string, boolean>();
  for (const text of new Set(texts))
    for (const { form, language } of likelyFits(text)) found.set(form, language !== null);
  return [...found].map(([form, hasNames]) => {
    const tried = (hasNames ? likelyLanguages : ['en']).map((language) => {
      const read = compileDateForm(form, language) ?? (() => null);
      return triedAs(texts, form, language === 'en' ? null : language, read);
    });
    return tried.reduce((best, next) => (fitsOf(next) > fitsOf(best) ? next : best));
  });
}

function fitsOf({ readings }: FormTried<ClockReading>): number {
  return readings.filter((reading) => reading !== null).length;
}

function triedAs(
  texts: readonly string[],
  form: string,
  language: string | null,
  read: (text: string) => DateReading,
): FormTried<ClockReading> {
  const readings = texts.map((text) => {
    const reading = read(text);
    return reading === noSuchDay ? null : reading;
  });
  return { form, language, isCertain: form === isoForm, readings };
}

function sameReading(one: ClockReading, other: ClockReading): boolean {
  return one.dayNumber === other.dayNumber && one.seconds === other.seconds && one.offset === other.offset;
}

function sayReading({ dayNumber, seconds }: ClockReading): string {
  const time = seconds === null ? '' : `, ${new Date(seconds * 1000).toISOString().slice(11, 16)}`;
  return `${sayDay(dayOfNumber(dayNumber))}${time}`;
}
