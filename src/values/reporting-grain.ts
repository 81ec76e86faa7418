import type { Metric } from './agreement.ts';
import { grains, type Grain } from './period.ts';

/** The grain that pages speak of: the month, or the metric's finest where that is coarser. */
export function reportingGrain({ finest }: Pick<Metric, 'finest'>): Grain {
  return grains.indexOf(finest) > grains.indexOf('month') ? finest : 'month';
}
