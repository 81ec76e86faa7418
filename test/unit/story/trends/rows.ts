/** What the tests of rows are made from. */
import { findingOf } from '../../../../src/story/finding-of.ts';
import { subjectOf, type Material } from '../../../../src/story/subject.ts';
import { trendOf } from '../../../../src/story/trends/trend-of.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { agreement, reading } from '../made-up.ts';

export function materialOf(metric: Metric, values: readonly PublishedValue[], over: Partial<Material> = {}): Material {
  return { metric, agreement, values, reading: reading(metric), ...over };
}

/** The row of a metric, no-break spaces as spaces. */
export function trend(metric: Metric, values: readonly PublishedValue[], over: Partial<Material> = {}) {
  const material = materialOf(metric, values, over);
  const made = trendOf(material, findingOf(material));
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  const { change, yearAgo, soFar } = made;
  return {
    ...made,
    period: plain(made.period),
    yearAgo: plain([yearAgo.says, yearAgo.against].filter((words) => words !== '').join(' ')),
    soFar: soFar && { ...soFar, value: plain(soFar.value), period: plain(soFar.period) },
    change: { ...change, says: plain(change.says), why: plain(change.why) },
  };
}

export const subject = (metric: Metric, values: readonly PublishedValue[]) => subjectOf(materialOf(metric, values));

/** One and the other in turn, so long. */
export const turns = <T>(one: T, other: T, periods: number): T[] =>
  Array.from({ length: periods }, (_, index) => (index % 2 === 0 ? one : other));
