import { daySeconds } from './local-date.ts';
import { slotSeconds } from './slots.ts';
import type { LocalTime } from './local-time.ts';

/**
 * A local day's clock: the instant at `clock` seconds after midnight is
 *
 *     starts + clock + (clock >= change ? shift : 0)
 *
 * as Temporal's `compatible` has it: later by the gap, and the first pass of what is repeated. A day without a change of the clock has
 * its `change` at its end.
 */
export interface DayClock {
  readonly starts: number;
  readonly change: number;
  readonly shift: number;
}

/** The clock of a local day, given as days since 1970. */
export function dayClock(dayNumber: number, time: LocalTime): DayClock {
  const midnight = dayNumber * daySeconds;
  const starts = time.instant(midnight);
  const shift = time.instant(midnight + daySeconds) - starts - daySeconds;
  if (shift === 0) return { starts, change: daySeconds, shift };
  for (let clock = slotSeconds; clock < daySeconds; clock += slotSeconds) {
    const moved = time.instant(midnight + clock) - starts - clock;
    if (moved !== 0) return { starts, change: clock, shift: moved };
  }
  return { starts, change: daySeconds, shift };
}
