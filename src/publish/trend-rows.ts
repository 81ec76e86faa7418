/** Metrics as rows of lists: how they are put in order, and how many of them really changed. */
import type { Edition, MetricEdition } from '../values/edition.ts';
import { topics } from '../values/agreement.ts';
import { trendOf, type Trend } from '../story/trends/trend-of.ts';
import { materialOf } from './materials.ts';

export interface TrendRow {
  readonly one: MetricEdition;
  readonly trend: Trend;
}

const known = new WeakMap<MetricEdition, TrendRow>();

/** A metric's row: made once, for it takes all values of the metric and stands on many pages. */
export function rowOf(edition: Edition, one: MetricEdition): TrendRow {
  const row = known.get(one) ?? { one, trend: trendOf(materialOf(edition, one), one.finding) };
  known.set(one, row);
  return row;
}

/** The rows of metrics, each with its numbers, in the order of the pages: headline ones first, then by topic, then by title. */
export function rowsOf(edition: Edition, metrics: readonly MetricEdition[]): TrendRow[] {
  const place = ({ metric: { headline, topic } }: MetricEdition) =>
    headline ?? 1000 * (topic === null ? topics.length + 1 : topics.indexOf(topic) + 1);
  const sorted = metrics.toSorted(
    (one, other) => place(one) - place(other) || one.metric.title.localeCompare(other.metric.title, 'en'),
  );
  return sorted.map((one) => rowOf(edition, one));
}

export const isChanged = ({ trend }: TrendRow): boolean => trend.change.kind === 'real';

/** Changes first: for the worse, for the better, then those of which nobody said which way is good. The order is kept among equals. */
export function changesFirst(rows: readonly TrendRow[]): { changed: TrendRow[]; steady: TrendRow[] } {
  const rank = ({ trend: { change } }: TrendRow) => (change.better === false ? 0 : change.better === true ? 1 : 2);
  return {
    changed: rows.filter(isChanged).toSorted((one, other) => rank(one) - rank(other)),
    steady: rows.filter((row) => !isChanged(row)),
  };
}

/** The period that most rows speak of, for the heading of a list: `October 2026`; '' where there is none. */
export const commonPeriod = (rows: readonly TrendRow[]): string => mostOften(rows.map(({ trend }) => trend.period));

/** The period that runs for most rows: `November 2026`; '' where there is none. */
export const commonRunning = (rows: readonly TrendRow[]): string =>
  mostOften(rows.map(({ trend }) => trend.soFar?.period ?? ''));

function mostOften(names: readonly string[]): string {
  const counts = Map.groupBy(names, (name) => name);
  counts.delete('');
  const [most] = [...counts].toSorted(([, some], [, others]) => others.length - some.length);
  return most?.[0] ?? '';
}
