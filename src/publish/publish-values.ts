import { markOf } from '../story/mark-of.ts';
import type { Metric } from '../values/agreement.ts';
import type { FixedMark, MetricValue, PublishedValue } from '../values/value.ts';
import { ledgerKey } from './ledger.ts';

/** What tells how the values of one metric are marked. */
export interface Marking {
  readonly metric: Metric;
  /** Its data is too old to judge by. */
  readonly stale: boolean;
  /** Marks that were fixed when their periods closed, by `ledgerKey`. */
  readonly fixed: ReadonlyMap<string, FixedMark>;
}

/** Values as they are published: each with its mark, which is the fixed one where its period has closed. Members are never fixed. */
export function publishValues(values: readonly MetricValue[], { metric, stale, fixed }: Marking): PublishedValue[] {
  return values.map((value) => {
    const closed = value.dimension === '' ? (fixed.get(ledgerKey(value)) ?? null) : null;
    return { ...value, mark: closed?.mark ?? markOf(metric, value, { stale }), fixed: closed };
  });
}
