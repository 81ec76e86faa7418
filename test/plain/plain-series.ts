/** A metric's values: for each period of each grain, the whole and each member of each breakdown. */
import { instantOn, plusDays } from './plain-clock.ts';
import { boundsOf, lackingIn, type Bounds, type Possible } from './plain-bounds.ts';
import { factsOf, type Fact } from './plain-facts.ts';
import { creditOf, resultOf } from './plain-measures.ts';
import type { Share } from './plain-credit.ts';
import { periodAt, periodsFrom } from './plain-period.ts';
import { fieldAnswer } from './plain-fields.ts';
import { asDay } from './plain-answer.ts';
import { plainReader } from './plain-record.ts';
import { recordsOf, sightOf, type Sight, type World } from './plain-world.ts';
import type { Metric, Wording } from '../../src/values/agreement.ts';
import { grains, type Day, type Grain, type Period } from '../../src/values/period.ts';
import type { MetricValue, ValueStatus } from '../../src/values/value.ts';

/** A value as the plain reading knows it: bounds that are too many to try are left out. */
export type PlainValue = Omit<MetricValue, 'low' | 'high'> & Bounds & { readonly lengths?: Lengths };

/** What a whole's records took, of those that are decided: the lengths that are over, and how many are not. */
export interface Lengths {
  readonly over: readonly number[];
  readonly open: number;
}

/** The grains that a metric is published by. As things stood none is undated; without a `by` moment there is all time. */
export function grainsOf({ by, asOf, finest, wordings: [{ measure }] }: Metric): Grain[] {
  const published = grains.slice(grains.indexOf(finest));
  if (measure.measure === 'ratio' || measure.measure === 'difference') return published;
  if (asOf === 'period end') return published.filter((grain) => grain !== 'undated');
  if (asOf === 'period start') return published.filter((grain) => grain !== 'undated' && grain !== 'all');
  return by && asOf === null ? published : ['all'];
}

/** The values of a metric that has records of its own. `asOf`: seconds since 1970. */
export function valuesOf(metric: Metric, world: World, asOf: number): PlainValue[] {
  // What moves a balance has happened by the time that the balance is known as of.
  const sight = sightOf(world, plainReader, metric.calendar, asOf, metric.moves === null ? 'all' : 'until then');
  if (metric.asOf !== null) return asItStood(metric, sight);
  const inForce = metric.by ? null : wordingOn(metric, sight.asOfDay);
  const facts = factsOf(metric, sight, inForce);
  const lacking = lackingIn(metric, sight, inForce);
  const days = facts.flatMap(({ day }) => day ?? []).toSorted();
  return grainsOf(metric).flatMap((grain) =>
    periodsOf(grain, days, sight.asOfDay, sight).flatMap((period) => {
      const group = facts.filter(({ day }) => isIn(metric, period, day, sight));
      const isTold = group.length > 0 || (period.grain !== 'undated' && period.from <= sight.asOfDay);
      const wording = metric.by ? wordingOf(metric, period, sight) : nameOf(wordingOn(metric, sight.asOfDay));
      const of = (facts: readonly Fact[]) => ({ wording, status: statusOf(metric, period, waitingIn(facts), sight) });
      const theirs = lacking.filter(({ day }) => isIn(metric, period, day, sight));
      return isTold ? valuesIn(metric, period, group, theirs, of) : [];
    }),
  );
}

/** At the last instant of each period or before the first, or of a day: by the wording of then, in the world of then. */
function asItStood(metric: Metric, sight: Sight): PlainValue[] {
  const { world, asOf, asOfDay } = sight;
  const happened = recordsOf(sight, metric.wordings[0].kind).flatMap(
    (at) => asDay(sight, fieldAnswer(at, at.kind.happens)) ?? [],
  );
  const wanted = typeof metric.asOf === 'object' && metric.asOf ? metric.asOf.day : asOfDay;
  const until = wanted < asOfDay ? wanted : asOfDay;
  const first = [...happened, asOfDay].toSorted()[0] ?? asOfDay;
  const periods = grainsOf(metric).flatMap((grain) => periodsOf(grain, [first, until], until, sight));
  return periods.flatMap((period) => {
    const end = Math.min(asOf, instantOn(sight.clock, plusDays(period.to, 1), 0) - 1);
    const at = (instant: number): Sight => ({
      ...sightOf(world, plainReader, metric.calendar, instant, 'until then'),
      counted: period,
    });
    const isStart = metric.asOf === 'period start';
    // What was there when the period began is kept, or not, by its end.
    const began = { ...at(instantOn(sight.clock, period.from, 0) - 1), judged: at(end) };
    const then = isStart ? began : at(end);
    const wording = wordingOn(metric, isStart ? period.from : then.asOfDay);
    const judged = { wording: nameOf(wording), status: end < asOf ? 'complete' : 'so far' } as const;
    const lacking = lackingIn(metric, then, wording);
    return valuesIn(metric, period, factsOf(metric, then, wording), lacking, () => judged);
  });
}

