/** What the ingest promises, and whether it held in a run. */
import type { IngestReport } from './report.ts';

export interface Verdict {
  readonly what: string;
  readonly promised: string;
  /** What was measured, in words. */
  readonly came: string;
  /** Null where it can't be told here: `because` says why. */
  readonly holds: boolean | null;
  readonly because: string | null;
}

/** The promises' own numbers: seconds, MB, shares. */
export const bounds = {
  floorRatio: 1,
  floorAim: 0.7,
  fullMegabytes: 400,
  unchangedCpu: 1,
  deltaShare: 0.05,
  /** A row among many takes at most so much more than a row among few: what is more grows faster than the rows do. */
  growth: 1.15,
  wholeWay: 33,
  wholeWayMegabytes: 500,
  afterAChange: 4,
} as const;

/** What is promised of the whole way was measured with other tools on a company of this many leads. */
export const wholeWayLeads = 1_000_000;

/** What other tools took for five such charts of a million leads, from the same CSV files, on two cores of another machine. */
export const otherTools = {
  fromNothing: { says: 'Observable Framework with DuckDB', wall: 33, megabytes: 1000 },
  afterAChange: { says: 'the same', wall: 4 },
} as const;

const unknown = 'not measured here';

/** Each promise beside what was measured. */
export function verdictsOf(report: IngestReport): Verdict[] {
  const { floor, full, unchanged, delta, whole, leads } = report;
  const share = delta.took.wall / full.wall;
  const growth = growthOf(report);
  const asLarge = leads < wholeWayLeads ? `promised of ${wholeWayLeads.toLocaleString('en-GB')} leads` : null;
  return [
    floor === null
      ? untold('a first full ingest', 'no longer than sqlite3 .import', 'no sqlite3 command here')
      : told(
          'a first full ingest',
          `no longer than sqlite3 .import (aim: ${bounds.floorAim})`,
          `${(full.wall / floor.wall).toFixed(2)} of it`,
          full.wall <= floor.wall * bounds.floorRatio,
        ),
    atMost('its memory', bounds.fullMegabytes, full.megabytes, megabytesSaid),
    atMost('a run with nothing new, CPU', bounds.unchangedCpu, unchanged.cpu, secondsSaid),
    atMost('a delta of 1%, of the full time', bounds.deltaShare, share, percentSaid),
    growth === null
      ? untold('growth is linear', linearSaid, 'one size only')
      : told(
          'growth is linear',
          linearSaid,
          `${growth.toFixed(2)} times a row of the smallest`,
          growth <= bounds.growth,
        ),
    sized(atMost('the whole way from nothing', bounds.wholeWay, whole.fromNothing.wall, secondsSaid), asLarge),
    sized(
      atMost('its memory, largest process', bounds.wholeWayMegabytes, whole.fromNothing.megabytes, megabytesSaid),
      asLarge,
    ),
    sized(atMost('after one changed definition', bounds.afterAChange, whole.afterAChange.wall, secondsSaid), asLarge),
  ];
}

const linearSaid = `a row takes at most ${bounds.growth} times as long among the most`;

/** Seconds for a row of the largest company, as a multiple of those of the smallest; starting is not in it. Null where there is one size only. */
export function growthOf({ sizes }: Pick<IngestReport, 'sizes'>): number | null {
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (!first || !last || first === last) return null;
  return last.perMillionRows / first.perMillionRows;
}

function told(what: string, promised: string, came: string, holds: boolean): Verdict {
  return { what, promised, came, holds, because: null };
}

function untold(what: string, promised: string, because: string): Verdict {
  return { what, promised, came: unknown, holds: null, because };
}

function atMost(what: string, most: number, came: number | null, say: (value: number) => string): Verdict {
  const promised = `at most ${say(most)}`;
  if (came === null) return untold(what, promised, 'the system does not tell');
  return told(what, promised, say(came), came <= most);
}

/** A promise that is of a larger company is kept there only; where a smaller one breaks it, the larger does. */
function sized(verdict: Verdict, asLarge: string | null): Verdict {
  return asLarge === null || verdict.holds === false ? verdict : { ...verdict, holds: null, because: asLarge };
}

const secondsSaid = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
const megabytesSaid = (value: number): string => `${Math.round(value)} MB`;
const percentSaid = (value: number): string => `${(value * 100).toFixed(value < 0.1 ? 1 : 0)}%`;
