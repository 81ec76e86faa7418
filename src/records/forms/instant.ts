import { daySeconds } from '../../calendar/local-date.ts';
import { noSuchDay, readIso } from './clock-reading.ts';
import { plainInstant } from './plain-iso.ts';

/** Seconds since 1970 of an ISO 8601 instant with its zone; null for anything else. */
export function readInstant(text: string): number | null {
  const plain = plainInstant(text);
  if (plain !== null) return plain;
  const reading = readIso(text);
  if (reading === null || reading === noSuchDay || reading.seconds === null || reading.offset === null) return null;
  return reading.dayNumber * daySeconds + reading.seconds - reading.offset;
}
