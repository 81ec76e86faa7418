import type { Measure, Wording } from '../../values/agreement.ts';
import type { Day } from '../../values/period.ts';
import { dayPlus } from '../day.ts';
import type { MeasureKey, MeasureRow, Subject } from '../measures.ts';
import { readConditions, type Speaking } from '../read-conditions.ts';
import { fault } from '../report.ts';
import type { Path } from '../yaml-places.ts';
import type { SaidMetric, SaidWording } from './metric-schema.ts';
import { readSubject } from './subject.ts';
import { readTargets, type Located, type TargetForm } from './targets.ts';

/** What of a wording is known before its targets and conditions are read. */
export interface Counted {
  readonly key: MeasureKey;
  readonly row: MeasureRow;
  readonly subject: Subject;
  readonly form: TargetForm;
}

/** A stretch of time, and what was written for it. */
interface Entry {
  readonly from: Day | null;
  readonly until: Day | null;
  readonly said: SaidWording;
  readonly path: Path;
}

/**
 * Today's wording and the earlier ones, the latest first. An entry of the history holds what differed from the wording that came
 * after it; so older entries stay true when a newer one is added.
 */
export function readWordings(speaking: Speaking, said: SaidMetric, counted: Counted): [Wording, ...Wording[]] {
  const entries = stretches(speaking, said);
  const [today, ...earlier] = entries.map((entry, index) => {
    const inForce = <Key extends keyof SaidWording>(key: Key): Located<SaidWording[Key]> =>
      lastSaid(entries.slice(0, index + 1), key);
    return wordingOf(speaking, entry, inForce, counted);
  });
  return [today as Wording, ...earlier];
}

type InForce = <Key extends keyof SaidWording>(key: Key) => Located<SaidWording[Key]>;

function lastSaid<Key extends keyof SaidWording>(entries: readonly Entry[], key: Key): Located<SaidWording[Key]> {
  const entry = entries.findLast((one) => one.said[key] !== undefined);
  return { value: entry?.said[key], path: [...(entry?.path ?? []), key] };
}

function wordingOf(speaking: Speaking, entry: Entry, inForce: InForce, { key, row, subject, form }: Counted): Wording {
  const earlier = inForce(key);
  const counts = entry.path.length === 0 ? subject : readSubject(speaking, earlier.value ?? '', earlier.path, row);
  if (counts && counts.kind.name !== subject.kind.name) {
    fault(
      speaking,
      earlier.path,
      `today it counts ${subject.kind.plural}, here ${counts.kind.plural}`,
      'make this a metric of its own',
    );
  }
  const within = inForce('within');
  const conditions = (located: Located<SaidWording['kept when']>) =>
    readConditions(speaking, located.value, located.path, subject.kind);
  return {
    from: entry.from,
    until: entry.until,
    measure:
      row.make({
        field: counts?.field ?? subject.field,
        within: within.value ?? null,
        percent: null,
        countedIn: null,
      }) ?? noMeasure,
    term: (counts ?? subject).term,
    kind: subject.kind.name,
    keptWhen: conditions(inForce('kept when')),
    instead: [],
    exceptWhen: conditions(inForce('except when')),
    ...readTargets(speaking, inForce('target'), inForce('broken'), form),
  };
}

/** Stands in where a fault was told already. */
const noMeasure: Measure = { measure: 'count' };

/** Today's and the history's stretches, the latest first, without hole or overlap. */
function stretches(speaking: Speaking, said: SaidMetric): Entry[] {
  const history = (said.history ?? []).map((entry, index) => ({
    ...entry,
    said: entry,
    path: ['history', index] as Path,
  }));
  const oldestFirst = history.toSorted((one, other) => (one.until < other.until ? -1 : 1));
  let from: Day | null = null;
  const entries: Entry[] = [];
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
