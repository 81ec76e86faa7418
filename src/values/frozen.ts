import type { Metric } from './agreement.ts';

/** Whether a metric's records are those of each period's start, as they stood then, and what is kept of them is judged by its end: a forecast. */
export const isFrozen = ({ asOf, wordings: [{ measure }] }: Pick<Metric, 'asOf' | 'wordings'>): boolean =>
  asOf === 'period start' && measure.measure === 'share';
