/**
 * Numbers as people say them. One place decides how far each is rounded: never so far that it would seem to reach,
 * pass or miss a level that it does not.
 */
import type { Agreement, Metric, MetricUnit } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';
import type { Unit } from '../values/tree.ts';
import {
  counted,
  digits,
  distanceOf,
  durationWords,
  longDay,
  moneyInFull,
  moneyInShort,
  plainNumber,
  share,
  timesWords,
} from './locale/en/forms.ts';

/** A metric's unit, with the currency of a ratio of two amounts: won for each euro spent; and how a ratio is said. */
export type SpokenUnit =
  | Exclude<MetricUnit, { unit: 'times' }>
  | { readonly unit: 'money for each'; readonly currency: string }
  /** `said`: whether the number comes with its word, `2.8 times`: how much of a target it is. A lead for each deal needs none. */
  | { readonly unit: 'times'; readonly said: boolean };

/** How the numbers of one metric are said. Values are in the metric's own unit: shares from 0 to 1, money in minor units, days as their number since 1970-01-01. */
export interface NumberWords {
  /** For strips, tables' heads and charts: `83%`, `€1.94m`, `249`. `clearOf`: levels that rounding must not touch. */
  short(value: number, clearOf?: readonly number[]): string;
  /** For sentences: `1.94 million euros`. */
  sentence(value: number, clearOf?: readonly number[]): string;
  /** For tables and title texts: `82.9%`, `€1,943,218`. */
  exact(value: number): string;
  /** The same for charts and tables whose words name the unit once: of a stretch of time the number alone. */
  readonly bare: Pick<NumberWords, 'short' | 'exact'>;
  /** What `bare` leaves out: `business hours`; '' where nothing. */
  readonly leftOut: string;
  /** How far two values lie apart as a reader would work it out from their words: `7 points`, `9`, `140,000 euros`. */
  distance(value: number, from: number): string;
  /** The same as a number in the value's own unit, for facts. */
  apart(value: number, from: number): number;
}

/** Figures of a currency's minor unit, asked once for each currency. */
const digitsOf = new Map<string, number>();

/** How many figures a currency's minor unit has: two of euros, none of yen. */
export function minorDigits(currency: string): number {
  const known =
    digitsOf.get(currency) ??
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
    2;
  digitsOf.set(currency, known);
  return known;
}

/** What an hour's parts are said in, by the hours. */
const partsOfHours: Partial<Record<Unit, Unit>> = { hours: 'minutes', 'business hours': 'business minutes' };

const inMinutes = (value: number, unit: Unit) => partsOfHours[unit] !== undefined && value !== 0 && Math.abs(value) < 1;
/** The power of ten that a stretch of time is rounded to: tenths below ten. */
const whole = (size: number) => (size < 1 ? -1 : Math.max(size - 2, 0));

/** From coarse to fine, the steps that a number may be rounded to: three figures first, then exact. */
function stepsFor(value: number, unit: SpokenUnit): number[] {
  // Under one percent a whole one would say up to twice as much.
  if (unit.unit === 'share') return [...(Math.abs(value) < 0.01 ? [] : [0.01]), 0.001, 0.0001, 0.00001, 0.000001];
  if (unit.unit === 'records') return [1, 0.01];
  if (unit.unit === 'times') return [0.1, 0.01, 0.001];
  if (unit.unit === 'money for each') return [0.01, 0.001];
  if (unit.unit === 'day') return [1];
  const size = Math.floor(Math.log10(Math.max(Math.abs(value), 1)));
  // Nobody says tenths of so many days; a part of an hour is said in minutes.
  if (unit.unit === 'duration')
    return [
      ...(inMinutes(value, unit.of)
        ? [1 / 60, ...(Math.abs(value) < 1 / 60 ? [1 / 600, 1 / 6000] : [])]
        : [10 ** whole(size), 0.1]),
      0.01,
      0.001,
    ];
  if (unit.unit === 'number') return [10 ** Math.max(size - 2, -1), 0.1, 0.01, 0.001];
  const cents = minorDigits(unit.currency);
  return [10 ** Math.max(size - 2, cents), 10 ** Math.max(size - 3, cents), 10 ** cents, 1];
}

const roundTo = (value: number, step: number) => Number((Math.round(value / step + 1e-9) * step).toFixed(8));

/** Rounds as far as it may be without touching or crossing one of the levels; what is not nothing is not said as nothing, nor as all. */
function roundClear(value: number, unit: SpokenUnit, clearOf: readonly number[] = []): number {
  const steps = stepsFor(value, unit);
  // Of records there are no parts: less than one is a level worked out, and no number of them.
  const always = unit.unit === 'share' ? [0, 1] : unit.unit === 'records' ? [] : [0];
  const levels = [...clearOf, ...always];
  const clear = (rounded: number) =>
    levels.every((level) => Math.sign(roundTo(rounded - level, 1e-8)) === Math.sign(roundTo(value - level, 1e-8)));
  for (const step of steps) {
    const rounded = roundTo(value, step);
    if (clear(rounded)) return rounded;
  }
  return value;
}

