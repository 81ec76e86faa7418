/** A value as the API tells it. */
import type { Agreement, Metric, MetricUnit } from '../values/agreement.ts';
import { dayNumbered } from '../story/numbers.ts';
import type { FixedMark, Mark, MetricValue, PublishedValue } from '../values/value.ts';
import type { Cell } from './csv.ts';
import { majorOf } from './major-units.ts';

/** The columns of `SLUG.csv`, and the keys of a value in `SLUG.json`, in their order. Programs rely on both. */
export const columns = [
  'grain',
  'period',
  'from',
  'to',
  'value',
  'numerator',
  'denominator',
  'waiting',
  'records',
  'low',
  'high',
  'mark',
  'why',
  'target',
  'dimension',
  'member',
  'wording',
  'status',
  'unit',
] as const;

/** One value: shares from 0 to 1, money in major units, days as dates, null where not known. */
export type ApiRow = Readonly<Record<(typeof columns)[number], Cell>>;

/** A mark that was fixed when its period closed, with the numbers that it was fixed by. */
export interface ApiFixed {
  readonly grain: string;
  readonly period: string;
  readonly closed: string;
  readonly mark: string;
  readonly why: string | null;
  readonly value: Cell;
  readonly target: Cell;
}

/** What a metric's value is counted in, and the two sums that it is made of. */
export interface Units {
  readonly value: MetricUnit;
  readonly numerator: MetricUnit;
  readonly denominator: MetricUnit;
}

/** The sums of a ratio are counted as the two metrics are that it divides, those of a share as what it adds up; all else in records. */
export function apiUnits(metric: Metric, { company, metrics }: Pick<Agreement, 'company' | 'metrics'>): Units {
  const { measure } = metric.wordings[0];
  const number: MetricUnit = { unit: 'number' };
  const both = (numerator: MetricUnit, denominator: MetricUnit) => ({ value: metric.unit, numerator, denominator });
  if (measure.measure === 'ratio') {
    const unitOf = (slug: string) => metrics.find((one) => one.slug === slug)?.unit ?? number;
    return both(unitOf(measure.of), unitOf(measure.per));
  }
  const amounts = 'countedIn' in measure && measure.countedIn?.type.is === 'money';
  const money: MetricUnit = { unit: 'money', currency: company.currency };
  return amounts ? both(money, money) : both(number, number);
}

/** A value; its mark is left out where a value is not judged. */
export function apiRow(value: MetricValue & Partial<Pick<PublishedValue, 'mark'>>, units: Units): ApiRow {
  const mark: Mark | undefined = value.mark;
  return {
    grain: value.grain,
    period: value.period,
    from: value.from,
    to: value.to,
    value: inApi(value.value, units.value),
    numerator: inApi(value.numerator, units.numerator),
    denominator: inApi(value.denominator, units.denominator),
    waiting: value.waiting,
    records: value.records,
    low: inApi(value.low, units.value),
    high: inApi(value.high, units.value),
    mark: mark?.mark ?? null,
    why: mark?.why ?? null,
    target: inApi(value.target, units.value),
    dimension: value.dimension,
    member: value.member,
    wording: value.wording,
    status: value.status,
    unit: unitWord(units.value),
  };
}

/** What a fixed mark was fixed by, in the units of the API. */
export function apiFixed({ grain, period, closed, mark, value, target }: FixedMark, { value: unit }: Units): ApiFixed {
  const [then, agreed] = [inApi(value, unit), inApi(target, unit)];
  return { grain, period, closed, mark: mark.mark, why: mark.why, value: then, target: agreed };
}

/** A currency's code for money, the unit of time for a duration, else the unit's name. */
export function unitWord(unit: MetricUnit): string {
  if (unit.unit === 'money') return unit.currency;
  return unit.unit === 'duration' ? unit.of : unit.unit;
}

/** Money in major units, days as dates, all else as it is. */
export function inApi(amount: number | null, unit: MetricUnit): Cell {
  if (amount === null) return null;
  if (unit.unit === 'day') return dayNumbered(amount);
  return unit.unit === 'money' ? majorOf(amount, unit.currency) : amount;
}
