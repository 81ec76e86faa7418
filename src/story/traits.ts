/** What a sentence must know of a metric, whatever its measure is called. */
import type { Measure, Metric } from '../values/agreement.ts';
import { isMade } from '../values/made-of.ts';

/** Whether a value is the share of something that kept what was agreed. */
export const isShare = ({ unit }: Metric): boolean => unit.unit === 'share';

/** Whether a share's parts are records, so that they can be counted in words; else they are amounts or numbers of them. */
export function isOfRecords(metric: Metric): boolean {
  const { measure } = metric.wordings[0];
  return isShare(metric) && 'countedIn' in measure && measure.countedIn === null;
}

/** Whether periods add up to longer ones, so that a chart has columns from zero and none yet is 'nothing'. */
export const isAdditive = ({ adds }: Metric): boolean => adds.periods;

/** Whether all records count as they stand today, whenever they were made: there is one number, and no period that runs. */
export const standsToday = ({ by, asOf, wordings: [{ measure }] }: Metric): boolean =>
  by === null && asOf === null && !isMade(measure);

const fewSayLittle: readonly Measure['measure'][] = ['average', 'median', 'percentile'];

/** Whether a value that comes from a few records is one that nobody should judge by. */
export function needsMany(metric: Metric): boolean {
  return isShare(metric) || fewSayLittle.includes(metric.wordings[0].measure.measure);
}
