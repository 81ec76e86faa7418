import { sql } from 'kysely';
import { amount, ofDecided, plain, type FactMeasure } from './form.ts';

/** The smallest value of a field. */
export const smallest: FactMeasure = {
  aggregates: () => ({ least: sql`min(${ofDecided(amount)})` }),
  combine: Math.min,
  result: ({ least }) => plain(least),
  matures: false,
};
