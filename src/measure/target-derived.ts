import { addMonths, dayOfNumber, numberOfDay } from '../calendar/local-date.ts';
import { periodOf } from '../calendar/periods.ts';
import { agreedFor, dayBefore, inUnitOf, type Asked, type Level, type TargetWorld } from './target-world.ts';
import type { Company } from '../values/agreement.ts';
import type { TargetLevel } from '../values/target.ts';
import type { Day, Period } from '../values/period.ts';
import type { Duration } from '../values/tree.ts';
import type { TargetStep } from '../values/value.ts';

type Derived = Extract<TargetLevel, { level: 'derived' }>;

/**
 * The plan's level for the period that lies so much later, divided by and times what other metrics came to in the last complete fiscal year.
 * Null where the plan has none for periods of this length.
 */
export function derivedLevel(
  asked: Asked,
  level: Derived,
  period: Period,
  world: TargetWorld,
  levelFor: (asked: Asked, period: Period, world: TargetWorld) => Level | null,
): Level | null {
  const plan = world.metrics.get(level.plan);
  const later = laterPeriod(period, level.earlierBy, world);
  if (!plan || !later || asked.below.includes(plan.slug)) return null;
  const planned: Asked = { metric: plan, as: 'target', below: [...asked.below, asked.metric.slug] };
  const from = levelFor(planned, later, world) ?? (lists(planned, later) ? { value: null, steps: [] } : null);
  if (!from) return null;
  const year = lastYearBefore(world.asOfDay, world.company);
  const factor =
    (how: TargetStep['how']) =>
    (metric: string): TargetStep => ({ how, metric, period: year, value: world.valueIn(metric, year) });
  const steps: readonly TargetStep[] = [
    { how: 'plan', metric: plan.slug, period: later.name, value: from.value },
    ...level.dividedBy.map(factor('divided by')),
    ...level.times.map(factor('times')),
  ];
  const value = steps.reduce<number | null>(stepped, null);
  return { value: value === null ? null : inUnitOf(asked.metric, value), steps: [...from.steps, ...steps] };
}

/** Nothing is known past a step that is not, nor where something is divided by nothing. */
function stepped(so: number | null, { how, value }: TargetStep): number | null {
  if (how === 'plan') return value;
  if (so === null || value === null) return null;
  if (how === 'times') return so * value;
  return value === 0 ? null : so / value;
}

/** Whether the plan has a list with other periods of this length in it: then one is missing there. */
function lists(planned: Asked, period: Period): boolean {
  const level = agreedFor(planned, period)?.level;
  const shape = (name: string): string => name.replaceAll(/\d/g, '0');
  return level?.level === 'listed' && [...level.periods.keys()].some((name) => shape(name) === shape(period.name));
}

/** The last fiscal year that was complete before a day, by its name. */
export function lastYearBefore(asOfDay: Day, company: Company): string {
  const running = periodOf('year', asOfDay, company);
  return periodOf('year', dayBefore(running.from), company).name;
}

/** The period of the same grain that lies so much later; null where what lies there is no whole period. */
function laterPeriod(period: Period, by: Duration | null, { company }: TargetWorld): Period | null {
  if (!by) return period;
  if (period.grain === 'all' || period.grain === 'undated') return null;
  const [first, next] = [numberOfDay(period.from), numberOfDay(period.to) + 1];
  const [from, end] = [moved(first, by), moved(next, by)];
  if (from === null || end === null) return null;
  const later = periodOf(period.grain, from, company);
  return later.from === from && later.to === dayBefore(end) ? later : null;
}

const daysIn: Partial<Record<Duration['unit'], number>> = { days: 1, 'calendar days': 1, weeks: 7 };

function moved(day: number, { amount, unit }: Duration): Day | null {
  if (unit === 'months') return dayOfNumber(addMonths(day, amount));
  const days = daysIn[unit];
  return days === undefined ? null : dayOfNumber(day + days * amount);
}