/** The whole, and each member that has records. */
function valuesIn(
  metric: Metric,
  { grain, name, from, to }: Period,
  group: readonly Fact[],
  lacking: readonly Possible[],
  judge: (facts: readonly Fact[]) => Pick<PlainValue, 'wording' | 'status'>,
): PlainValue[] {
  const make = (dimension: string, member: string, facts: readonly Fact[]): PlainValue => ({
    metric: metric.slug,
    grain,
    period: name,
    from,
    to,
    dimension,
    member,
    ...resultOf(metric.wordings[0].measure, facts),
    waiting: waitingIn(facts),
    records: facts.length,
    low: null,
    high: null,
    target: null,
    broken: null,
    ...judge(facts),
  });
  const parts = metric.breakdowns.flatMap(({ dimension, credit }, index) =>
    credit
      ? []
      : [...Map.groupBy(group, ({ members }) => members[index] ?? '')].map(([member, of]) =>
          make(dimension, member, of),
        ),
  );
  const given = new Set(
    group.flatMap(({ credit }) => credit.map(({ dimension, member }) => JSON.stringify([dimension, member]))),
  );
  const credited = [...given].map((one) => {
    const [dimension, member] = JSON.parse(one) as [string, string];
    const isTheirs = (share: Share): boolean => share.dimension === dimension && share.member === member;
    const of = group.filter(({ credit }) => credit.some(isTheirs));
    return { ...make(dimension, member, of), ...creditOf(metric.wordings[0].measure, of, isTheirs) };
  });
  const whole = { ...make('', '', group), ...boundsOf(metric, group, lacking), lengths: lengthsOf(group) };
  return [whole, ...parts, ...credited];
}

function lengthsOf(facts: readonly Fact[]): Lengths {
  const decided = facts.filter(({ waits }) => !waits);
  return {
    over: decided.flatMap(({ amount, open }) => (amount === null || open ? [] : [Number(amount)])),
    open: decided.filter(({ open }) => open).length,
  };
}

const waitingIn = (facts: readonly Fact[]): number => facts.filter(({ waits }) => waits).length;

/** From the first day to the last, or to the as-of day where that is later. */
function periodsOf(grain: Grain, days: readonly Day[], asOfDay: Day, { world }: Sight): Period[] {
  const [first, last] = [days.at(0), days.at(-1)];
  const to = last !== undefined && last > asOfDay ? last : asOfDay;
  if (grain === 'undated') return [{ grain, name: 'undated', from: '', to: '' }];
  if (grain === 'all')
    return [{ grain, name: 'all', from: first !== undefined && first < asOfDay ? first : asOfDay, to }];
  return first === undefined ? [] : periodsFrom(grain, first, to, world.agreement.company);
}

/** Whether a day's records are in a period's group. */
function isIn(metric: Metric, period: Period, day: Day | null, sight: Sight): boolean {
  if (period.grain === 'all') return true;
  if (period.grain === 'undated' || day === null) return period.grain === 'undated' && day === null;
  return startOf(metric, period, sight) <= day && day <= period.to;
}

/** The first day that a period takes in: what runs on takes in the whole of the longer period that its last day lies in. */
function startOf({ running }: Metric, period: Period, { world }: Sight): Day {
  if (running === null || period.grain === 'all') return period.from;
  return running === 'all' ? '0001-01-01' : periodAt(running, period.to, world.agreement.company).from;
}

/** `ahead` and `so far` before all else: what waits matters once a period is over. All time is never over, and the undated may get a day. */
function statusOf(metric: Metric, period: Period, waiting: number, { asOf, asOfDay, clock }: Sight): ValueStatus {
  if (period.grain === 'all' || period.grain === 'undated') return 'so far';
  if (period.from > asOfDay) return 'ahead';
  if (instantOn(clock, plusDays(period.to, 1), 0) > asOf) return 'so far';
  if (waiting === 0) return 'complete';
  return metric.wordings[0].measure.measure === 'conversion' ? 'maturing' : 'waiting';
}

export const wordingOn = ({ wordings }: Metric, day: Day): Wording =>
  wordings.find(({ from, until }) => (from === null || from <= day) && (until === null || day <= until)) ?? wordings[0];

const nameOf = ({ from }: Wording): string => from ?? 'the beginning';

/** The wording that holds for all that a period takes in; null where it spans two. The newest holds for the undated. */
function wordingOf(metric: Metric, period: Period, sight: Sight): string | null {
  if (period.grain === 'undated') return nameOf(metric.wordings[0]);
  const start = startOf(metric, period, sight);
  const wording = metric.wordings.find(
    ({ from, until }) => (from === null || from <= start) && (until === null || period.to <= until),
  );
  return metric.wordings.length === 1 ? nameOf(metric.wordings[0]) : wording ? nameOf(wording) : null;
}
