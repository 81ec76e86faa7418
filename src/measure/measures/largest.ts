import { sql } from 'kysely';
import { amount, ofDecided, plain, type FactMeasure } from './form.ts';

/** The largest value of a field. */
export const largest: FactMeasure = {
  aggregates: () => ({ greatest: sql`max(${ofDecided(amount)})` }),
  combine: Math.max,
  result: ({ greatest }) => plain(greatest),
  matures: false,
};
