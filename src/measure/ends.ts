import { daySeconds, numberOfDay } from '../calendar/local-date.ts';
import { localTime } from '../calendar/local-time.ts';
import { periodsFor } from './periods-for.ts';
import { grainsOf, type AsOf } from './series.ts';
import type { Company, Metric } from '../values/agreement.ts';
import type { Day, Period } from '../values/period.ts';

/** An instant at which records are counted as they stood, and the periods whose values these are. */
export interface End {
  readonly asOf: AsOf;
  readonly serves: readonly Period[];
}

/**
 * The ends of a metric that is counted as things stood, in order: of a period its last second, of the running one and of all time the
 * as-of instant. `first` is the local date of the first record of its kind, whether or not it counts; null: there is none.
 */
export function endsOf(metric: Metric, asOf: AsOf, first: Day | null, company: Company): End[] {
  if (metric.asOf === null) return [];
  const from = first !== null && first < asOf.day ? first : asOf.day;
  const span = Math.max(0, numberOfDay(asOf.day) - numberOfDay(from) + 2) * daySeconds;
  const time = localTime(company.timeZone, asOf.instant - span, asOf.instant);
  const until = metric.asOf === 'period end' ? asOf.day : earlier(metric.asOf.day, asOf.day);
  const days = { first: from, last: until };
  const periods = grainsOf(metric).flatMap((grain) => periodsFor(grain, days, until, company));
  const ends = new Map<number, { asOf: AsOf; serves: Period[] }>();
  for (const period of periods) {
    const last = time.instant((numberOfDay(period.to) + 1) * daySeconds) - 1;
    const end = last < asOf.instant ? { instant: last, day: period.to } : asOf;
    const known = ends.get(end.instant) ?? { asOf: end, serves: [] };
    known.serves.push(period);
    ends.set(end.instant, known);
  }
  return [...ends.values()].sort((one, other) => one.asOf.instant - other.asOf.instant);
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
