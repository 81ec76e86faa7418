import type { Metric } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { definitionsIn, type Defined } from './references.ts';

/** What a metric is counted by: all of it that may speak of the period that is counted. */
export const countedOf = ({ by, needs, wordings, breakdowns }: Metric): unknown => [
  by,
  needs,
  wordings.map(({ measure, term, keptWhen, instead, exceptWhen }) => ({
    measure,
    term,
    keptWhen,
    instead,
    exceptWhen,
  })),
  breakdowns,
];

/** Whether a metric speaks of the period that is counted, `the period's start` or `the period's end`, itself or through what it uses. */
export function asksThePeriod(metric: Metric, defined: Defined, catalogue: Catalogue): boolean {
  const counted = countedOf(metric);
  const { terms, figures } = definitionsIn(counted, defined, catalogue);
  return [counted, ...terms.map(({ where, exceptWhen }) => [where, exceptWhen]), ...figures.map(({ is }) => is)].some(
    namesThePeriod,
  );
}

/** Whether a part of the tree names it itself. */
export function namesThePeriod(tree: unknown): boolean {
  if (typeof tree !== 'object' || tree === null) return false;
  return ('moment' in tree && tree.moment === 'period') || Object.values(tree).some(namesThePeriod);
}
