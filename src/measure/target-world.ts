import { dayOfNumber, numberOfDay } from '../calendar/local-date.ts';
import type { BusinessDays } from '../calendar/business-days.ts';
import type { Company, Metric, Wording } from '../values/agreement.ts';
import type { Target } from '../values/target.ts';
import type { Day, Period } from '../values/period.ts';
import type { TargetStep } from '../values/value.ts';

/** What the levels of targets are resolved from. */
export interface TargetWorld {
  readonly company: Company;
  readonly businessDays: BusinessDays;
  readonly metrics: ReadonlyMap<string, Metric>;
  /** What the whole of a metric came to in a fiscal year, by the year's name. */
  readonly valueIn: (metric: string, year: string) => number | null;
  /** The local date as of which the metric with the target is known. */
  readonly asOfDay: Day;
}

/** A level, and how it came about. Null: a step is not known. */
export interface Level {
  readonly value: number | null;
  readonly steps: readonly TargetStep[];
}

/** Whose level is asked for: the target's, or that of what is broken. */
export interface Asked {
  readonly metric: Metric;
  readonly as: 'target' | 'broken';
  /** Slugs of the metrics whose targets are being derived from this one. */
  readonly below: readonly string[];
}

/** The wording in force on a local date. */
export function wordingOn({ wordings }: Metric, day: Day): Wording {
  return wordings.find(({ from, until }) => (!from || from <= day) && (!until || day <= until)) ?? wordings[0];
}

/** What was agreed for a period: by the wording in force on its last day. */
export const agreedFor = ({ metric, as }: Asked, period: Period): Target | null => wordingOn(metric, period.to)[as];

/** Amounts are whole minor units, half away from zero. */
export const inUnitOf = ({ unit }: Metric, value: number): number =>
  unit.unit === 'money' ? Math.sign(value) * Math.round(Math.abs(value)) : value;

export const dayBefore = (day: Day): Day => dayOfNumber(numberOfDay(day) - 1);
