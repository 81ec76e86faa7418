import { dayOfNumber, daySeconds, numberOfDay } from '../calendar/local-date.ts';
import { localTime } from '../calendar/local-time.ts';
import { cutGrains, periodOf } from '../calendar/periods.ts';
import { countedFrom } from './periods-for.ts';
import { grainsOf, type AsOf } from './series.ts';
import type { DaysAndInstants } from './statement.ts';
import type { Company, Metric } from '../values/agreement.ts';
import type { Stretch } from '../values/stretch.ts';

/** A stretch before its numbers are known. */
export interface Elapsed extends Pick<Stretch, 'grain' | 'running' | 'earlier'> {
  /** The stretch's last instant, and the local date then. */
  readonly asOf: AsOf;
  /** The whole stretch; where the metric runs on, all that its value takes in. */
  readonly among: DaysAndInstants;
}

/** As far back as the longest period and the one before it reach, in days. */
const twoYears = 2 * 366;

/**
 * For each grain from week to year that a metric is published by: the period before the running one, as far as the running one has
 * come by local days and clock time, but no further than to its own last second. None where nothing has passed yet, or where there is only all time.
 */
export function elapsedOf(metric: Metric, asOf: AsOf, company: Company): Elapsed[] {
  const grains = grainsOf(metric);
  const time = localTime(company.timeZone, asOf.instant - twoYears * daySeconds, asOf.instant);
  const startOf = (dayNumber: number): number => time.instant(dayNumber * daySeconds);
  return cutGrains.flatMap((grain): Elapsed[] => {
    if (grain === 'day' || !grains.includes(grain)) return [];
    const running = periodOf(grain, asOf.day, company);
    const first = numberOfDay(running.from);
    const passed = time.local(asOf.instant) - first * daySeconds;
    if (passed <= 0) return [];
    const earlier = periodOf(grain, dayOfNumber(first - 1), company);
    const from = numberOfDay(earlier.from);
    const counted = countedFrom(metric, earlier, company);
    const until = Math.min(time.instant(from * daySeconds + passed), startOf(first) - 1);
    const day = dayOfNumber(Math.floor(time.local(until) / daySeconds));
    return [
      {
        grain,
        running: running.name,
        earlier: earlier.name,
        asOf: { instant: until, day },
        among: {
          day: { from: counted, to: day },
          instant: { from: startOf(numberOfDay(counted)), to: until },
        },
      },
    ];
  });
}
