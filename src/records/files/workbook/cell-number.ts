import { dayOfNumber, daySeconds } from '../../../calendar/local-date.ts';
import type { Shown } from './number-format.ts';

/** Days from 1970-01-01 back to the day that has number 0. In the common epoch 1900 had a 29 February, so days before March 1900 lie one further on. */
const zeroOf1900 = -25_569;
const zeroOf1904 = -24_107;
const falseLeapDay = 60;

/** Numbers beyond 15 digits are not what was typed: they stay as they stand, so that damaged ids are seen. */
const exactDigits = 15;

/** Past year 9999 is no date. */
const lastSerial = 2_958_466;

/**
 * A number of a workbook as text: a date as `2026-11-09`, an instant as `2026-11-09 05:40:00`, a length of time as `26:30:00`, else
 * the number without the noise of its binary form.
 */
export function textOfNumber(written: string, shown: Shown, from1904: boolean): string {
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number)) return written;
  if (shown === 'number' || number < 0) return plainNumber(written, number);
  const seconds = Math.round(number * daySeconds);
  if (shown === 'length of time') return clock(seconds);
  if (number >= lastSerial) return written;
  if (shown === 'time' && number < 1) return clock(seconds % daySeconds);
  // A number below 1 that is shown as a date is a time without one: the day 1900-01-00 is in no calendar.
  if (number < 1 && !from1904) return clock(seconds % daySeconds);
  const day = dayOf(Math.floor(seconds / daySeconds), from1904);
  return shown === 'day' ? day : `${day} ${clock(seconds % daySeconds)}`;
}

function dayOf(serial: number, from1904: boolean): string {
  if (from1904) return dayOfNumber(zeroOf1904 + serial);
  // No calendar has this day: whoever reads dates refuses it.
  if (serial === falseLeapDay) return '1900-02-29';
  return dayOfNumber(zeroOf1900 + serial + (serial < falseLeapDay ? 1 : 0));
}

function clock(seconds: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function plainNumber(written: string, number: number): string {
  const size = Math.abs(number);
  if (size >= 1e15 || (size !== 0 && size < 1e-6)) return written;
  if (!/[.eE]/.test(written)) return written;
  return String(Number(number.toPrecision(exactDigits)));
}
