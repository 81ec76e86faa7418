import { sql } from 'kysely';
import { add, ofDecided, plain, sum, type FactMeasure } from './form.ts';

/** How many records there are. */
export const count: FactMeasure = {
  aggregates: () => ({ number: sql`count(${ofDecided(sql`1`)})` }),
  credited: (credit) => ({ number: sum(ofDecided(credit)) }),
  combine: add,
  result: ({ number }) => plain(number ?? 0),
  matures: false,
};
