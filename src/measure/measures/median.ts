import { amount, ofDecided, plain, type FactMeasure } from './form.ts';

/** The middle of the records whose field is known; between two of them, halfway. */
export const median: FactMeasure = {
  aggregates: (dialect) => ({ middle: dialect.percentile(ofDecided(amount), 0.5) }),
  combine: null,
  result: ({ middle }) => plain(middle),
  matures: false,
};
