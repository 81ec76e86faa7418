import { sql } from 'kysely';
import { add, amount, ofDecided, plain, sum, type FactMeasure } from './form.ts';

/** The mean of the records whose field is known. */
export const average: FactMeasure = {
  aggregates: () => ({ total: sum(ofDecided(amount)), known: sql`count(${ofDecided(amount)})` }),
  combine: add,
  result: ({ total, known }) => plain(known ? (total ?? 0) / known : null),
  matures: false,
};
