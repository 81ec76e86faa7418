import { add, amount, ofDecided, plain, sum as total, type FactMeasure } from './form.ts';

/** The sum of a field; an empty one adds nothing. */
export const sum: FactMeasure = {
  aggregates: () => ({ total: total(ofDecided(amount)) }),
  credited: (credit) => ({ total: total(ofDecided(credit)) }),
  combine: add,
  result: (group) => plain(group['total'] ?? 0),
  matures: false,
};
