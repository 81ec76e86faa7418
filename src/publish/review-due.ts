import { localDay } from '../story/subject.ts';
import type { Metric } from '../values/agreement.ts';
import type { Edition } from '../values/edition.ts';

/** Whether the day by which the agreement on a metric was to be looked at again lies before the data's own. */
export function isReviewDue(
  { reviewBy }: Pick<Metric, 'reviewBy'>,
  { agreement, asOf }: Pick<Edition, 'agreement' | 'asOf'>,
): boolean {
  return reviewBy !== null && reviewBy < localDay(asOf, agreement.company.timeZone);
}
