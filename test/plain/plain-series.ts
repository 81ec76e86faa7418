/** A metric's values: for each period of each grain, the whole and each member of each breakdown. */
import { dayOf, instantOn, plusDays } from './plain-clock.ts';
import { factsOf, type Fact } from './plain-facts.ts';
import { resultOf } from './plain-measures.ts';
import { periodAt, periodsFrom } from './plain-period.ts';
import { sightOf, type Sight, type World } from './plain-world.ts';
import type { Metric } from '../../src/values/agreement.ts';
import { grains, type Grain, type Period } from '../../src/values/period.ts';
import type { MetricValue, ValueStatus } from '../../src/values/value.ts';

/** A value as the plain reading knows it: what is agreed for the period is told elsewhere. */
export type PlainValue = Omit<MetricValue, 'target' | 'broken' | 'low' | 'high'>;

/** The grains that a metric is published by. */
export function grainsOf(metric: Metric): Grain[] {
  const dated = metric.by !== null || metric.asOf === 'period end' || metric.wordings[0].measure.measure === 'ratio';
  return dated ? grains.slice(grains.indexOf(metric.finest)) : ['all'];
}

export function valuesOf(metric: Metric, world: World, asOf: number): PlainValue[] {
  const sight = sightOf(world, metric.calendar, asOf);
  const facts = factsOf(metric, sight);
  return grainsOf(metric).flatMap((grain) =>
    periodsOf(grain, facts, sight).flatMap((period) => valuesIn(metric, period, facts, sight)),
  );
}

function valuesIn(metric: Metric, period: Period, facts: readonly Fact[], sight: Sight): PlainValue[] {
  const group = facts.filter(({ day }) => isIn(metric, period, day, sight));
  const make = (dimension: string, member: string, of: readonly Fact[]): PlainValue => {
    const waiting = of.filter(({ waits }) => waits).length;
    return {
      metric: metric.slug,
      grain: period.grain,
      period: period.name,
      from: period.from,
      to: period.to,
      dimension,
      member,
      ...resultOf(metric.wordings[0].measure, of),
      waiting,
      records: of.length,
      wording: wordingOf(metric, period),
      status: statusOf(metric, period, waiting, sight),
    };
  };
  const isTold = period.grain === 'undated' ? group.length > 0 : group.length > 0 || period.from <= sight.asOfDay;
  const parts = metric.breakdowns.flatMap(({ dimension }, index) =>
    [...new Set(group.map(({ members }) => members[index] ?? ''))].map((member) =>
      make(
        dimension,
        member,
        group.filter(({ members }) => members[index] === member),
      ),
    ),
  );
  return isTold ? [make('', '', group), ...parts] : [];
}

/** Whether a day's records are in a period's group: what runs takes in the longer period up to the period's own end. */
function isIn({ running }: Metric, period: Period, day: string | null, { world }: Sight): boolean {
  if (period.grain === 'all') return true;
  if (period.grain === 'undated') return day === null;
  if (day === null || day > period.to) return false;
  if (running === 'all') return true;
  const from = running === null ? period.from : periodAt(running, period.to, world.agreement.company).from;
  return day >= from;
}

/** From the first record's to that of the as-of day, and on to the last record's. */
function periodsOf(grain: Grain, facts: readonly Fact[], sight: Sight): Period[] {
  const days = facts.flatMap(({ day }) => day ?? []).toSorted();
  const [first, last] = [days.at(0) ?? sight.asOfDay, days.at(-1) ?? sight.asOfDay];
  const [from, to] = [first < sight.asOfDay ? first : sight.asOfDay, last > sight.asOfDay ? last : sight.asOfDay];
  if (grain === 'all') return [{ grain, name: 'all', from, to }];
  if (grain === 'undated') return [{ grain, name: 'undated', from: '', to: '' }];
  return days.length === 0 ? [] : periodsFrom(grain, first, to, sight.world.agreement.company);
}

/** `ahead` and `so far` before all else: what waits matters once a period is over. All time is never over. */
function statusOf(metric: Metric, period: Period, waiting: number, { asOf, asOfDay, clock }: Sight): ValueStatus {
  if (period.from > asOfDay) return 'ahead';
  if (period.grain === 'all' || period.grain === 'undated') return 'so far';
  if (instantOn(clock, plusDays(period.to, 1), 0) > asOf) return 'so far';
  if (waiting === 0) return 'complete';
  return metric.wordings[0].measure.measure === 'conversion' ? 'maturing' : 'waiting';
}

/** The wording that holds for a whole period; null where it spans two. The newest holds for the undated. */
function wordingOf(metric: Metric, { grain, from, to }: Period): string | null {
  const isNewest = metric.wordings.length === 1 || grain === 'undated';
  const wording = isNewest
    ? metric.wordings[0]
    : metric.wordings.find((one) => (one.from === null || one.from <= from) && (one.until === null || to <= one.until));
  return wording ? (wording.from ?? 'the beginning') : null;
}

/** The last instant of a period that is over. */
export const endOf = ({ clock }: Sight, period: Period): number => instantOn(clock, plusDays(period.to, 1), 0) - 1;

export const dayAt = ({ clock }: Sight, instant: number): string => dayOf(clock, instant);
