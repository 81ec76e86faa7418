/** Golden values: a YAML file of metric, place and what a value says there, written by hand. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { MetricUnit } from '../../src/values/agreement.ts';
import type { MetricValue } from '../../src/values/value.ts';
import type { CaseRun } from './run-case.ts';

/** By metric and place: `2 of 3, 1 waiting`. */
export type GoldenValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function readGolden(file: string): GoldenValues {
  return parse(readFileSync(file, 'utf8')) as GoldenValues;
}

/** What a run says of a metric at every place where something lies, in the words of a golden file. */
export function sayValues(run: CaseRun, slug: string): Readonly<Record<string, string>> {
  const metric = run.company.agreement.metrics.find((one) => one.slug === slug)!;
  const said = run.values
    .filter((value) => value.metric === slug)
    .map((value) => [placeOf(value), say(value, metric.unit)] as const)
    .filter(([, words]) => words !== '');
  return Object.fromEntries(said);
}

function placeOf({ period, dimension, member }: MetricValue): string {
  return dimension === '' ? period : `${period}, ${dimension} ${member}`;
}

function say(value: MetricValue, { unit }: MetricUnit): string {
  const money = (cents: number | null): string => ((cents ?? 0) / 100).toFixed(2);
  if (unit === 'times') {
    if (!value.numerator && !value.denominator) return '';
    return `${money(value.numerator)} / ${money(value.denominator)} = ${value.value?.toFixed(3) ?? 'not known'}`;
  }
  if (value.records === 0) return '';
  if (unit === 'money') return `${money(value.value)} of ${value.records}`;
  if (unit !== 'share') return String(value.value);
  return `${value.numerator} of ${value.denominator}${value.waiting > 0 ? `, ${value.waiting} waiting` : ''}`;
}
