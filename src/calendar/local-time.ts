import { Temporal } from 'temporal-polyfill';
import { daySeconds } from './local-date.ts';

/** A stretch of time in which a zone's clock runs at one offset. Seconds since 1970, `until` excluded. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/**
 * A zone's local clock. Local seconds are what the clock on the wall shows, counted as if it stood in UTC;
 * divided by 86,400 they give the local date.
 */
export interface LocalTime {
  /** Local seconds of an instant. */
  local(instant: number): number;
  /** The instant of local seconds. In a gap it lies later by the gap, in an overlap it is the earlier: Temporal's `compatible`. */
  instant(local: number): number;
  /** Stretches of one offset, in order and without a hole. */
  readonly stretches: readonly Stretch[];
}

/**
 * The local clock of an IANA zone. Right for every instant; the clock changes between `from` and `until` (seconds since 1970)
 * are looked up once, and outside of them the nearest offset holds.
 */
export function localTime(zone: string, from: number, until: number): LocalTime {
  const stretches = stretchesOf(zone, from, until);
  const first = stretches[0] ?? { from: -Infinity, until: Infinity, offset: 0 };

  const at = (instant: number): number => {
    let low = 0;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((stretches[middle] ?? first).from <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    stretches,
    local: (instant) => instant + (stretches[at(instant)] ?? first).offset,
    instant: (local) => {
      let before = first;
      for (let index = at(local - 2 * daySeconds); index < stretches.length; index += 1) {
        const stretch = stretches[index] ?? first;
        const instant = local - stretch.offset;
        if (instant < stretch.until) return instant >= stretch.from ? instant : local - before.offset;
        before = stretch;
      }
      return local - before.offset;
    },
  };
}

function stretchesOf(zone: string, from: number, until: number): Stretch[] {
  const stretches: Stretch[] = [];
  let clock = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(zone);
  let start = -Infinity;
  for (;;) {
    const offset = clock.offsetNanoseconds / 1e9;
    const next = clock.getTimeZoneTransition('next');
    const end = next ? next.epochMilliseconds / 1000 : Infinity;
    const last = next === null || end > until;
    stretches.push({ from: start, until: last ? Infinity : end, offset });
    if (last) return stretches;
    start = end;
    clock = next;
  }
}
