import type { Grain } from '../../values/period.ts';
import type { PublishedValue } from '../../values/value.ts';
import { daysBetween } from '../days-between.ts';
import { fewest, judgedFrom } from '../mark-of.ts';
import type { Subject } from '../subject.ts';

/** A year that runs is compared by from here on; before, the year that is over says more. */
const yearCounts = 90;

/** Whether a member has anything to show: records, or what a ratio divides by. */
export const hasSomething = ({ records, denominator }: PublishedValue) => records > 0 || (denominator ?? 0) > 0;

/** Whether a member's number is one that nobody should judge by. */
export const hasFew = ({ metric }: Subject, row: PublishedValue) => (judgedFrom(metric, row) ?? fewest) < fewest;

/** Whether a member has records enough to stand beside others. A ratio is not judged by how many there are, but few make it jump. */
export const compares = ({ metric }: Subject, row: PublishedValue) =>
  metric.adds.members || (judgedFrom(metric, row) ?? row.records) >= fewest;

/** The rows of a breakdown's members in a period. */
export const membersIn = (values: readonly PublishedValue[], dimension: string, { grain, period }: PublishedValue) =>
  values.filter(
    (row) => row.dimension === dimension && row.grain === grain && row.period === period && hasSomething(row),
  );

/** The rows of the whole, oldest first. */
const wholesOf = (values: readonly PublishedValue[]) =>
  values.filter((row) => row.dimension === '').toSorted((one, other) => (one.from < other.from ? -1 : 1));

const newestOver = (wholes: readonly PublishedValue[], grain: Grain) =>
  wholes.findLast((row) => row.grain === grain && (row.status === 'complete' || row.status === 'waiting'));

/** The year that members are compared in: the one that runs, once it says something; before, the one that is over. */
function comparedYear({ today }: Subject, wholes: readonly PublishedValue[]): PublishedValue | undefined {
  const running = wholes.findLast((row) => row.grain === 'year' && row.status === 'so far');
  return running && daysBetween(running.from, today) >= yearCounts ? running : newestOver(wholes, 'year');
}

/**
 * The period in which numbers of several kinds stand side by side, so that what was spent meets what came of it months later: the year. What stands
 * as it stood, and what has no year, is compared in its own period.
 */
export function acrossPeriod(subject: Subject, dimension: string): PublishedValue | null {
  const { metric, values } = subject;
  const year = metric.asOf === null ? comparedYear(subject, wholesOf(values)) : undefined;
  return year && membersIn(values, dimension, year).length > 0 ? year : comparedPeriod(subject, values, dimension);
}

/**
 * The period in which a page compares the members of a breakdown: the newest that is over; where most members have too few records in
 * it, the newest quarter that is over; then the year. What stands as it stood is compared in its own period only. It is told by the row of the whole, and null where nothing is over.
 */
export function comparedPeriod(
  subject: Subject,
  values: readonly PublishedValue[],
  dimension: string,
): PublishedValue | null {
  const { latest } = subject;
  if (!latest) return null;
  const wholes = wholesOf(values);
  const year = comparedYear(subject, wholes);
  // What stood when a longer period began, or stands at its end, is another thing and not more of the same.
  const longer = subject.metric.asOf === null ? [newestOver(wholes, 'quarter'), year] : [];
  const periods = [latest, ...longer].filter((row) => row !== undefined);
  const telling = periods.find((period) => {
    const members = membersIn(values, dimension, period);
    return members.filter((row) => compares(subject, row)).length * 2 >= members.length;
  });
  return telling ?? periods.at(-1) ?? latest;
}
