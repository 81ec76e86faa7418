/** Made-up metrics with breakdowns, and the rows of their members. */
import type { Breakdown } from '../../../../src/values/breakdown.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { subjectOf, type Material, type Subject } from '../../../../src/story/subject.ts';
import { agreement, reading, row } from '../made-up.ts';

/** By a text field of the record. */
export const byField = (field: string): Breakdown => ({
  dimension: field,
  cut: { cut: 'value', path: { from: 'handover', links: [], field, type: { is: 'text' }, figure: false } },
  credit: null,
  clauseOf: null,
});

/** The metric with breakdowns by these fields. */
export const parted = (metric: Metric, ...fields: readonly string[]): Metric => ({
  ...metric,
  breakdowns: fields.map(byField),
});

type Given = Parameters<typeof row>[2];

/** The members' rows of a period. What adds up has as many records as it comes to, unless said. */
export const members = (
  metric: Metric,
  period: string,
  dimension: string,
  given: Readonly<Record<string, Given>>,
): PublishedValue[] =>
  Object.entries(given).map(([member, of]) =>
    row(metric, period, of, {
      dimension,
      member,
      ...(typeof of === 'number' && metric.unit.unit === 'records' ? { records: of } : {}),
      ...(metric.adds.members ? { target: null, broken: null } : {}),
    }),
  );

/** The same for a source, with its whole added up. */
export function bySource(metric: Metric, period: string, given: Readonly<Record<string, Given>>): PublishedValue[] {
  const rows = members(metric, period, 'source', given);
  const sum = (of: (one: PublishedValue) => number | null) => rows.reduce((total, one) => total + (of(one) ?? 0), 0);
  const isCounted = rows.some(({ denominator }) => denominator !== null);
  const whole: Given = isCounted
    ? [sum(({ numerator }) => numerator), sum(({ denominator }) => denominator)]
    : sum(({ value }) => value);
  return [row(metric, period, whole, isCounted ? {} : { records: sum(({ records }) => records) }), ...rows];
}

export const about = (metric: Metric, values: readonly PublishedValue[], over: Partial<Material> = {}): Subject =>
  subjectOf({ metric, agreement, values, reading: reading(metric), ...over });
