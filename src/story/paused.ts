/** Whom a promise says to pause. It ranks nobody and judges nobody by few records. */
import type { Metric } from '../values/agreement.ts';
import { notRecorded } from '../values/breakdown.ts';
import type { PauseRule } from '../values/parties.ts';
import type { Day } from '../values/period.ts';
import type { PublishedValue } from '../values/value.ts';
import { fewest, judgedFrom } from './mark-of.ts';

/** A member below the agreed level for so many periods in a row. */
export interface Paused {
  readonly member: string;
  /** The first day of the first of all the periods in a row. */
  readonly since: Day;
  /** All of them, the newest last. */
  readonly periods: readonly PublishedValue[];
}

interface Published {
  readonly metric: Metric;
  readonly values: readonly PublishedValue[];
}

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** Who is to be paused by the newest complete periods, by name; null where the promise says nothing of it. */
export function pausedOf({ metric, values }: Published): readonly Paused[] | null {
  const rule = metric.promise?.pause;
  if (!rule) return null;
  const ofGrain = values.filter(({ grain, status }) => grain === rule.grain && status === 'complete');
  const complete = ofGrain
    .filter(({ dimension }) => dimension === '')
    .toSorted((one, other) => byText(other.from, one.from))
    .map(({ period }) => period);
  const members = Map.groupBy(
    ofGrain.filter(({ dimension, member }) => dimension === rule.dimension && member !== notRecorded),
    ({ member }) => member,
  );
  return [...members]
    .flatMap(([member, rows]) => pause(metric, rule, member, inARow(rows, complete)))
    .toSorted((one, other) => byText(one.member, other.member));
}

/** All whom the rule could pause, by name: those with a record of their own in any period of its grain. */
export function mayBePaused({ metric, values }: Published): readonly string[] {
  const rule = metric.promise?.pause;
  const own = values.filter(
    ({ grain, dimension, member, records }) =>
      grain === rule?.grain && dimension === rule.dimension && member !== notRecorded && records > 0,
  );
  return [...new Set(own.map(({ member }) => member))].toSorted(byText);
}

/** A member's rows of the newest complete periods, newest first, up to the first period in which it has none. */
function inARow(rows: readonly PublishedValue[], newestFirst: readonly string[]): PublishedValue[] {
  const byPeriod = new Map(rows.map((row) => [row.period, row]));
  const gap = newestFirst.findIndex((period) => !byPeriod.has(period));
  const there = gap === -1 ? newestFirst : newestFirst.slice(0, gap);
  return there.flatMap((period) => byPeriod.get(period) ?? []);
}

function pause(metric: Metric, rule: PauseRule, member: string, newestFirst: readonly PublishedValue[]): Paused[] {
  const isBelow = (row: PublishedValue) =>
    row.value !== null && row.value < rule.below && (judgedFrom(metric, row) ?? row.records) >= fewest;
  const firstOther = newestFirst.findIndex((row) => !isBelow(row));
  const below = firstOther === -1 ? newestFirst : newestFirst.slice(0, firstOther);
  const first = below.at(-1);
  return first && below.length >= rule.periods ? [{ member, since: first.from, periods: below.toReversed() }] : [];
}
