import { sql } from 'kysely';
import { amount, ofDecided, plain, type FactMeasure } from './form.ts';

/** The latest local date of a moment. */
export const latest: FactMeasure = {
  aggregates: () => ({ last: sql`max(${ofDecided(amount)})` }),
  combine: Math.max,
  result: ({ last }) => plain(last),
  matures: false,
};
