/** Amounts whose credit several touches share: what was agreed, and what other ways to share it would say. */
import { acrossPeriod } from '../story/figures/compared-period.ts';
import { creditApart } from '../story/statements/credit-apart.ts';
import type { Breakdown } from '../values/breakdown.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import type { PublishedValue } from '../values/value.ts';
import { acrossTold } from './across-told.ts';
import { subjectFor } from './materials.ts';

export interface SharedCredit {
  readonly one: MetricEdition;
  readonly breakdown: Breakdown;
  /** The row of the whole in the period that is shown. */
  readonly whole: PublishedValue;
  /** How far the other ways lie apart from the agreed one. */
  readonly says: Statement | null;
}

/** Each breakdown of the metrics beside which other ways to give credit stand. */
export function sharedCredits(edition: Edition, metrics: readonly MetricEdition[]): SharedCredit[] {
  return metrics.flatMap((one) =>
    one.metric.breakdowns.flatMap((breakdown) => {
      if ((breakdown.credit?.beside ?? []).length === 0) return [];
      const { dimension } = breakdown;
      const whole = acrossPeriod(subjectFor(edition, one), dimension);
      return whole ? [{ one, breakdown, whole, says: acrossTold(edition, one, creditApart, dimension) }] : [];
    }),
  );
}
