import { comparedPeriod, hasSomething } from '../story/figures/compared-period.ts';
import type { Breakdown } from '../values/breakdown.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import { subjectFor } from './materials.ts';

/** The breakdowns that a metric's page shows, in their order: those whose members have anything to show. What clauses tell stands by itself. */
export function breakdownsShown(edition: Edition, one: MetricEdition): Breakdown[] {
  const subject = subjectFor(edition, one);
  return one.metric.breakdowns.filter(({ clauseOf, dimension }) => {
    const period = clauseOf === null ? comparedPeriod(subject, one.values, dimension) : null;
    return one.values.some(
      (row) =>
        period !== null &&
        row.dimension === dimension &&
        row.grain === period.grain &&
        row.period === period.period &&
        hasSomething(row),
    );
  });
}
