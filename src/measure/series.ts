import { compareText } from '../agreement/compare-text.ts';
import { localTime } from '../calendar/local-time.ts';
import { daySeconds, numberOfDay } from '../calendar/local-date.ts';
import { periodsBetween, type CutGrain } from '../calendar/periods.ts';
import type { FactMeasure } from './measures/form.ts';
import type { Tally } from './tally.ts';
import type { Company, Metric, Wording } from '../values/agreement.ts';
import { grains, type Day, type Grain, type Period } from '../values/period.ts';
import type { MetricValue, ValueStatus } from '../values/value.ts';

/** The instant and the local date as of which a metric is known. */
export interface AsOf {
  readonly instant: number;
  readonly day: Day;
}

/** The grains that a metric is published by: its finest and all that are coarser. Without a `by` moment there is only all time. */
export function grainsOf(metric: Metric): Grain[] {
  return metric.by || metric.wordings[0].measure.measure === 'ratio'
    ? grains.slice(grains.indexOf(metric.finest))
    : ['all'];
}

/**
 * The values of a metric by a grain. Of the whole there is one for each period from the first record's to the as-of day's, the empty
 * ones too, and for later ones that have records; a member has one for each period in which it has records.
 */
export function seriesOf(
  metric: Metric,
  grain: Grain,
  measure: FactMeasure,
  tallies: readonly Tally[],
  days: { first: Day; last: Day } | null,
  asOf: AsOf,
  company: Company,
): MetricValue[] {
  const periods = new Map(periodsOf(grain, days, asOf, company).map((one) => [keyOf(one), one]));
  const zone = localTime(company.timeZone, asOf.instant, asOf.instant);
  const value = (period: Period, tally: Tally): MetricValue => ({
    metric: metric.slug,
    grain,
    period: period.name,
    from: period.from,
    to: period.to,
    dimension: tally.dimension,
    member: tally.member,
    ...known(measure, tally),
    waiting: tally.waiting,
    records: tally.records,
    low: null,
    high: null,
    target: null,
    broken: null,
    wording: wordingOf(metric, period),
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

const nothing = { dimension: '', member: '', records: 0, waiting: 0, unpriced: 0, group: {} } as const;

/** An amount without a rate makes the value unknown: it is no zero. */
function known(measure: FactMeasure, tally: Tally): Pick<MetricValue, 'value' | 'numerator' | 'denominator'> {
  const result = measure.result(tally.group);
  return tally.unpriced > 0 ? { ...result, value: null } : result;
}

/** How tallies name a period: all time and the undated are ''. */
const keyOf = ({ grain, name }: Period): string => (grain === 'all' || grain === 'undated' ? '' : name);

function periodsOf(grain: Grain, days: { first: Day; last: Day } | null, asOf: AsOf, company: Company): Period[] {
  if (grain === 'all') return [allTime(days, asOf)];
  if (grain === 'undated') return [{ grain, name: grain, from: '', to: '' }];
  return cutPeriods(grain, days, asOf, company);
}

function cutPeriods(grain: CutGrain, days: { first: Day; last: Day } | null, asOf: AsOf, company: Company): Period[] {
  if (!days) return [];
  const last = days.last > asOf.day ? days.last : asOf.day;
  return periodsBetween(grain, days.first, last, company);
}

function allTime(days: { first: Day; last: Day } | null, asOf: AsOf): Period {
  const from = days && days.first < asOf.day ? days.first : asOf.day;
  return { grain: 'all', name: 'all', from, to: days && days.last > asOf.day ? days.last : asOf.day };
}

/** `ahead` and `so far` before all else: what waits matters once a period is over. All time is never over. */
export function statusOf(
  period: Period,
  waiting: number,
  matures: boolean,
  asOf: AsOf,
  instantOf: (local: number) => number,
): ValueStatus {
  if (period.from > asOf.day) return 'ahead';
  if (period.grain === 'all' || period.grain === 'undated') return 'so far';
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
  return wording ? (wording.from ?? 'the beginning') : null;
}

/** In order of grain, dimension, member and period. */
export function inOrder(metric: Metric, values: readonly MetricValue[]): MetricValue[] {
  const dimensions = ['', ...metric.breakdowns.map(({ dimension }) => dimension)];
  return values.toSorted(
    (one, other) =>
      grains.indexOf(one.grain) - grains.indexOf(other.grain) ||
      dimensions.indexOf(one.dimension) - dimensions.indexOf(other.dimension) ||
      compareText(one.member, other.member) ||
      compareText(one.from, other.from),
  );
}
