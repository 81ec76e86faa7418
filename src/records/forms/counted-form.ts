import { daySeconds } from '../../calendar/local-date.ts';
import type { DateForm } from './date-form.ts';
import { noSuchDay } from './clock-reading.ts';

/** Days from 1970-01-01 back to what a spreadsheet counts from: 30 December 1899 (as it takes 1900 for a leap year), 1 January 1904. */
const since1900 = 25_569;
const since1904 = 24_107;
/** The last day of the year 9999. */
const lastDay = 2_932_896;

/** Instants and days that are written as one number, by what they are called where a form is declared. */
export const countedForms: ReadonlyMap<string, DateForm> = new Map([
  ['epoch ms', (text) => sinceEpoch(text, 1000)],
  ['epoch seconds', (text) => sinceEpoch(text, 1)],
  ['epoch ms of a day', epochDay],
  ['spreadsheet days', (text) => spreadsheetDay(text, since1900)],
  ['spreadsheet days from 1904', (text) => spreadsheetDay(text, since1904)],
] satisfies readonly (readonly [string, DateForm])[]);

const wholeNumber = /^-?\d{1,15}(?:\.0+)?$/;

/** An instant in so many to the second since 1970-01-01T00:00Z. */
function sinceEpoch(text: string, perSecond: number): ReturnType<DateForm> {
  if (!wholeNumber.test(text)) return null;
  const seconds = Math.floor(Number(text) / perSecond);
  const dayNumber = Math.floor(seconds / daySeconds);
  if (Math.abs(dayNumber) > lastDay) return noSuchDay;
  return { dayNumber, seconds: seconds - dayNumber * daySeconds, offset: 0 };
}

/** A date that a CRM keeps as the midnight of its day in UTC; another instant is no day. */
function epochDay(text: string): ReturnType<DateForm> {
  const reading = sinceEpoch(text, 1000);
  if (reading === null || reading === noSuchDay) return reading;
  if (Number(text) % (daySeconds * 1000) !== 0) return noSuchDay;
  return { dayNumber: reading.dayNumber, seconds: null, offset: null };
}

/** A spreadsheet's number of a day, with the time of day behind its point. A whole number is the day alone. */
function spreadsheetDay(text: string, since: number): ReturnType<DateForm> {
  if (!/^\d{1,7}(?:\.\d+)?$/.test(text)) return null;
  const count = Number(text);
  const days = Math.floor(count);
  const seconds = Math.round((count - days) * daySeconds);
  // A spreadsheet counts a 29 February 1900, which was no day; what lies before it is counted one less.
  if (since === since1900 && days === 60) return noSuchDay;
  const early = since === since1900 && days < 60 ? 1 : 0;
  const dayNumber = days - since + early + (seconds === daySeconds ? 1 : 0);
  if (dayNumber > lastDay) return noSuchDay;
  return { dayNumber, seconds: text.includes('.') ? seconds % daySeconds : null, offset: null };
}
