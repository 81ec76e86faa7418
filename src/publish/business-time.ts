import type { Metric } from '../values/agreement.ts';
import { restsOn, type Vocabulary } from './used-in.ts';

/** Whether a metric asks for opening hours or working days, itself or in a term or figure that it rests on: then its calendar matters. */
export function asksBusinessTime(metric: Metric, vocabulary: Vocabulary): boolean {
  return saysBusinessTime(restsOn(metric, vocabulary).parts);
}

function saysBusinessTime(node: unknown): boolean {
  if (node === 'a working day') return true;
  if (typeof node !== 'object' || node === null) return false;
  if ('unit' in node && typeof node.unit === 'string' && node.unit.startsWith('business ')) return true;
  return Object.values(node).some(saysBusinessTime);
}
