import type { Day } from '../../values/period.ts';
import { dayPlus } from '../day.ts';
import type { Speaking } from '../read-conditions.ts';
import { fault } from '../report.ts';
import type { Path } from '../yaml-places.ts';
import type { SaidMetric, SaidWording } from './metric-schema.ts';

/** A stretch of time, and what was written for it. */
export interface Stretch {
  /** Null is open. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly said: SaidWording;
  /** Of its entry in the file; empty for today's. */
  readonly path: Path;
}

/** Today's and the history's stretches, the latest first, without hole or overlap. */
export function stretches(speaking: Speaking, said: SaidMetric): Stretch[] {
  const history = (said.history ?? []).map((entry, index) => ({
    ...entry,
    said: entry,
    path: ['history', index] as Path,
  }));
  const oldestFirst = history.toSorted((one, other) => (one.until < other.until ? -1 : 1));
  let from: Day | null = null;
  const entries: Stretch[] = [];
  for (const entry of oldestFirst) {
    checkStart(speaking, entry, from);
    entries.unshift({ from, until: entry.until, said: entry.said, path: entry.path });
    from = dayPlus(entry.until, 1);
  }
  return [{ from, until: null, said, path: [] }, ...entries];
}

function checkStart(
  speaking: Speaking,
  entry: { from?: Day | undefined; until: Day; path: Path },
  from: Day | null,
): void {
  if (from !== null && entry.until < from)
    fault(speaking, [...entry.path, 'until'], `two wordings end on ${entry.until}`, 'one day has one wording');
  if (entry.from === undefined) return;
  if (entry.from > entry.until) fault(speaking, [...entry.path, 'from'], `it starts on ${entry.from}, after its end`);
  if (from === null || entry.from === from) return;
  const says =
    entry.from < from
      ? `this wording overlaps the one before it, which holds until ${dayPlus(from, -1)}`
      : `no wording holds from ${from} until ${dayPlus(entry.from, -1)}`;
  fault(speaking, [...entry.path, 'from'], says, `start it on ${from}, or leave "from:" away`);
}
