/** The stretch of periods that a promise's record is told of: those over, the newest last. */
import type { Grain } from '../values/period.ts';
import type { PublishedValue } from '../values/value.ts';
import type { MarksCounted } from './locale/en/promises.ts';
import type { Subject } from './subject.ts';

/** A year of months; of longer periods so many that few records still make a row. */
const lookBack: Partial<Record<Grain, number>> = { day: 14, week: 12, month: 12, quarter: 8, year: 5 };

/** The newest periods that are over, oldest first; empty for what has none. */
export function recordRows({ series, latest }: Pick<Subject, 'series' | 'latest'>): readonly PublishedValue[] {
  const most = latest ? (lookBack[latest.grain] ?? 0) : 0;
  if (!latest || most === 0) return [];
  return series.slice(0, series.indexOf(latest) + 1).slice(-most);
}

/** How many of these periods had which mark. */
export function countMarks(rows: readonly PublishedValue[]): MarksCounted {
  const counts = { kept: 0, slipping: 0, broken: 0, none: 0 };
  for (const { mark } of rows) counts[mark.mark] += 1;
  return { periods: rows.length, ...counts };
}
