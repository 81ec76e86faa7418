/** When a command is killed. */
import type { Dice } from '../../scripts/sample/chance.ts';

/** Moments that a command is aimed at from inside, see `kill-at.ts`. */
export const moments = ['commit', 'place', 'ledger', 'site'] as const;
export type Moment = (typeof moments)[number];

export function isMoment(text: string): text is Moment {
  return moments.some((moment) => moment === text);
}

export type Aim =
  /** So many milliseconds after the start. */
  | { readonly at: 'clock'; readonly after: number }
  /** So many milliseconds after the first file of its own appeared beside the database. */
  | { readonly at: 'first file'; readonly after: number }
  /** So many milliseconds after the moment, `nth` of its times; below 0: before anything is done. */
  | { readonly at: Moment; readonly nth: number; readonly after: number };

/** A sort of aims: a row of the table. */
export interface AimSort {
  readonly what: string;
  /** Of all kills. */
  readonly share: number;
  /** Whether the moment must come: a run that ended before was not tried at all. */
  readonly mustCome: boolean;
  /** `part`: how far through its row's kills this one is, from 0 to 1; `whole`: milliseconds that an undisturbed run takes. */
  readonly aim: (dice: Dice, part: number, whole: number) => Aim;
}

/** Half of what is aimed at from inside is killed before anything is done there. */
function inside(at: Moment, dice: Dice, times: number, longest: number): Aim {
  return { at, nth: dice.whole(1, times), after: dice.chance(0.5) ? -1 : dice.between(0, longest) };
}

function evenly(share: number): AimSort {
  const aim: AimSort['aim'] = (dice, part, whole) => ({
    at: 'clock',
    after: (part + dice.between(-0.01, 0.01)) * whole,
  });
  return { what: 'evenly over the whole run', share, mustCome: false, aim };
}

const ofIngest: readonly AimSort[] = [
  evenly(0.5),
  {
    what: 'in the first 50 ms of its files',
    share: 0.15,
    mustCome: true,
    aim: (dice) => ({ at: 'first file', after: dice.between(0, 50) }),
  },
  { what: 'at the commit', share: 0.1, mustCome: true, aim: (dice) => inside('commit', dice, 1, 8) },
  {
    what: 'while the new database takes its place',
    share: 0.125,
    mustCome: true,
    aim: (dice) => inside('place', dice, 1, 1),
  },
  {
    what: 'while what was observed is written',
    share: 0.125,
    mustCome: true,
    // The file is written beside the old one, and then takes its place.
    aim: (dice) => inside('ledger', dice, 2, 1),
  },
];

const ofMeasure: readonly AimSort[] = [
  evenly(0.02),
  { what: 'at the commit', share: 0.04, mustCome: true, aim: (dice) => inside('commit', dice, 1, 8) },
];

const ofBuild: readonly AimSort[] = [
  evenly(0.02),
  {
    what: 'while the new site takes its place',
    share: 0.01,
    mustCome: true,
    aim: (dice) => inside('site', dice, 2, 1),
  },
];

/** What each command is killed in. The shares of an ingest add up to 1; the others come on top. */
export const aimSorts = { ingest: ofIngest, measure: ofMeasure, build: ofBuild };
