import { numberOfDay } from '../calendar/local-date.ts';
import { periodName, type YearShape } from '../calendar/periods.ts';
import type { Tally } from './tally.ts';
import type { Grain } from '../values/period.ts';

/** Tallies by day as tallies by a grain. The undated are only in all time, and by themselves. */
export function rolledUp(
  days: readonly Tally[],
  grain: Grain,
  nameOf: (day: string) => string,
  combine: (one: number, other: number) => number,
): Tally[] {
  const groups = new Map<string, Tally>();
  for (const tally of days) {
    if (grain !== 'all' && (tally.period === '') !== (grain === 'undated')) continue;
    const period = nameOf(tally.period);
    const key = `${period} ${tally.member}`;
    const group = groups.get(key);
    groups.set(key, group ? both(group, tally, combine) : { ...tally, period });
  }
  return [...groups.values()];
}

/** The name of the period of a grain that a day lies in, looked up once for each day. */
export function periodNames(grain: Grain, shape: YearShape): (day: string) => string {
  if (grain === 'all' || grain === 'undated') return () => '';
  const names = new Map<string, string>();
  return (day) => {
    const name = names.get(day) ?? periodName(grain, numberOfDay(day), shape);
    names.set(day, name);
    return name;
  };
}

/** Two tallies as one, under the first's names. */
export function both(one: Tally, other: Tally, combine: (one: number, other: number) => number): Tally {
  const names = Object.keys(one.group);
  const value = (left: number | null, right: number | null): number | null =>
    left === null || right === null ? (left ?? right) : combine(left, right);
  return {
    ...one,
    records: one.records + other.records,
    waiting: one.waiting + other.waiting,
    unpriced: one.unpriced + other.unpriced,
    group: Object.fromEntries(names.map((name) => [name, value(one.group[name] ?? null, other.group[name] ?? null)])),
  };
}
