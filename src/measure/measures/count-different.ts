import { sql } from 'kysely';
import { amount, ofDecided, plain, type FactMeasure } from './form.ts';

/** How many different values a field has; the empty ones are none. */
export const countDifferent: FactMeasure = {
  aggregates: () => ({ number: sql`count(distinct ${ofDecided(amount)})` }),
  combine: null,
  result: ({ number }) => plain(number ?? 0),
  matures: false,
};
