import { sql } from 'kysely';
import { amount, ofDecided, plain, sum, type FactMeasure } from './form.ts';

/** The mean of the records whose field is known. */
export const average: FactMeasure = {
  aggregates: () => ({ total: sum(ofDecided(amount)), known: sql`count(${ofDecided(amount)})` }),
  result: ({ total, known }) => plain(known ? (total ?? 0) / known : null),
  matures: false,
};
