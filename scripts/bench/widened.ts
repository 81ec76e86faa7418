import type { Metric } from '../../src/values/agreement.ts';
import type { Edition, MetricEdition } from '../../src/values/edition.ts';

/**
 * The same edition with as many metrics as asked for: its own again and again under other names. The headline page keeps to its own, and what a metric is made of
 * or paired with stays the first one of that name.
 */
export function widened(edition: Edition, metrics: number): Edition {
  const own = edition.metrics;
  const more = Array.from({ length: metrics - own.length }, (_, index) => {
    const one = own[index % own.length];
    if (!one) throw new Error('An edition without metrics has nothing to repeat.');
    return again(one, Math.floor(index / own.length) + 2);
  });
  const all = [...own, ...more];
  return { ...edition, agreement: { ...edition.agreement, metrics: all.map(({ metric }) => metric) }, metrics: all };
}

function again(one: MetricEdition, time: number): MetricEdition {
  const slug = `${one.metric.slug}-${time}`;
  const metric: Metric = { ...one.metric, slug, title: `${one.metric.title} ${time}`, headline: null };
  return {
    ...one,
    metric,
    reading: { ...one.reading, metric: slug },
    finding: { ...one.finding, metric: slug },
    values: one.values.map((value) => ({ ...value, metric: slug })),
  };
}
