/** What the tests of sentences over time ask. */
import { expect } from 'vitest';
import { checkStatement } from '../../../../src/story/check/check-statement.ts';
import { findingOf } from '../../../../src/story/finding-of.ts';
import type { Material } from '../../../../src/story/subject.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { agreement, reading } from '../made-up.ts';

export const about = (metric: Metric, values: readonly PublishedValue[], more: Partial<Material> = {}): Material => ({
  metric,
  agreement: { ...agreement, metrics: [...agreement.metrics.filter(({ slug }) => slug !== metric.slug), metric] },
  values,
  reading: reading(metric),
  ...more,
});

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

/** The sentence of a kind, and the same beside a metric's name. It must be true, as the checker reads it. */
export function bothLengths(kind: string, material: Material): readonly (string | undefined)[] {
  const statement = findingOf(material).overTime.find((one) => one.kind === kind);
  expect(statement ? checkStatement(statement, [material]) : []).toEqual([]);
  return statement ? [plain(statement.words), plain(statement.brief)] : [];
}

export const said = (kind: string, material: Material): string | undefined => bothLengths(kind, material)[0];