/** What a ratio is said in: an amount for each, where both its sums are money; how many times, against a target. */
function spokenUnit(metric: Metric, agreement: Agreement): SpokenUnit {
  const { measure } = metric.wordings[0];
  if (metric.unit.unit !== 'times') return metric.unit;
  if (measure.measure !== 'ratio' || measure.perIs !== 'value')
    return { unit: 'times', said: measure.measure === 'ratio' };
  const of = agreement.metrics.find(({ slug }) => slug === measure.of);
  const per = agreement.metrics.find(({ slug }) => slug === measure.per);
  if (of?.unit.unit !== 'money' || per?.unit.unit !== 'money') return { unit: 'times', said: false };
  return { unit: 'money for each', currency: of.unit.currency };
}

/** The local date that is so many days after 1970-01-01. */
export const dayNumbered = (days: number): Day => new Date(days * 86_400_000).toISOString().slice(0, 10);

/** How far apart two values lie, in words: shares in points, days in days. */
function sayApart(apart: number, unit: SpokenUnit): string {
  if (unit.unit === 'day') return counted(apart, 'day', 'days');
  if (unit.unit === 'times') return plainNumber(apart);
  return distanceOf(apart, unit.unit === 'share', (rest) => say(rest, unit, true));
}

/** Under an hour in minutes, unless rounding would have to tell parts of several. */
function sayDuration(value: number, unit: Unit): string {
  const minutes = roundTo(value * 60, 0.001);
  const finer = partsOfHours[unit];
  return finer && inMinutes(value, unit) && (Number.isInteger(minutes) || Math.abs(minutes) < 1)
    ? durationWords(minutes, finer)
    : durationWords(roundTo(value, 0.001), unit);
}

function say(value: number, unit: SpokenUnit, inFull: boolean): string {
  switch (unit.unit) {
    case 'share':
      return share(value);
    case 'money':
      return (inFull ? moneyInFull : moneyInShort)(value / 10 ** minorDigits(unit.currency), unit.currency);
    case 'duration':
      return sayDuration(value, unit.of);
    case 'day':
      return longDay(dayNumbered(value));
    case 'money for each':
      return (inFull ? moneyInFull : moneyInShort)(value, unit.currency, 2);
    case 'times':
      return unit.said ? timesWords(value) : plainNumber(value);
    default:
      return plainNumber(value);
  }
}

/** What is exact enough to the hundredth. */
const hundredths: readonly SpokenUnit['unit'][] = ['money for each', 'duration'];

function sayExactly(value: number, unit: SpokenUnit): string {
  if (unit.unit === 'share') return share(roundTo(value, 0.001));
  if (unit.unit === 'money') return digits(Math.round(value / 10 ** minorDigits(unit.currency)), unit.currency);
  return say(roundTo(value, hundredths.includes(unit.unit) ? 0.01 : 0.001), unit, false);
}

/** What is said with three figures, as its distances are. Shares lie whole points apart, and counts are never rounded. */
const inFigures: readonly SpokenUnit['unit'][] = ['money', 'duration', 'number'];

/** The levels that are written in the agreement, in the unit of the values. */
const agreedLevels = ({ wordings }: Metric): readonly number[] =>
  wordings.flatMap(({ target, broken }) =>
    [target, broken].flatMap((one) => (one?.level.level === 'one' ? [one.level.value] : [])),
  );

/** How the numbers of a metric are said. */
export function numbersOf(metric: Metric, agreement: Agreement): NumberWords {
  const unit = spokenUnit(metric, agreement);
  // Minutes would need their own name: where it is said once for all numbers, parts of an hour are tenths.
  const inTenths = unit.unit === 'duration' ? ({ unit: 'duration', of: 'days' } as const) : unit;
  const agreed = agreedLevels(metric);
  // What was agreed is said as it was agreed.
  const clear = (value: number, by: SpokenUnit, clearOf: readonly number[] = []) =>
    roundClear(value, by, agreed.includes(value) ? [...clearOf, value] : clearOf);
  const apart = (value: number, from: number) => {
    const by = Math.abs(value - from) < 1 ? unit : inTenths;
    const rounded = Math.abs(roundTo(clear(value, by, [from]) - clear(from, by), 1e-7));
    return inFigures.includes(unit.unit) ? roundClear(rounded, by) : rounded;
  };
  const words = {
    short: (value: number, clearOf?: readonly number[]) => say(clear(value, unit, clearOf), unit, false),
    exact: (value: number) => sayExactly(value, unit),
  };
  const bare = {
    short: (value: number, clearOf?: readonly number[]) => plainNumber(clear(value, inTenths, clearOf)),
    exact: (value: number) => plainNumber(roundTo(value, 0.01)),
  };
  return {
    ...words,
    bare: unit.unit === 'duration' || unit.unit === 'times' ? bare : words,
    leftOut: unit.unit === 'duration' ? unit.of : '',
    sentence: (value, clearOf) => say(clear(value, unit, clearOf), unit, true),
    distance: (value, from) => sayApart(apart(value, from), unit),
    apart,
  };
}
