import { share } from './share.ts';
import type { FactMeasure } from './form.ts';

/** A share of the records that have had the whole window; the others are still maturing. */
export const conversion: FactMeasure = { ...share, matures: true };
