import type { Agreement, Metric } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { usesOfMetric } from './missing.ts';
import type { Uses } from './uses.ts';

/** Tells the titles of the metrics that read a field (`lead's source`) or anything of a kind (`lead`). What each metric reads is found out when it is first asked for. */
export function metricsReading(agreement: Agreement, catalogue: Catalogue): (name: string) => string[] {
  const { metrics, terms, figures, orders } = agreement;
  const beside = { metrics, terms, figures, orders, catalogue };
  let known: (readonly [Metric, Uses])[] | null = null;
  return (name) => {
    known ??= metrics.map((metric) => [metric, usesOfMetric(metric, beside)] as const);
    return known.flatMap(([{ title }, { fields, kinds }]) => (fields.has(name) || kinds.has(name) ? [title] : []));
  };
}
