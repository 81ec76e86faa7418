import { sql } from 'kysely';
import { add, amount, kept, ofDecided, sum, type Aggregated, type FactMeasure, type Result } from './form.ts';

/** Those that are kept, of those that are decided; what waits is in neither. Counted in a field, what it adds up to in both. */
export const share: FactMeasure = {
  aggregates: (_, how) =>
    'countedIn' in how && how.countedIn
      ? { kept: sum(ofDecided(sql`${kept} * ${amount}`)), decided: sum(ofDecided(amount)) }
      : { kept: sum(ofDecided(kept)), decided: sql`count(${ofDecided(sql`1`)})` },
  credited: (credit) => ({ kept: sum(ofDecided(sql`${kept} * ${credit}`)), decided: sum(ofDecided(credit)) }),
  combine: add,
  result: partOf,
  matures: false,
};

/** Nothing out of nothing is not known. */
export function partOf({ kept, decided }: Aggregated): Result {
  const [numerator, denominator] = [kept ?? 0, decided ?? 0];
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}
