import type { MetricValue } from '../values/value.ts';
import { daysBetween } from './days-between.ts';
import { fewest, judgedFrom } from './mark-of.ts';
import type { Subject } from './subject.ts';

/** What tells which periods compare. */
type Compared = Pick<Subject, 'metric' | 'latest' | 'restated' | 'series' | 'usual'>;

/** Whether a number comes from enough records to be held against another one. */
export const hasEnough = ({ metric }: Pick<Subject, 'metric'>, row: MetricValue): boolean =>
  (judgedFrom(metric, row) ?? fewest) >= fewest;

/**
 * The whole's periods that compare with the newest one, at the grain that pages report, oldest first: all of them as today's wording counts them, where
 * they were counted again by it; else those since it holds.
 */
export function byTodaysWording({ latest, restated, series, usual }: Compared): readonly MetricValue[] {
  if (restated.length === 0) return series.filter(({ from }) => usual.since === null || usual.since <= from);
  return restated
    .filter(({ grain, dimension, status }) => grain === latest?.grain && dimension === '' && status !== 'ahead')
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
}

/** Of those the ones whose number is there to stay, and comes from enough records. */
export const settledPeriods = (subject: Compared): readonly MetricValue[] =>
  byTodaysWording(subject).filter((row) => row.status === 'complete' && row.value !== null && hasEnough(subject, row));

/** The newest period that is over, as it compares: null where its own number is another one by today's wording, or says little. */
export function newestCompared(subject: Compared): MetricValue | null {
  const { latest } = subject;
  const now = byTodaysWording(subject).find(({ period }) => period === latest?.period);
  if (!latest || !now || latest.grain === 'all' || now.value === null || !hasEnough(subject, now)) return null;
  return now.value === latest.value ? now : null;
}

/** The one that a period follows on, by its days. */
export const periodBefore = (rows: readonly MetricValue[], { from }: MetricValue): MetricValue | null =>
  rows.find(({ to }) => daysBetween(to, from) === 1) ?? null;

/** The same month, quarter or year of the year before. */
export const yearBefore = (rows: readonly MetricValue[], { from }: MetricValue): MetricValue | null =>
  rows.find((row) => row.from === `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`) ?? null;

const yearLong = 366;

/** Whether what lies a year before the newest period is a year ago: what takes long to tell speaks of older periods. */
export const isRecent = ({ latest, today }: Pick<Subject, 'latest' | 'today'>): boolean =>
  latest !== null && daysBetween(latest.from, today) < yearLong;
