import type { Measure } from './agreement.ts';

/** Measures that are made of two other metrics, and count no records of their own. */
export type MadeMeasure = Extract<Measure, { readonly measure: 'ratio' | 'difference' }>;

export const isMade = (measure: Measure): measure is MadeMeasure =>
  measure.measure === 'ratio' || measure.measure === 'difference';

/** The slugs of the two metrics that a measure is made of: what is divided or taken from, and by what or what is taken away. Null: it counts records. */
export function madeOf(measure: Measure): readonly [upper: string, lower: string] | null {
  if (measure.measure === 'ratio') return [measure.of, measure.per];
  return measure.measure === 'difference' ? [measure.of, measure.less] : null;
}
