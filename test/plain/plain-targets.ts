/** What was agreed for a period: as said, added up, spread day by day, listed, or derived from other numbers. */
import { isWorkingDay, plainClock, plusDays, plusMonths, type PlainClock } from './plain-clock.ts';
import { roundedHalfAway } from './plain-money.ts';
import { periodAt, periodsFrom } from './plain-period.ts';
import { wordingOn, type PlainValue } from './plain-series.ts';
import type { Agreement, Metric } from '../../src/values/agreement.ts';
import type { TargetLevel } from '../../src/values/target.ts';
import type { Day, Grain, Period } from '../../src/values/period.ts';

/** What targets are worked out from. */
export interface Agreed {
  readonly agreement: Agreement;
  /** Of a metric, by its slug. */
  readonly valuesOf: (metric: string) => readonly PlainValue[];
  readonly asOfDay: Day;
}

type As = 'target' | 'broken';
/** Undefined: nothing is agreed. Null: what it is derived from is not known. */
type Level = number | null | undefined;

/** The level for a value, where its period has one. Parts of what adds up have none of their own. */
export function levelOf(agreed: Agreed, value: PlainValue, as: As): number | null {
  const metric = agreed.agreement.metrics.find(({ slug }) => slug === value.metric);
  if (!metric || (value.dimension !== '' && metric.unit.unit !== 'share')) return null;
  return levelFor(agreed, metric, as, { ...value, name: value.period }) ?? null;
}

/** What a metric has to reach in a period of another's value; what runs on, in the whole time that it runs in. */
export function levelAt(agreed: Agreed, slug: string, value: PlainValue): number | null {
  const metric = agreed.agreement.metrics.find((one) => one.slug === slug);
  if (!metric) return null;
  const { running } = metric;
  const period =
    running !== null &&
    running !== 'all' &&
    order.indexOf(value.grain) < order.indexOf(running) &&
    order.includes(value.grain)
      ? periodAt(running, value.to, agreed.agreement.company)
      : { ...value, name: value.period };
  return levelFor(agreed, metric, 'target', period) ?? null;
}

/** Of a running period's target the part that falls to its business days so far, today among them; null where it does not add up, or none lies in it. */
export function byNowOf(agreed: Agreed, value: PlainValue): number | null {
  const metric = agreed.agreement.metrics.find(({ slug }) => slug === value.metric);
  const target = levelOf(agreed, value, 'target');
  if (!metric?.adds.periods || value.dimension !== '' || value.status !== 'so far' || value.grain === 'all')
    return null;
  if (target === null) return null;
  const clock = companyClock(agreed.agreement);
  const days = workingDays(clock, value.from, value.to);
  if (days === 0) return null;
  return inUnit(metric, (target * workingDays(clock, value.from, agreed.asOfDay)) / days);
}

function levelFor(agreed: Agreed, metric: Metric, as: As, period: Period): Level {
  const target = wordingOn(metric, period.to)[as];
  if (!target || period.grain === 'undated') return undefined;
  const own = ownLevel(agreed, metric, as, period);
  if (own !== undefined || period.grain === 'all') return own;
  if (metric.running !== null) return soFar(agreed, metric, target.level, period);
  if (!metric.adds.periods) return levelAround(agreed, target.level, period);
  return addedUp(agreed, metric, as, period) ?? spread(agreed, metric, target.level, period);
}

function ownLevel(agreed: Agreed, metric: Metric, as: As, period: Period): Level {
  const level = wordingOn(metric, period.to)[as]?.level;
  switch (level?.level) {
    case undefined:
      return undefined;
    case 'one':
      if (level.grain === null) return level.value;
      // What runs on has come to the whole at the end of the time that it runs in, and not before.
      return level.grain === period.grain && (metric.running ?? period.grain) === period.grain
        ? level.value
        : undefined;
    case 'listed':
      return level.periods.get(period.name);
    case 'part of target': {
      const whole = levelFor(agreed, metric, 'target', period);
      return whole === undefined || whole === null ? whole : inUnit(metric, whole * level.part);
    }
    case 'derived':
      return derived(agreed, metric, level, period);
  }
}

const inUnit = ({ unit }: Metric, value: number): number => (unit.unit === 'money' ? roundedHalfAway(value) : value);

/** A longer period's, where all shorter ones of a length have one. */
function addedUp(agreed: Agreed, metric: Metric, as: As, period: Period): Level {
  const grains = {
    year: ['quarter', 'month', 'day'],
    quarter: ['month', 'day'],
    month: ['day'],
    week: ['day'],
  } as const;
  for (const grain of period.grain in grains ? grains[period.grain as keyof typeof grains] : []) {
    const pieces = periodsFrom(grain, period.from, period.to, agreed.agreement.company);
    const levels = pieces.map((piece) => ownLevel(agreed, metric, as, piece));
    if (levels.some((one) => one === undefined)) continue;
    return levels.includes(null) ? null : levels.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  }
  return undefined;
}

