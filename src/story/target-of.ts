import { Temporal } from 'temporal-polyfill';
import type { Metric, Target, Wording } from '../values/agreement.ts';
import type { Day, Grain } from '../values/period.ts';
import type { MetricValue } from '../values/value.ts';

const monthsIn: Partial<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 };

type Levelled = Pick<MetricValue, 'grain' | 'from' | 'to' | 'dimension'>;

/** The wording in force on a local date. */
export function wordingOn(metric: Metric, day: Day): Wording {
  const found = metric.wordings.find(({ from, until }) => (!from || from <= day) && (!until || day <= until));
  return found ?? metric.wordings[0];
}

/** Whether parts add up to the whole: counts and sums. */
export function isAdditive(metric: Metric): boolean {
  const { measure } = metric.wordings[0].measure;
  return measure === 'count' || measure === 'sum';
}

/** Whether a value is the share of records that kept something: shares and conversions. */
export function isShare(metric: Metric): boolean {
  const { measure } = metric.wordings[0].measure;
  return measure === 'share' || measure === 'conversion';
}

/** The last day of each piece of so many months within the period. */
function lastDaysOf({ from, to }: Levelled, months: number): Day[] {
  const days: Day[] = [];
  let last = Temporal.PlainDate.from(from).add({ months }).subtract({ days: 1 });
  while (last.toString() <= to) {
    days.push(last.toString());
    last = last.add({ days: 1 }).add({ months }).subtract({ days: 1 });
  }
  return days;
}

function sameAtEveryGrain(metric: Metric): boolean {
  const { measure } = metric.wordings[0].measure;
  return isShare(metric) || measure === 'ratio' || measure === 'average' || measure === 'median';
}

/** A level said for a month, added up over the months of a quarter or a year; null if one of them has none. */
function summed(metric: Metric, value: Levelled, of: (wording: Wording) => Target | null, grain: Grain): number | null {
  const piece = monthsIn[grain];
  const whole = monthsIn[value.grain];
  if (!piece || !whole || whole < piece) return null;
  let sum = 0;
  for (const day of lastDaysOf(value, piece)) {
    const level = of(wordingOn(metric, day));
    if (level?.grain !== grain) return null;
    sum += level.value;
  }
  return sum;
}

function levelOf(metric: Metric, value: Levelled, of: (wording: Wording) => Target | null): number | null {
  if (value.dimension !== '' && !isShare(metric)) return null;
  const level = of(wordingOn(metric, value.to));
  if (!level) return null;
  if (sameAtEveryGrain(metric) || level.grain === null || level.grain === value.grain) return level.value;
  return isAdditive(metric) ? summed(metric, value, of, level.grain) : null;
}

/**
 * The target in force on the period's last day, in the value's unit; null where there is none. Shares and ratios have the same
 * target at every grain; a count or a sum adds its months' targets up for quarters and years, and has none for anything
 * finer, nor for a member of a breakdown.
 */
export function targetOf(metric: Metric, value: Levelled): number | null {
  return levelOf(metric, value, (wording) => wording.target);
}

/** The level beyond which a promise is broken, by the same rules; null where nothing lies between kept and broken. */
export function brokenLevelOf(metric: Metric, value: Levelled): number | null {
  return levelOf(metric, value, (wording) => wording.broken);
}
