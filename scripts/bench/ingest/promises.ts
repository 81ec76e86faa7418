/** What the ingest promises, and whether it held in a run. */
import type { IngestReport } from './report.ts';
import type { Took } from './run-aside.ts';

/** The runs that something is promised of. */
export type PromisedRun = 'full' | 'unchanged' | 'delta' | 'fromNothing' | 'afterAChange';

export interface Verdict {
  readonly of: PromisedRun;
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

/** Each promise beside what was measured. */
export function verdictsOf(report: IngestReport): Verdict[] {
  const { sizes, unchanged, delta, whole, leads } = report;
  const asLarge = leads < wholeWayLeads ? `of ${wholeWayLeads.toLocaleString('en-GB')} leads` : null;
  const most = greatest([...sizes, delta.took].map(({ megabytes }) => megabytes));
  const { fromNothing, afterAChange } = whole;
  return [
    besideFloor(report),
    atMost('full', 'memory of any ingest at most', bounds.fullMegabytes, most, megabytesSaid),
    linear(report),
    atMost('unchanged', 'CPU at most', bounds.unchangedCpu, unchanged.cpu, secondsSaid),
    besideFull(report),
    sized(atMost('fromNothing', 'at most', bounds.wholeWay, fromNothing.wall, secondsSaid), asLarge),
    sized(
      atMost('fromNothing', 'memory at most', bounds.wholeWayMegabytes, fromNothing.megabytes, megabytesSaid),
      asLarge,
    ),
    sized(atMost('afterAChange', 'at most', bounds.afterAChange, afterAChange.wall, secondsSaid), asLarge),
  ];
}

function besideFloor({ floor, full }: IngestReport): Verdict {
  const promised = `no longer than the floor (aim: ${bounds.floorAim} of it)`;
  if (floor === null) return untold('full', promised, 'no sqlite3 command here');
  const cpu = cpuSaid(shareOfCpu(full, floor), (share) => share.toFixed(2));
  const came = `${(full.wall / floor.wall).toFixed(2)}${cpu}`;
  return told('full', promised, came, full.wall <= floor.wall * bounds.floorRatio);
}

function besideFull({ delta: { took }, full }: IngestReport): Verdict {
  const share = took.wall / full.wall;
  const came = `${percentSaid(share)}${cpuSaid(shareOfCpu(took, full), percentSaid)}`;
  return told('delta', `at most ${percentSaid(bounds.deltaShare)} of all`, came, share <= bounds.deltaShare);
}

/** By the processor's time two runs compare also where the machine does other work. */
function shareOfCpu(one: Took, other: Took): number | null {
  return one.cpu === null || other.cpu === null ? null : one.cpu / other.cpu;
}

const cpuSaid = (share: number | null, say: (share: number) => string): string =>
  share === null ? '' : ` (CPU: ${say(share)})`;

function linear(report: IngestReport): Verdict {
  const growth = growthOf(report);
  const promised = `for a row at most ${bounds.growth} times a smaller size`;
  if (growth === null) return untold('full', promised, 'one size only');
  return told('full', promised, growth.toFixed(2), growth <= bounds.growth);
}

/**
 * Seconds for a row of the largest company, as a multiple of the least that a row of a smaller one took; starting is not in it. What grows faster than the
 * rows shows, also where the smallest company is slow for being small. Null where there is one size only.
 */
export function growthOf({ sizes }: Pick<IngestReport, 'sizes'>): number | null {
  const last = sizes.at(-1);
  const smaller = sizes.slice(0, -1).map(({ perMillionRows }) => perMillionRows);
  return !last || smaller.length === 0 ? null : last.perMillionRows / Math.min(...smaller);
}

function greatest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function told(of: PromisedRun, promised: string, came: string, holds: boolean): Verdict {
  return { of, promised, came, holds, because: null };
}

function untold(of: PromisedRun, promised: string, because: string): Verdict {
  return { of, promised, came: '?', holds: null, because };
}

function atMost(
  of: PromisedRun,
  words: string,
  most: number,
  came: number | null,
  say: (value: number) => string,
): Verdict {
  const promised = `${words} ${say(most)}`;
  if (came === null) return untold(of, promised, 'the system does not tell');
  return told(of, promised, say(came), came <= most);
}

/** A promise that is of a larger company is kept there only; where a smaller one breaks it, the larger does. */
function sized(verdict: Verdict, asLarge: string | null): Verdict {
  return asLarge === null || verdict.holds === false ? verdict : { ...verdict, holds: null, because: asLarge };
}

const secondsSaid = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
const megabytesSaid = (value: number): string => `${Math.round(value)} MB`;
const percentSaid = (value: number): string => `${(value * 100).toFixed(value < 0.1 ? 1 : 0)}%`;
