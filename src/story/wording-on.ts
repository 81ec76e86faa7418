import type { Metric, Wording } from '../values/agreement.ts';
import type { Target } from '../values/target.ts';
import type { Day } from '../values/period.ts';

/** The wording in force on a local date; today's for what has no date (''). */
export function wordingOn(metric: Metric, day: Day): Wording {
  const inForce = ({ from, until }: Wording) => (!from || from <= day) && (!until || day <= until);
  return (day === '' ? undefined : metric.wordings.find(inForce)) ?? metric.wordings[0];
}

/** On which side of its target a value of that day should lie; null where nothing was agreed. */
export const wayOn = (metric: Metric, day: Day): Target['way'] | null => wordingOn(metric, day).target?.way ?? null;

/**
 * The level as it works on a value: nobody wins 4.47 deals, so at least 4.47 is at least 5, and at most 4.47 at most 4. Null stays null.
 */
export function levelOn(metric: Metric, day: Day, level: number | null): number | null {
  if (level === null || metric.unit.unit !== 'records' || Number.isInteger(level)) return level;
  return wayOn(metric, day) === 'at most' ? Math.floor(level) : Math.ceil(level);
}
