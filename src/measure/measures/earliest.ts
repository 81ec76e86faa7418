import { sql } from 'kysely';
import { amount, ofDecided, plain, type FactMeasure } from './form.ts';

/** The earliest local date of a moment. */
export const earliest: FactMeasure = {
  aggregates: () => ({ first: sql`min(${ofDecided(amount)})` }),
  combine: Math.min,
  result: ({ first }) => plain(first),
  matures: false,
};
