import { asksThePeriod, countedOf, namesThePeriod } from '../asks-the-period.ts';
import { definitionsIn } from '../references.ts';
import type { Agreement, Metric } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Place, Problem } from '../../values/problem.ts';

/** Faults of metrics that speak of the period that is counted though they are not counted as of one: a record has no such period. */
export function periodsAsked(agreement: Agreement, catalogue: Catalogue): Problem[] {
  return agreement.metrics.flatMap((metric): Problem[] => {
    if (metric.asOf === 'period end' || metric.asOf === 'period start') return [];
    if (!asksThePeriod(metric, agreement, catalogue)) return [];
    const says = `${whoAsks(metric, agreement, catalogue)} of the period that is counted, and "${metric.slug}" is not counted as of periods`;
    const fix =
      'say "as of: period end" or "as of: period start", or name a moment of the record: "the start of the month of created"';
    return [{ ...(placeIn(countedOf(metric)) ?? metric.at), level: 'fault', says, fix }];
  });
}

/** The first definition that names it, where the metric does not do so itself. */
function whoAsks(metric: Metric, agreement: Agreement, catalogue: Catalogue): string {
  const counted = countedOf(metric);
  if (namesThePeriod(counted)) return 'this asks for the start or the end';
  const { terms, figures } = definitionsIn(counted, agreement, catalogue);
  const asking = [...terms, ...figures].find(namesThePeriod);
  return `"${asking?.name ?? ''}" asks for the start or the end`;
}

/** Where the sentence stands that names it. */
function placeIn(tree: unknown): Place | null {
  if (typeof tree !== 'object' || tree === null) return null;
  if ('is' in tree && tree.is === 'test' && 'at' in tree && namesThePeriod(tree)) return tree.at as Place;
  return (
    Object.values(tree)
      .map(placeIn)
      .find((place) => place !== null) ?? null
  );
}
