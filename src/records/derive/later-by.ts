import { addMonths, daySeconds } from '../../calendar/local-date.ts';
import { elapsedSeconds } from '../../calendar/clock.ts';
import type { LocalTime } from '../../calendar/local-time.ts';
import type { Duration } from '../../values/tree.ts';

/** The instant that lies a duration later: days, weeks and months at the same local clock time. Business time has no meaning here. */
export function laterBy(duration: Duration, clock: LocalTime): (instant: number) => number {
  const elapsed = elapsedSeconds(duration);
  if (elapsed !== null) return (instant) => instant + elapsed;
  const { amount, unit } = duration;
  return (instant) => {
    const local = clock.local(instant);
    const day = Math.floor(local / daySeconds);
    const later = unit === 'months' ? addMonths(day, amount) : day + amount * (unit === 'weeks' ? 7 : 1);
    return clock.instant(later * daySeconds + (local - day * daySeconds));
  };
}
