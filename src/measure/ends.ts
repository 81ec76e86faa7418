import { dayOfNumber, daySeconds, numberOfDay } from '../calendar/local-date.ts';
import { localTime } from '../calendar/local-time.ts';
import { periodsFor } from './periods-for.ts';
import { grainsOf, type AsOf } from './series.ts';
import { isFrozen } from '../values/frozen.ts';
import type { Company, Metric } from '../values/agreement.ts';
import type { Day, Period } from '../values/period.ts';

/** An instant at which records are counted as they stood, and the periods whose values these are. */
export interface End {
  readonly asOf: AsOf;
  /** When it is judged what is kept, where that is later; null: at the same time. */
  readonly judged: AsOf | null;
  /** The period that the definition speaks of; null: of none. */
  readonly counted: Period | null;
  /** The local date whose wording holds. */
  readonly inForceOn: Day;
  readonly serves: readonly Period[];
}

/** What ends are found with. */
export interface EndsTask {
  readonly company: Company;
  /** Whether the definition speaks of the period that is counted: then each has an end of its own. */
  readonly asksThePeriod: boolean;
}

/** More than the longest period, in days. */
const overAYear = 368;

/**
 * The ends of a metric that is counted as things stood, in order: of a period its last second, of the running one and of all time the
 * as-of instant; as of periods' starts the second before each. `first` is the local date of the first record of its kind, whether or not it
 * counts; null: there is none.
 */
export function endsOf(metric: Metric, asOf: AsOf, first: Day | null, task: EndsTask): End[] {
  if (metric.asOf === null) return [];
  const { company } = task;
  const from = first !== null && first < asOf.day ? first : asOf.day;
  const span = (Math.max(0, numberOfDay(asOf.day) - numberOfDay(from)) + overAYear) * daySeconds;
  const time = localTime(company.timeZone, asOf.instant - span, asOf.instant);
  /** The second before a local date begins. */
  const before = (dayNumber: number): AsOf => ({
    instant: time.instant(dayNumber * daySeconds) - 1,
    day: dayOfNumber(dayNumber - 1),
  });
  const until = typeof metric.asOf === 'string' ? asOf.day : earlier(metric.asOf.day, asOf.day);
  const periods = grainsOf(metric).flatMap((grain) => periodsFor(grain, { first: from, last: until }, until, company));
  const ends = new Map<string, Omit<End, 'serves'> & { serves: Period[] }>();
  for (const period of periods) {
    const over = before(numberOfDay(period.to) + 1);
    const last = over.instant < asOf.instant ? over : asOf;
    const stood = metric.asOf === 'period start' ? before(numberOfDay(period.from)) : last;
    const end = {
      asOf: stood,
      judged: isFrozen(metric) ? last : null,
      counted: task.asksThePeriod ? period : null,
      inForceOn: metric.asOf === 'period start' ? period.from : stood.day,
    };
    const name = [stood.instant, end.judged?.instant, end.counted?.grain, end.counted?.name].join(' ');
    const known = ends.get(name) ?? { ...end, serves: [] };
    known.serves.push(period);
    ends.set(name, known);
  }
  return [...ends.values()].sort((one, other) => one.asOf.instant - other.asOf.instant);
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
