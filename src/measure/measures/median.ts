import { percentile } from './percentile.ts';
import type { FactMeasure } from './form.ts';

/** The middle of the records whose field is known; between two of them, halfway. */
export const median: FactMeasure = percentile;
