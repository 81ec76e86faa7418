import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { MetricUnit } from '../../../src/values/agreement.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import { runCase, unaccounted, type CaseRun } from '../run-case.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const expected = parse(readFileSync(`${here}expected/values.yml`, 'utf8')) as Record<string, Record<string, string>>;

let run: CaseRun;
beforeAll(async () => {
  run = await runCase({ data: `${here}data`, exports: `${here}data/exports`, now: '2026-04-15T12:00:00Z' });
});
afterAll(() => run?.end());

function placeOf({ period, dimension, member }: MetricValue): string {
  return dimension === '' ? period : `${period}, ${dimension} ${member}`;
}

/** A value as the expected file says it; '' where nothing lies in the period. */
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

describe('a company of a dozen leads', () => {
  test.each(Object.keys(expected))('has the values of %s that were worked out by hand', (slug) => {
    const metric = run.company.agreement.metrics.find((one) => one.slug === slug)!;
    const said = run.values
      .filter((value) => value.metric === slug)
      .map((value) => [placeOf(value), say(value, metric.unit)])
      .filter(([, words]) => words !== '');
    expect(Object.fromEntries(said)).toEqual(expected[slug]);
  });

  test('has no other metric', () => {
    expect(run.company.agreement.metrics.map((metric) => metric.slug).toSorted()).toEqual(
      Object.keys(expected).toSorted(),
    );
  });

  test('has every row accounted for', () => {
    expect(unaccounted(run.account)).toEqual([]);
    const leads = run.account.files.find((file) => file.file === 'Lead.csv');
    expect(leads).toMatchObject({ rows: 15, deleted: 1, repeats: 1, rejected: 1 });
  });
});
