import { isFrozen } from '../values/frozen.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import { madeOf } from '../values/made-of.ts';
import type { Day, Grain } from '../values/period.ts';
import type { MetricValue } from '../values/value.ts';
import { limitsOf, type Limits, type Nature, type NoLimits, type PeriodValue } from './limits.ts';
import { fewest, judgedFrom } from './mark-of.ts';
import { countedSince } from './same-count.ts';
import { signalsOf, type Signal } from './signals.ts';
import { isShare } from './traits.ts';
import { wayOn } from './wording-on.ts';

/** What tells the usual range of a metric. */
export interface Series {
  readonly metric: Metric;
  readonly agreement: Pick<Agreement, 'metrics'>;
  /** The whole and members, any grain, any order. */
  readonly values: readonly MetricValue[];
  /** Every period by today's wording, where there was another before. */
  readonly restated?: readonly MetricValue[] | undefined;
}

/** The usual range of a metric at a grain, and what left it. */
export interface Usual {
  readonly grain: Grain;
  readonly limits: Limits | null;
  /**
   * Why there are none. `carries over`: a period holds what the one before it held, so that neighbours lie close together and their distance says
   * nothing of how far the number can wander. `day`: a date moves on by itself.
   */
  readonly none: NoLimits['none'] | 'carries over' | 'day' | null;
  /** The periods that are judged, oldest first. */
  readonly points: readonly PeriodValue[];
  readonly signals: readonly Signal[];
  /** The first day that counts as today; null: they all do. */
  readonly since: Day | null;
  /** The newest complete period, though it may have too few records to be judged. */
  readonly newest: string | null;
  /** Complete periods that have too few records. */
  readonly tooFew: number;
}

/** A metric and those it is made of, all the way down. */
function partsOf(metric: Metric, agreement: Series['agreement'], seen: readonly string[] = []): Metric[] {
  if (seen.includes(metric.slug)) return [];
  const parts = madeOf(metric.wordings[0].measure) ?? [];
  const found = parts.flatMap((slug) => agreement.metrics.filter((one) => one.slug === slug));
  return [metric, ...found.flatMap((part) => partsOf(part, agreement, [...seen, metric.slug]))];
}

/** The last day on which the way of counting changed, of the metric or of what it is made of. */
function lastChange(parts: readonly Metric[]): Day | null {
  const days = parts.map(countedSince).filter((day) => day !== null);
  return days.toSorted().at(-1) ?? null;
}

/** What its numbers can be. What never was below zero is not expected there; nobody counts half a record. */
function natureOf(metric: Metric, points: readonly PeriodValue[]): Nature {
  return {
    least: points.every(({ value }) => value >= 0) ? 0 : null,
    greatest: isShare(metric) && points.every(({ value }) => value <= 1) ? 1 : null,
    step: metric.unit.unit === 'records' ? 1 : null,
  };
}

function whyNone({ unit }: Metric, parts: readonly Metric[]): Usual['none'] {
  if (unit.unit === 'day') return 'day';
  return parts.some(carriesOver) ? 'carries over' : null;
}

/** Whether what a period comes to is in the next one too. A forecast is held against what came: each period has its own. */
const carriesOver = (metric: Metric): boolean =>
  metric.running !== null || metric.asOf === 'period end' || (metric.asOf === 'period start' && !isFrozen(metric));

/**
 * The usual range of the whole of a metric at a grain: from its complete periods since the way of counting last changed, by today's wording. Those
 * with too few records to be judged are left out, as they wobble for that alone. What waits, ripens or runs is not complete.
 */
export function usualOf({ metric, agreement, values, restated = [] }: Series, grain: Grain): Usual {
  const parts = partsOf(metric, agreement);
  const since = lastChange(parts);
  const series = restated.length > 0 ? restated : values;
  const complete = series
    .filter((row) => row.grain === grain && row.dimension === '' && row.status === 'complete')
    .filter(({ from }) => since === null || since <= from)
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const many = complete.filter((row) => (judgedFrom(metric, row) ?? fewest) >= fewest);
  const points = many.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
  const found = whyNone(metric, parts) ?? limitsOf(points, natureOf(metric, points));
  const limits = typeof found === 'object' && 'centre' in found ? found : null;
  return {
    grain,
    limits,
    none: typeof found === 'string' ? found : 'none' in found ? found.none : null,
    points,
    signals: limits ? signalsOf(points, limits) : [],
    since,
    newest: complete.at(-1)?.period ?? null,
    tooFew: complete.length - many.length,
  };
}

/** Whether a signal on a side is one for the better; null where neither way is said to be good. `day`: a last local date of its period. */
export function isBetter(metric: Metric, side: Signal['side'], day: Day): boolean | null {
  const way = wayOn(metric, day);
  const good = metric.better ?? (way && (way === 'at least' ? 'higher' : 'lower'));
  return good ? (good === 'higher') === (side === 'above') : null;
}
