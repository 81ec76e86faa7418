import { sql } from 'kysely';
import { amount, ofDecided, plain, type FactMeasure } from './form.ts';

/** Stands for a stretch of time that is not over yet: longer than any. */
const longerThanAny = sql.lit(1e300);

/** From here on a value is not reached: it lies among what is not over yet, or between that and the longest that is. */
const notReached = 1e200;

/**
 * The value below which a share of the records whose field is known lies, by a straight line between two of them. What is not over yet
 * counts as longer than any; where the value falls among these it is not known.
 */
export const percentile: FactMeasure = {
  aggregates: (dialect, how) => ({
    value: dialect.percentile(
      ofDecided(sql`case when ${sql.ref('fact.open')} = 1 then ${longerThanAny} else ${amount} end`),
      how.measure === 'percentile' ? how.percent / 100 : 0.5,
    ),
  }),
  combine: null,
  result: ({ value }) => plain(typeof value === 'number' && Math.abs(value) < notReached ? value : null),
  matures: false,
};
