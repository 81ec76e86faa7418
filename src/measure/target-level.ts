/** The level that an agreement's target has in a period: as said, added up, spread, or derived from other numbers. */
import { periodOf, periodsBetween, type CutGrain } from '../calendar/periods.ts';
import { derivedLevel } from './target-derived.ts';
import { agreedFor, dayBefore, inUnitOf, type Asked, type Level, type TargetWorld } from './target-world.ts';
import type { Metric } from '../values/agreement.ts';
import type { TargetLevel } from '../values/target.ts';
import { grains, type Day, type Period } from '../values/period.ts';

/**
 * The level for a period; null where none is agreed for it. What adds up is summed from shorter periods, and spread over them by
 * business days where the agreement says so; of what does not, one that is listed for a longer period holds in it.
 */
export function levelFor(asked: Asked, period: Period, world: TargetWorld): Level | null {
  const level = agreedFor(asked, period)?.level;
  if (!level || period.grain === 'undated') return null;
  const own = ownLevel(asked, level, period, world);
  if (own || period.grain === 'all') return own;
  if (asked.metric.running !== null) return levelSoFar(asked.metric, level, period, world);
  if (!asked.metric.adds.periods) return levelAround(level, period, world);
  return summedLevel(asked, period, world) ?? spreadLevel(asked.metric, level, period, world);
}

const stated = (value: number): Level => ({ value, steps: [] });

/** Whether a period's value takes in as much as the period: what runs on takes in the longer period up to the end of this one. */
const isReached = ({ running }: Metric, { grain }: Period): boolean => running === null || running === grain;

/** The level that is agreed for a period of just this length. */
function ownLevel(asked: Asked, level: TargetLevel, period: Period, world: TargetWorld): Level | null {
  switch (level.level) {
    case 'one':
      return level.grain === null || (level.grain === period.grain && isReached(asked.metric, period))
        ? stated(level.value)
        : null;
    case 'listed': {
      const value = level.periods.get(period.name);
      return value === undefined ? null : stated(value);
    }
    case 'derived':
      return derivedLevel(asked, level, period, world, levelFor);
    case 'part of target': {
      const whole = levelFor({ ...asked, as: 'target' }, period, world);
      return whole && partOf(asked.metric, whole, level.part);
    }
  }
}

function partOf(metric: Metric, { value, steps }: Level, part: number): Level {
  return { value: value === null ? null : inUnitOf(metric, value * part), steps };
}

/** Which periods a longer one is made of, from long to short. */
const pieces: Readonly<Record<CutGrain, readonly CutGrain[]>> = {
  day: [],
  week: ['day'],
  month: ['day'],
  quarter: ['month', 'day'],
  year: ['quarter', 'month', 'day'],
};

/** The levels of shorter periods, the longest that all have one of their own, added up. */
function summedLevel(asked: Asked, period: Period, world: TargetWorld): Level | null {
  for (const grain of pieces[period.grain as CutGrain]) {
    const levels: Level[] = [];
    const periods = periodsBetween(grain, period.from, period.to, world.company);
    for (const piece of periods) {
      const level = agreedFor(asked, piece)?.level;
      const own = level && ownLevel(asked, level, piece, world);
      if (!own) break;
      levels.push(own);
    }
    if (levels.length === periods.length) return added(levels);
  }
  return null;
}

function added(levels: readonly Level[]): Level {
  const values = levels.map(({ value }) => value).filter((value) => value !== null);
  return {
    value: values.length < levels.length ? null : values.reduce((sum, value) => sum + value, 0),
    steps: levels.flatMap(({ steps }) => steps),
  };
}

/** What falls to a shorter period by the business days of those that the level is for. */
function spreadLevel(metric: Metric, level: TargetLevel, period: Period, world: TargetWorld): Level | null {
  if (level.level !== 'one' || !level.spread || level.grain === null) return null;
  if (grains.indexOf(period.grain) > grains.indexOf(level.grain)) return null;
  let sum = 0;
  for (const around of periodsBetween(level.grain as CutGrain, period.from, period.to, world.company)) {
    const part = partWithin(metric, level.value, around, period, world);
    if (part === null) return null;
    sum += part;
  }
  return stated(sum);
}

/** Of a level that is spread and what runs on in the time that it is for: what falls to that time until the period's end. */
function levelSoFar(metric: Metric, level: TargetLevel, period: Period, world: TargetWorld): Level | null {
  if (level.level !== 'one' || level.grain === null || level.grain !== metric.running) return null;
  const { from } = periodOf(level.grain as CutGrain, period.to, world.company);
  return spreadLevel(metric, level, { ...period, from }, world);
}

/** Of amounts, what should have come by its end without what should have come before: so the parts add up to the cent. */
function partWithin(metric: Metric, whole: number, around: Period, period: Period, world: TargetWorld): number | null {
  const days = world.businessDays(around.from, around.to);
  if (days === 0) return null;
  const passed = (day: Day): number => world.businessDays(around.from, day < around.to ? day : around.to);
  const [before, until] = [passed(dayBefore(period.from)), passed(period.to)];
  if (metric.unit.unit !== 'money') return (whole * (until - before)) / days;
  return inUnitOf(metric, (whole * until) / days) - inUnitOf(metric, (whole * before) / days);
}

/** The level that is listed for the shortest longer period around this one. */
function levelAround(level: TargetLevel, period: Period, { company }: TargetWorld): Level | null {
  if (level.level !== 'listed') return null;
  for (const grain of ['week', 'month', 'quarter', 'year'] as const) {
    const around = periodOf(grain, period.to, company);
    const value = around.from <= period.from ? level.periods.get(around.name) : undefined;
    if (value !== undefined) return stated(value);
  }
  return null;
}
