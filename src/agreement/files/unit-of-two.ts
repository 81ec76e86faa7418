import type { MetricUnit } from '../../values/agreement.ts';
import type { Speaking } from '../read-conditions.ts';
import { fault } from '../report.ts';
import type { Parts } from './parts-of-two.ts';

/** What a metric that is made of two is counted in; null where they are no two that can be. */
export function unitOfTwo(speaking: Speaking, { upper, lower, measure }: Parts): MetricUnit | null {
  if (measure.measure === 'ratio') return unitOfRatio(upper.unit, lower.unit);
  for (const [key, { slug, unit }] of [['difference of', upper] as const, ['less', lower] as const]) {
    if (unit.unit !== 'share' && unit.unit !== 'day') continue;
    const says = `"${slug}" is a ${unit.unit === 'day' ? 'date' : 'share'}, which nothing is taken from`;
    fault(speaking, [key], says, 'name a metric that counts or adds up');
    return null;
  }
  if (inWords(upper.unit) === inWords(lower.unit)) return upper.unit;
  const says = `"${upper.slug}" is counted in ${inWords(upper.unit)}, "${lower.slug}" in ${inWords(lower.unit)}`;
  fault(speaking, ['less'], says, 'a difference is of two that are counted in the same');
  return null;
}

/** What a ratio of two sums is counted in. */
export function unitOfRatio(upper: MetricUnit, lower: MetricUnit): MetricUnit {
  if (upper.unit === lower.unit) return { unit: 'times' };
  return upper.unit === 'money' || upper.unit === 'duration' ? upper : { unit: 'number' };
}

/** As a fault says it. Two units are one where they read the same: records of two terms of one kind too. */
function inWords(unit: MetricUnit): string {
  if (unit.unit === 'records') return `${unit.kind} records`;
  if (unit.unit === 'duration') return unit.of;
  return unit.unit === 'money' ? unit.currency : `${unit.unit}s`;
}
