import { businessDaysOf } from '../calendar/business-days.ts';
import { periodOf } from '../calendar/periods.ts';
import { levelFor } from './target-level.ts';
import { agreedFor, inUnitOf, type Asked, type TargetWorld } from './target-world.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import { grains, type Day, type Period } from '../values/period.ts';
import type { MetricValue, PeriodTarget } from '../values/value.ts';

/** Values that know what was agreed for them, and what was agreed by period. */
export interface Targeted {
  readonly values: readonly MetricValue[];
  readonly targets: readonly PeriodTarget[];
  /** What was agreed for the period of a value; null where nothing was, or a value of its kind is not judged. */
  readonly targetOf: (value: MetricValue) => PeriodTarget | null;
}

export interface TargetTask {
  readonly agreement: Pick<Agreement, 'company' | 'calendars' | 'metrics'>;
  /** Of all metrics: a target may be derived from others' values. */
  readonly values: readonly MetricValue[];
  /** The local date as of which a metric is known. */
  readonly asOfDay: (metric: string) => Day;
}

/**
 * Gives each value of a whole the level that was agreed for its period; and those of a share's members, while the parts of what adds up
 * have no target of their own.
 */
export function withTargets(task: TargetTask): Targeted {
  const metrics = new Map(task.agreement.metrics.map((metric) => [metric.slug, metric]));
  const world = worldOf(task, metrics);
  const known = new Map<string, PeriodTarget | null>();
  const targetIn = (metric: Metric, period: Period): PeriodTarget | null => {
    const key = `${metric.slug} ${period.grain} ${period.name}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const target = periodTarget(metric, period, { ...world, asOfDay: task.asOfDay(metric.slug) });
    known.set(key, target);
    return target;
  };
  const targetOf = (value: MetricValue): PeriodTarget | null => {
    const metric = metrics.get(value.metric);
    const isJudged = metric && (value.dimension === '' || metric.unit.unit === 'share');
    return isJudged ? targetIn(metric, { ...value, name: value.period }) : null;
  };
  const targets: PeriodTarget[] = [];
  const values = task.values.map((value): MetricValue => {
    const metric = metrics.get(value.metric);
    const found = targetOf(value);
    if (!metric || !found) return value;
    if (value.dimension === '')
      targets.push(value.status === 'so far' ? paced(metric, value, found, world, task) : found);
    return { ...value, target: found.target, broken: found.broken };
  });
  return { values, targets, targetOf };
}

/** What has been measured so far, by slug. */
type SoFar = ReadonlyMap<string, { readonly values: readonly MetricValue[]; readonly asOfDay: Day }>;

/**
 * What was agreed for the period of a value: of a metric that runs on, for all of the longer period that it runs in.
 * From what is measured when it
 * is first asked of a metric: by then all is there that the metric's target is derived from.
 */
export function targetsAmong(
  agreement: TargetTask['agreement'],
  measured: () => SoFar,
): (metric: string, value: MetricValue) => number | null {
  const metrics = new Map(agreement.metrics.map((metric) => [metric.slug, metric]));
  const worlds = new Map<string, TargetWorld>();
  const worldFor = (slug: string): TargetWorld => {
    const found = worlds.get(slug);
    if (found) return found;
    const sofar = measured();
    const asOfDay = (metric: string): Day => sofar.get(metric)?.asOfDay ?? '';
    const values = [...sofar.values()].flatMap((one) => one.values);
    const world = { ...worldOf({ agreement, values, asOfDay }, metrics), asOfDay: asOfDay(slug) };
    worlds.set(slug, world);
    return world;
  };
  return (slug, value) => {
    const metric = metrics.get(slug);
    if (!metric) return null;
    const { running } = metric;
    const isWithin = running !== null && running !== 'all' && grains.indexOf(value.grain) < grains.indexOf(running);
    const period = isWithin ? periodOf(running, value.to, agreement.company) : { ...value, name: value.period };
    return periodTarget(metric, period, worldFor(slug))?.target ?? null;
  };
}

function worldOf({ agreement, values }: TargetTask, metrics: TargetWorld['metrics']): Omit<TargetWorld, 'asOfDay'> {
  const { company, calendars } = agreement;
  const calendar = calendars.find(({ slug }) => slug === company.calendar);
  const years = new Map<string, number | null>();
  for (const { grain, dimension, metric, period, value } of values) {
    if (grain === 'year' && dimension === '') years.set(`${metric} ${period}`, value);
  }
  return {
    company,
    metrics,
    businessDays: calendar ? businessDaysOf(calendar) : () => 0,
    valueIn: (metric, year) => years.get(`${metric} ${year}`) ?? null,
  };
}

/** What was agreed for a period; null where nothing was. */
function periodTarget(metric: Metric, period: Period, world: TargetWorld): PeriodTarget | null {
  const asked: Asked = { metric, as: 'target', below: [] };
  const agreed = agreedFor(asked, period);
  const level = agreed && levelFor(asked, period, world);
  if (!level) return null;
  return {
    metric: metric.slug,
    grain: period.grain,
    period: period.name,
    way: agreed.way,
    target: level.value,
    broken: levelFor({ ...asked, as: 'broken' }, period, world)?.value ?? null,
    byNow: null,
    said: agreed.said,
    steps: level.steps,
  };
}

/** A running period's, with the part that falls to the business days passed, today's among them. */
function paced(
  metric: Metric,
  { from, to, grain }: MetricValue,
  found: PeriodTarget,
  { businessDays }: Pick<TargetWorld, 'businessDays'>,
  { asOfDay }: TargetTask,
): PeriodTarget {
  if (!metric.adds.periods || found.target === null || grain === 'all') return found;
  const days = businessDays(from, to);
  if (days === 0) return found;
  return { ...found, byNow: inUnitOf(metric, (found.target * businessDays(from, asOfDay(metric.slug))) / days) };
}
