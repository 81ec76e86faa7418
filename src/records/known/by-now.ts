import type { LocalTime } from '../../calendar/local-time.ts';
import type { ExportFile } from '../export-files.ts';
import { instantOfName } from '../history/dated-name.ts';

/** From when on, and before when, it would make no difference when an ingest runs, seconds since 1970; null: ever. */
export interface SameNow {
  readonly from: number | null;
  readonly before: number | null;
}

const daySeconds = 86_400;

/**
 * What the present decides of an ingest: a file that says it was written later than now is warned of, and one whose name tells a day that has not
 * ended yet (see `inOrderOfTime`) is as new as now, so that no other now gives the same.
 */
export function sameNow(files: readonly ExportFile[], clock: LocalTime, now: number): SameNow {
  const stretches = files.map((file) => stretchOf(file, clock, now));
  const from = stretches
    .flatMap((stretch) => stretch.from ?? [])
    .reduce((one, other) => Math.max(one, other), -Infinity);
  const before = stretches
    .flatMap((stretch) => stretch.before ?? [])
    .reduce((one, other) => Math.min(one, other), Infinity);
  return { from: from === -Infinity ? null : from, before: before === Infinity ? null : before };
}

function stretchOf({ asOf, file, source }: ExportFile, clock: LocalTime, now: number): SameNow {
  if (asOf !== null) return asOf > now ? { from: null, before: asOf } : { from: asOf, before: null };
  const ends = source.datedByName ? instantOfName(file, source.datedByName, clock) : null;
  if (ends === null) return { from: null, before: null };
  if (ends <= now) return { from: ends, before: null };
  return ends - now < daySeconds ? { from: now, before: now + 1 } : { from: null, before: ends - daySeconds + 1 };
}

/** Whether an ingest at this time gives what the one gave that the stretch was told for. */
export function holdsAt({ from, before }: SameNow, now: number): boolean {
  return (from === null || now >= from) && (before === null || now < before);
}
