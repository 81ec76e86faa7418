import type { Metric, Term } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { noUses, together, usesOf, usesOfPath, type Uses } from './uses.ts';

/** What a metric reads and no source fills: `lead's score`; of records that no source gives at all, only that: `stage changes`. */
export function missingOf(
  metric: Metric,
  metrics: readonly Metric[],
  terms: readonly Term[],
  catalogue: Catalogue,
): string[] {
  const { fields, kinds } = usesOfMetric(metric, metrics, terms, catalogue);
  const absent = catalogue.kinds.filter((kind) => kinds.has(kind.name) && !kind.fields.some((field) => field.mapped));
  const unmapped = catalogue.kinds
    .filter((kind) => !absent.includes(kind))
    .flatMap((kind) => kind.fields.filter((field) => !field.mapped).map((field) => `${kind.name}'s ${field.name}`));
  return [...absent.map((kind) => kind.plural), ...unmapped.filter((field) => fields.has(field))];
}

/** Everything that a metric reads, through the terms that it uses and the metrics that it is made of. A breakdown is no part of it. */
export function usesOfMetric(
  metric: Metric,
  metrics: readonly Metric[],
  terms: readonly Term[],
  catalogue: Catalogue,
): Uses {
  const uses: Uses[] = metric.by ? [usesOfPath(catalogue, metric.by)] : [];
  for (const { measure, term, kind, keptWhen, exceptWhen } of metric.wordings) {
    if (measure.measure === 'ratio') {
      const parts = metrics.filter((other) => other.slug === measure.of || other.slug === measure.per);
      return together(parts.map((part) => usesOfMetric(part, metrics, terms, catalogue)));
    }
    uses.push(usesOf(catalogue, kind, [...keptWhen, ...exceptWhen]));
    if (term !== null) uses.push({ ...noUses, terms: new Set([term]) });
    if ('of' in measure) uses.push(usesOfPath(catalogue, measure.of));
  }
  return throughTerms(together(uses), terms, catalogue);
}

function throughTerms(uses: Uses, terms: readonly Term[], catalogue: Catalogue): Uses {
  const used = terms.filter((term) => uses.terms.has(term.name));
  const deeper = used.flatMap((term) => [
    usesOf(catalogue, term.kind, [...term.where, ...term.exceptWhen]),
    { ...noUses, terms: new Set(term.isA === null ? [] : [term.isA]) },
  ]);
  const all = together([uses, ...deeper]);
  return all.terms.size === uses.terms.size ? all : throughTerms(all, terms, catalogue);
}
