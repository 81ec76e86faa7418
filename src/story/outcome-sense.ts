import type { Metric } from '../values/agreement.ts';
import { isAboutTime } from './deadlines.ts';
import { outcomeLabels } from './locale/en/charts.ts';

/**
 * What it means that a share's record is among those that kept what was asked: it was done `in time`, it kept what was agreed (`kept`), it counts
 * `towards` the share though no level is agreed, or `against` it where less is better. What a record that counts against it did is what missed it.
 */
export type OutcomeSense = 'in time' | 'kept' | 'towards' | 'against';

/** Whether the agreement itself says `in time`: a record that had no yes within ten days may have had its no on the first. */
const saysInTime = ({ title, words }: Metric) => /\bin time\b/u.test(`${title} ${words.says}`);

/** How the records of a share are spoken of. */
export function outcomeSense(metric: Metric): OutcomeSense {
  const [wording] = metric.wordings;
  if (metric.better === 'lower' || wording.target?.way === 'at most') return 'against';
  if (isAboutTime(wording) && saysInTime(metric)) return 'in time';
  return wording.target === null ? 'towards' : 'kept';
}

/** How many of a share's records came out well and how many did not, of those whose numerator and denominator are given. */
export function wellAndIll(
  metric: Metric,
  numerator: number,
  denominator: number,
): { readonly well: number; readonly ill: number } {
  const others = denominator - numerator;
  return outcomeSense(metric) === 'against' ? { well: others, ill: numerator } : { well: numerator, ill: others };
}

/** What the two parts of a share are called: those of its numerator, and the rest. */
export function partLabels(metric: Metric): { readonly numerator: string; readonly rest: string } {
  const sense = outcomeSense(metric);
  const { kept, missed } = outcomeLabels[sense];
  return sense === 'against' ? { numerator: missed, rest: kept } : { numerator: kept, rest: missed };
}
