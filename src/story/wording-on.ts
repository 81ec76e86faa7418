import type { Metric, Target, Wording } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';

/** The wording in force on a local date; today's for what has no date (''). */
export function wordingOn(metric: Metric, day: Day): Wording {
  const inForce = ({ from, until }: Wording) => (!from || from <= day) && (!until || day <= until);
  return (day === '' ? undefined : metric.wordings.find(inForce)) ?? metric.wordings[0];
}

/** On which side of its target a value of that day should lie; null where nothing was agreed. */
export const wayOn = (metric: Metric, day: Day): Target['way'] | null => wordingOn(metric, day).target?.way ?? null;