const order: readonly Grain[] = ['day', 'week', 'month', 'quarter', 'year'];

/** A shorter period's, by the business days that it has of each longer one. Amounts in whole minor units that add up. */
function spread({ agreement }: Agreed, metric: Metric, level: TargetLevel, period: Period): Level {
  if (
    level.level !== 'one' ||
    !level.spread ||
    level.grain === null ||
    level.grain === 'all' ||
    level.grain === 'undated'
  )
    return undefined;
  if (order.indexOf(period.grain) > order.indexOf(level.grain)) return undefined;
  const clock = companyClock(agreement);
  let sum = 0;
  for (const around of periodsFrom(level.grain, period.from, period.to, agreement.company)) {
    const days = workingDays(clock, around.from, around.to);
    if (days === 0) return undefined;
    const by = (day: Day): number => inUnit(metric, (level.value * workingDays(clock, around.from, day)) / days);
    const last = period.to < around.to ? period.to : around.to;
    sum += by(last) - by(plusDays(period.from, -1));
  }
  return sum;
}

/** Of what runs on in the time that a spread level is for: what falls to that time until the period's end. */
function soFar(agreed: Agreed, metric: Metric, level: TargetLevel, period: Period): Level {
  const { running } = metric;
  if (level.level !== 'one' || level.grain !== running || running === null || running === 'all') return undefined;
  const { from } = periodAt(running, period.to, agreed.agreement.company);
  return spread(agreed, metric, level, { ...period, from });
}

function companyClock({ company, calendars }: Agreement): PlainClock {
  const calendar = calendars.find(({ slug }) => slug === company.calendar);
  return plainClock(company.timeZone, calendar ?? { slug: '', openings: [], holidays: [] });
}

/** Working days of a stretch, both ends inside. */
function workingDays(clock: PlainClock, from: Day, to: Day): number {
  let days = 0;
  for (let day = from; day <= to; day = plusDays(day, 1)) if (isWorkingDay(clock, day)) days += 1;
  return days;
}

/** What is listed for the shortest longer period around one: it holds in all of it. */
function levelAround({ agreement }: Agreed, level: TargetLevel, period: Period): Level {
  if (level.level !== 'listed') return undefined;
  for (const grain of ['week', 'month', 'quarter', 'year'] as const) {
    const around = periodAt(grain, period.to, agreement.company);
    if (around.from <= period.from && level.periods.has(around.name)) return level.periods.get(around.name);
  }
  return undefined;
}

/** A plan's for the period that lies so much later, divided by and times what other metrics came to in the last complete fiscal year. */
function derived(agreed: Agreed, metric: Metric, level: TargetLevel & { level: 'derived' }, period: Period): Level {
  const { agreement, asOfDay, valuesOf } = agreed;
  const plan = agreement.metrics.find(({ slug }) => slug === level.plan);
  const later = level.earlierBy === null ? period : laterBy(period, level.earlierBy, agreement);
  if (!plan || !later) return undefined;
  const from = levelFor(agreed, plan, 'target', later);
  if (from === undefined) return undefined;
  const running = periodAt('year', asOfDay, agreement.company);
  const year = periodAt('year', plusDays(running.from, -1), agreement.company).name;
  const came = (slug: string): number | null =>
    valuesOf(slug).find((one) => one.grain === 'year' && one.period === year && one.dimension === '')?.value ?? null;
  let result: number | null = from;
  for (const by of level.dividedBy.map(came)) result = result === null || by === null || by === 0 ? null : result / by;
  for (const by of level.times.map(came)) result = result === null || by === null ? null : result * by;
  return result === null ? null : inUnit(metric, result);
}

/** The period of its length that lies so much later; none where that is no whole period. */
function laterBy(
  period: Period,
  { amount, unit }: { amount: number; unit: string },
  { company }: Agreement,
): Period | undefined {
  if (period.grain === 'all' || period.grain === 'undated') return undefined;
  const later = (day: Day): Day =>
    unit === 'months' ? plusMonths(day, amount) : plusDays(day, unit === 'weeks' ? 7 * amount : amount);
  const found = periodAt(period.grain, later(period.from), company);
  return found.from === later(period.from) && plusDays(found.to, 1) === later(plusDays(period.to, 1))
    ? found
    : undefined;
}
