/** The ledger of marks: what each period was judged to be when it closed. Kept in `published/marks.csv`, one line a mark. */
import { compareText } from '../agreement/compare-text.ts';
import { localDay } from '../story/subject.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';
import type { FixedMark, MetricReading, PublishedValue } from '../values/value.ts';
import { unitWord } from './api-row.ts';
import { closingDay } from './closing.ts';

/** By what a mark is found: a metric has each period once. */
export const ledgerKey = ({ metric, period }: Pick<FixedMark, 'metric' | 'period'>): string => `${metric} ${period}`;

/** The marks by their keys. */
export const byLedgerKey = (marks: readonly FixedMark[]): Map<string, FixedMark> =>
  new Map(marks.map((mark) => [ledgerKey(mark), mark]));

/** In the order of the file: as the periods closed, so that new lines come last. */
export function inLedgerOrder(marks: readonly FixedMark[]): FixedMark[] {
  return marks.toSorted(
    (one, other) =>
      compareText(one.closed, other.closed) ||
      compareText(one.metric, other.metric) ||
      compareText(one.period, other.period),
  );
}

/** One metric with its values as they are marked today. */
export interface Closable {
  readonly metric: Metric;
  readonly reading: MetricReading;
  readonly values: readonly PublishedValue[];
}

/**
 * The marks that are fixed now: of periods that had closed by the metric's as-of day and have no mark in the ledger yet. What can't be judged
 * for a reason that may pass (a team has yet to agree, records still wait, the data is out of date) is fixed by a later build.
 */
export function newlyFixed(agreement: Agreement, { metric, reading, values }: Closable): FixedMark[] {
  if (reading.asOf === null) return [];
  const today = localDay(reading.asOf, agreement.company.timeZone);
  const closes = closingDays(agreement);
  return values.flatMap((value): FixedMark[] => {
    if (value.fixed !== null || !isJudged(value)) return [];
    const closed = closes(value.to);
    return closed !== null && closed < today ? [fix(metric, value, closed, today)] : [];
  });
}

const lastingWhys: readonly unknown[] = ['too few', 'not known'];

function isJudged({ dimension, grain, mark, status }: PublishedValue): boolean {
  if (dimension !== '' || grain === 'all' || grain === 'undated') return false;
  const isOver = status === 'complete' || status === 'waiting';
  return isOver && (mark.mark !== 'none' || lastingWhys.includes(mark.why));
}

function fix({ slug, seal, unit }: Metric, value: PublishedValue, closed: Day, fixed: Day): FixedMark {
  return {
    metric: slug,
    grain: value.grain,
    period: value.period,
    closed,
    fixed,
    mark: value.mark,
    value: value.value,
    target: value.target,
    broken: value.broken,
    unit: unitWord(unit),
    seal,
  };
}

/** Many periods end on one day. */
function closingDays(agreement: Agreement): (to: Day) => Day | null {
  const known = new Map<Day, Day | null>();
  return (to) => {
    const found = known.get(to);
    if (found !== undefined) return found;
    const closes = closingDay(agreement, to);
    known.set(to, closes);
    return closes;
  };
}
