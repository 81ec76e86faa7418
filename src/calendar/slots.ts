import { dayOfNumber, daySeconds } from './local-date.ts';
import type { LocalTime } from './local-time.ts';
import type { Day } from '../values/period.ts';

/** Seconds of a slot. Offsets, clock changes and opening times all lie on quarter hours, so a slot lies in one local day. */
export const slotSeconds = 900;

/** The slot that an instant lies in. */
export const slotOf = (instant: number): number => Math.floor(instant / slotSeconds);

/** First and last slot, both inside. */
export interface SlotRange {
  readonly first: number;
  readonly last: number;
}

/** First and last local date, both inside. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

/** The slots that a stretch of instants (both ends inside) touches. */
export const slotRange = (from: number, to: number): SlotRange => ({ first: slotOf(from), last: slotOf(to) });

/** Each slot with its local date, and the seconds after midnight that its clock shows. */
export function* slots(range: SlotRange, time: LocalTime): Generator<readonly [slot: number, day: Day, clock: number]> {
  let dayNumber = NaN;
  let day = '';
  for (let slot = range.first; slot <= range.last; slot += 1) {
    const local = time.local(slot * slotSeconds);
    const number = Math.floor(local / daySeconds);
    if (number !== dayNumber) {
      dayNumber = number;
      day = dayOfNumber(number);
    }
    yield [slot, day, local - number * daySeconds];
  }
}
