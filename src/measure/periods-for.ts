import { periodOf, periodsBetween } from '../calendar/periods.ts';
import type { Company, Metric } from '../values/agreement.ts';
import type { Day, Grain, Period } from '../values/period.ts';

/** First and last local date of what is counted. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/**
 * The periods of a grain that a metric has values of: from the first record's to the as-of day's, or to the last record's where that lies
 * ahead. All time reaches as far; the undated lie nowhere.
 */
export function periodsFor(grain: Grain, days: Days | null, asOfDay: Day, company: Company): Period[] {
  const last = days && days.last > asOfDay ? days.last : asOfDay;
  switch (grain) {
    case 'all':
      return [{ grain, name: grain, from: days && days.first < asOfDay ? days.first : asOfDay, to: last }];
    case 'undated':
      return [{ grain, name: grain, from: '', to: '' }];
    default:
      return days ? periodsBetween(grain, days.first, last, company) : [];
  }
}

/** Before all that is recorded. */
export const beginning: Day = '0001-01-01';

/** The first day that a period's value takes in: its own, or that of the longer period in which its last day lies, where it runs on. */
export function countedFrom({ running }: Pick<Metric, 'running'>, period: Period, company: Company): Day {
  if (running === null || period.grain === 'all') return period.from;
  return running === 'all' ? beginning : periodOf(running, period.to, company).from;
}
