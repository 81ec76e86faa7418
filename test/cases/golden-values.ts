/** Golden values: a YAML file of metric, place and what a value says there, written by hand. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { markOf } from '../../src/story/mark-of.ts';
import type { Metric } from '../../src/values/agreement.ts';
import type { MetricValue } from '../../src/values/value.ts';
import type { CaseRun } from './run-case.ts';

/** By metric and place: `2 of 3, 1 waiting`. */
export type GoldenValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a value comes to. */
type Told = Pick<MetricValue, 'value' | 'numerator' | 'denominator' | 'waiting' | 'records'>;

type Places = Readonly<Record<string, string>>;

export function readGolden(file: string): GoldenValues {
  return parse(readFileSync(file, 'utf8')) as GoldenValues;
}

/** What a run says of a metric at every place where something lies, in the words of a golden file. */
export function sayValues(run: CaseRun, slug: string): Places {
  return sayEach(run, slug, run.values, (value, metric) => (isNothing(value) ? '' : say(value, metric)));
}

/**
 * The same with bounds, target, pace and mark, where there are any: `2 of 8, between 12% and 50%, agreed 90%, broken`; and again for what the periods
 * come to by today's wording, where it has changed.
 */
export function sayJudged(run: CaseRun, slug: string): GoldenValues {
  const judged = sayEach(run, slug, run.values, (value, metric) => {
    const more = [...bounds(value, metric), ...target(run, value, metric)];
    return isNothing(value) && more.length === 0 ? '' : [say(value, metric), ...more].join(', ');
  });
  const restated = sayEach(run, slug, run.restated, (value, metric) => (isNothing(value) ? '' : say(value, metric)));
  return Object.keys(restated).length === 0
    ? { [slug]: judged }
    : { [slug]: judged, [`${slug}, by today's wording`]: restated };
}

/** Where a metric stood when as much of the earlier period had passed as has of the running one. */
export function sayStretches(run: CaseRun, slug: string): Places {
  const metric = run.company.agreement.metrics.find((one) => one.slug === slug)!;
  const said = run.stretches
    .filter((stretch) => stretch.metric === slug && !isNothing(stretch))
    .map((stretch) => [stretch.earlier, say(stretch, metric)] as const);
  return Object.fromEntries(said);
}

function sayEach(
  run: CaseRun,
  slug: string,
  values: readonly MetricValue[],
  words: (value: MetricValue, metric: Metric) => string,
): Places {
  const metric = run.company.agreement.metrics.find((one) => one.slug === slug)!;
  const said = values
    .filter((value) => value.metric === slug)
    .map((value) => [placeOf(value), words(value, metric)] as const)
    .filter(([, told]) => told !== '');
  return Object.fromEntries(said);
}

/** Neither records nor, of a ratio, anything below the line. */
function isNothing({ records, numerator, denominator }: Told): boolean {
  return records === 0 && !numerator && !denominator;
}

function placeOf({ period, dimension, member }: MetricValue): string {
  return dimension === '' ? period : `${period}, ${dimension} ${member}`;
}

function say(value: Told, metric: Metric): string {
  const { unit } = metric.unit;
  if (unit === 'times') {
    return `${money(value.numerator)} / ${money(value.denominator)} = ${value.value?.toFixed(3) ?? 'not known'}`;
  }
  const waits = value.waiting > 0 ? `, ${value.waiting} waiting` : '';
  if (unit === 'share') return `${number(value.numerator)} of ${number(value.denominator)}${waits}`;
  if (value.denominator !== null)
    return `${amount(value.numerator, metric)} / ${number(value.denominator)} = ${amount(value.value, metric)}`;
  if (unit === 'money') return `${money(value.value)} of ${value.records}`;
  return `${amount(value.value, metric)}${waits}`;
}

/** A level in the metric's unit, rounded where digits go on for ever. */
function amount(value: number | null, { unit }: Metric): string {
  if (value === null) return 'not known';
  if (unit.unit === 'share') return `${number(value * 100)}%`;
  if (unit.unit === 'money') return money(value);
  if (unit.unit === 'day') return new Date(value * 86_400_000).toISOString().slice(0, 10);
  return unit.unit === 'duration' ? `${number(value)} ${unit.of}` : number(value);
}

const money = (cents: number | null): string => (cents === null ? 'not known' : (cents / 100).toFixed(2));

const number = (value: number | null): string => (value === null ? 'not known' : String(Number(value.toFixed(6))));

function bounds(value: MetricValue, metric: Metric): string[] {
  if (value.low === null || value.high === null) return [];
  return [`between ${amount(value.low, metric)} and ${amount(value.high, metric)}`];
}

/** What was agreed, what of it should be there by now, and the mark or why there is none. What has no target says only where it cannot be judged yet. */
function target(run: CaseRun, value: MetricValue, metric: Metric): string[] {
  if (value.status === 'maturing') return ['still maturing'];
  if (value.target === null) return [];
  const { mark, why } = markOf(metric, value);
  const pace = run.targets.find(
    (one) => one.metric === value.metric && one.grain === value.grain && one.period === value.period,
  )?.byNow;
  return [
    `agreed ${amount(value.target, metric)}`,
    ...(typeof pace === 'number' ? [`${amount(pace, metric)} by now`] : []),
    why === null ? mark : `no mark: ${why}`,
  ];
}
