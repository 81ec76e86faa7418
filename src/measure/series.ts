import { compareText } from '../agreement/compare-text.ts';
import { localTime } from '../calendar/local-time.ts';
import { daySeconds, numberOfDay } from '../calendar/local-date.ts';
import { modelsOf } from './credit.ts';
import { memberOrder } from './cut.ts';
import { countedFrom, periodsFor, type Days } from './periods-for.ts';
import { wordingOn } from './target-world.ts';
import type { End } from './ends.ts';
import type { FactMeasure } from './measures/form.ts';
import type { Tally } from './tally.ts';
import type { Company, Metric, Wording } from '../values/agreement.ts';
import { isMade } from '../values/made-of.ts';
import { grains, type Day, type Grain, type Period } from '../values/period.ts';
import type { MetricValue, ValueStatus } from '../values/value.ts';

/** The instant and the local date as of which a metric is known. */
export interface AsOf {
  readonly instant: number;
  readonly day: Day;
}

/**
 * The grains that a metric is published by: its finest and all that are coarser, and the undated. As things stood, none is undated, and all
 * time has no start that they stood at; at one day, or without a `by` moment, there is only all time.
 */
export function grainsOf({ by, asOf, finest, wordings: [{ measure }] }: Metric): Grain[] {
  const published = grains.slice(grains.indexOf(finest));
  if (isMade(measure)) return published;
  if (asOf === 'period end') return published.filter((grain) => grain !== 'undated');
  if (asOf === 'period start') return published.filter((grain) => grain !== 'undated' && grain !== 'all');
  return by && asOf === null ? published : ['all'];
}

/** What the values of a series are made with. */
export interface SeriesTask {
  readonly metric: Metric;
  readonly measure: FactMeasure;
  readonly asOf: AsOf;
  readonly company: Company;
}

/**
 * The values of a metric by a grain. Of the whole there is one for each period from the first record's to the as-of day's, the empty
 * ones too, and for later ones that have records; a member has one for each period in which it has records. So have the undated.
 */
export function seriesOf(task: SeriesTask, grain: Grain, tallies: readonly Tally[], days: Days | null): MetricValue[] {
  const { metric, measure, asOf, company } = task;
  const periods = new Map(periodsFor(grain, days, asOf.day, company).map((one) => [keyOf(one), one]));
  const zone = localTime(company.timeZone, asOf.instant, asOf.instant);
  const value = (period: Period, tally: Tally): MetricValue =>
    valueOf(task, period, tally, {
      wording: metric.by
        ? wordingOf(metric, { ...period, from: countedFrom(metric, period, company) })
        : nameOf(wordingOn(metric, asOf.day)),
      status: statusOf(period, tally.waiting, measure.matures, asOf, zone.instant),
    });
  const found = tallies.flatMap((tally) => {
    const period = periods.get(tally.period);
    return period ? [value(period, tally)] : [];
  });
  const wholes = new Set(tallies.flatMap((tally) => (tally.dimension === '' ? [tally.period] : [])));
  const empty = [...periods.entries()]
    .filter(([name, period]) => !wholes.has(name) && period.from <= asOf.day && grain !== 'undated')
    .map(([name, period]) => value(period, { ...nothing, period: name }));
  return [...found, ...empty];
}

/** The values of the periods that are counted at an instant, from the tallies as of then. Those of a period that is over are complete: what still waited then is told. */
export function endValues(task: SeriesTask, end: End, tallies: readonly Tally[]): MetricValue[] {
  const { asOf, inForceOn, serves } = end;
  const wording = nameOf(wordingOn(task.metric, inForceOn));
  const zone = localTime(task.company.timeZone, task.asOf.instant, task.asOf.instant);
  const statusAt = (period: Period): ValueStatus => {
    if (task.metric.asOf === 'period start') return statusOf(period, 0, false, task.asOf, zone.instant);
    return asOf.instant < task.asOf.instant ? 'complete' : 'so far';
  };
  const all = tallies.some(({ dimension }) => dimension === '') ? tallies : [nothing, ...tallies];
  return serves.flatMap((period) =>
    all.map((tally) => valueOf(task, period, tally, { wording, status: statusAt(period) })),
  );
}

function valueOf(
  { metric, measure }: SeriesTask,
  { grain, name, from, to }: Period,
  tally: Tally,
  judged: Pick<MetricValue, 'wording' | 'status'>,
): MetricValue {
  return {
    metric: metric.slug,
    grain,
    period: name,
    from,
    to,
    dimension: tally.dimension,
    member: tally.member,
    ...known(measure, tally),
    waiting: tally.waiting,
    records: tally.records,
    low: null,
    high: null,
    target: null,
    broken: null,
    ...judged,
  };
}

const nothing: Tally = { period: '', dimension: '', member: '', records: 0, waiting: 0, unpriced: 0, group: {} };

/** An amount without a rate makes the value unknown: it is no zero. */
function known(measure: FactMeasure, tally: Tally): Pick<MetricValue, 'value' | 'numerator' | 'denominator'> {
  const { group, pieces = 1 } = tally;
  const wholes = Object.entries(group).map(([name, sum]) => [name, typeof sum === 'number' ? sum / pieces : sum]);
  const result = measure.result(Object.fromEntries(wholes));
  return tally.unpriced > 0 ? { ...result, value: null } : result;
}

/** How tallies name a period: all time and the undated are ''. */
const keyOf = ({ grain, name }: Period): string => (grain === 'all' || grain === 'undated' ? '' : name);

/** `ahead` and `so far` before all else: what waits matters once a period is over. All time is never over, and the undated may get a day. */
export function statusOf(
  period: Period,
  waiting: number,
  matures: boolean,
  asOf: AsOf,
  instantOf: (local: number) => number,
): ValueStatus {
  if (period.grain === 'all' || period.grain === 'undated') return 'so far';
  if (period.from > asOf.day) return 'ahead';
  if (instantOf((numberOfDay(period.to) + 1) * daySeconds) > asOf.instant) return 'so far';
  if (waiting === 0) return 'complete';
  return matures ? 'maturing' : 'waiting';
}

/** The name of the wording that holds for a whole period; null where it spans two. The newest holds for the undated. */
export function wordingOf(metric: Metric, period: Period): string | null {
  const inside = ({ from, until }: Wording): boolean =>
    (from === null || from <= period.from) && (until === null || period.to <= until);
  const newest = metric.wordings.length === 1 || period.grain === 'undated';
  const wording = newest ? metric.wordings[0] : metric.wordings.find(inside);
  return wording ? nameOf(wording) : null;
}

const nameOf = ({ from }: Wording): string => from ?? 'the beginning';

/** In order of grain, dimension, member and period; members in the order that their cut tells, else in that of their names. */
export function inOrder(metric: Metric, values: readonly MetricValue[]): MetricValue[] {
  const dimensions = ['', ...metric.breakdowns.flatMap(modelsOf).map(({ dimension }) => dimension)];
  const orders = new Map(metric.breakdowns.map(({ dimension, cut }) => [dimension, memberOrder(cut)]));
  const place = ({ dimension, member }: MetricValue): number => orders.get(dimension)?.indexOf(member) ?? -1;
  return values.toSorted(
    (one, other) =>
      grains.indexOf(one.grain) - grains.indexOf(other.grain) ||
      dimensions.indexOf(one.dimension) - dimensions.indexOf(other.dimension) ||
      place(one) - place(other) ||
      compareText(one.member, other.member) ||
      compareText(one.from, other.from),
  );
}
