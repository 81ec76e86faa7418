import type { Edition, MetricEdition } from '../values/edition.ts';
import { madeOf } from '../values/made-of.ts';

/** Another metric that a reader should see beside this one, and why, in words. */
export interface Related {
  readonly other: MetricEdition;
  readonly because: string;
}

/** The metrics to read together with one: its pair, those whose pair it is, what it is made of, what is made of it. */
export function relatedOf(edition: Edition, { metric }: MetricEdition): Related[] {
  const related = new Map<string, Related>();
  const add = (slug: string | null, because: string) => {
    const other = edition.metrics.find((one) => one.metric.slug === slug);
    if (other && other.metric.slug !== metric.slug && !related.has(other.metric.slug)) {
      related.set(other.metric.slug, { other, because });
    }
  };
  const { measure } = metric.wordings[0];
  add(metric.pairedWith, 'its pair: the one is worth little without the other');
  if (measure.measure === 'ratio') {
    add(measure.of, 'what is divided');
    add(measure.per, 'what it is divided by');
  }
  if (measure.measure === 'difference') {
    add(measure.of, 'what is taken from');
    add(measure.less, 'what is taken away');
  }
  add(metric.moves, 'what it moves');
  for (const { metric: other } of edition.metrics) {
    const theirs = other.wordings[0].measure;
    if (other.pairedWith === metric.slug) add(other.slug, 'this is its pair');
    if (other.moves === metric.slug) add(other.slug, 'what moves it');
    if (madeOf(theirs)?.includes(metric.slug)) add(other.slug, 'this is a part of it');
  }
  return [...related.values()];
}
