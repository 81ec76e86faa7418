import type { Metric } from '../values/agreement.ts';
import { isFrozen } from '../values/frozen.ts';
import type { Subject } from './subject.ts';

/**
 * Of what carries over, how it stands `now`; of what stood when the period began, as it has `begun`, and stays. A share that is frozen then still
 * gathers what is kept of it. Null: it adds up as the period runs.
 */
export function standsHow({ metric, agreement }: Pick<Subject, 'metric' | 'agreement'>): 'now' | 'begun' | null {
  const begins = (one: Metric) => one.asOf === 'period start' && !isFrozen(one);
  if (begins(metric)) return 'begun';
  if (metric.asOf === 'period end' || metric.running !== null) return 'now';
  const { measure } = metric.wordings[0];
  if (measure.measure !== 'ratio' || measure.perIs === 'value') return null;
  // Against a target, a ratio stands as what is above the line does.
  const of = agreement.metrics.find(({ slug }) => slug === measure.of);
  if (of?.asOf === 'period end') return 'now';
  return of && begins(of) && measure.perIs === 'target' ? 'begun' : null;
}
