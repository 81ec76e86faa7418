/** What a reader holds a sentence against: the numbers of one metric in plain rows. Nothing here asks what made the sentence. */
import type { Agreement, Metric, Wording } from '../../../src/values/agreement.ts';
import type { Bridge } from '../../../src/values/bridge.ts';
import type { Distribution } from '../../../src/values/distribution.ts';
import type { Stretch } from '../../../src/values/stretch.ts';
import type { Before } from '../../../src/values/told.ts';
import type { MarkWord, MetricValue, PeriodTarget, PublishedValue } from '../../../src/values/value.ts';

export interface Raw {
  readonly metric: Metric;
  readonly agreement: Agreement;
  readonly today: string;
  /** The whole and members, any grain. */
  readonly values: readonly PublishedValue[];
  readonly restated: readonly MetricValue[];
  readonly stretches: readonly Stretch[];
  readonly targets: readonly PeriodTarget[];
  readonly bridge: Bridge | null;
  readonly distribution: Distribution | null;
  /** What stood of it a week ago. */
  readonly before: Before | null;
  /** Of the whole, oldest first, nothing ahead and nothing undated: the periods that pages speak of. */
  readonly series: readonly PublishedValue[];
  /** The newest that is over. */
  readonly latest: PublishedValue | null;
  readonly running: PublishedValue | null;
}

type Given = Pick<Raw, 'metric' | 'agreement' | 'today' | 'values'> &
  Partial<Pick<Raw, 'restated' | 'stretches' | 'targets' | 'bridge' | 'distribution' | 'before'>>;

export function rawOf(given: Given): Raw {
  const { metric, values } = given;
  const grain = metric.finest === 'quarter' || metric.finest === 'all' ? metric.finest : 'month';
  const series = values
    .filter((row) => row.dimension === '' && row.grain === grain && row.status !== 'ahead')
    .toSorted((one, other) => Number(one.from > other.from) - Number(one.from < other.from));
  const isOver = (row: PublishedValue) => row.status === 'complete' || row.status === 'waiting' || grain === 'all';
  return {
    restated: [], stretches: [], targets: [], bridge: null, distribution: null, before: null, ...given,
    series,
    latest: series.findLast(isOver) ?? null,
    running: series.findLast(({ status }) => status === 'so far' && grain !== 'all') ?? null,
  }; // prettier-ignore
}

/** The wording of a day, and on which side of its target a number should lie. */
export const wordingThen = ({ metric }: Raw, day: string): Wording =>
  metric.wordings.find(({ from, until }) => (from ?? '') <= day && (until === null || day <= until)) ??
  metric.wordings[0];

export const wayThen = (raw: Raw, day: string): 'at least' | 'at most' =>
  wordingThen(raw, day).target?.way ?? 'at least';

/** What a period's number had to come to: nobody wins part of a deal. */
export function levelOf(raw: Raw, row: MetricValue): number | null {
  if (row.target === null || raw.metric.unit.unit !== 'records') return row.target;
  return wayThen(raw, row.to) === 'at most' ? Math.floor(row.target) : Math.ceil(row.target);
}

/** What today's number of a period is marked, whatever it was when it closed. */
export function markNow(raw: Raw, row: PublishedValue): MarkWord {
  if (row.target === null || row.value === null) return 'none';
  const sign = wayThen(raw, row.to) === 'at most' ? -1 : 1;
  if (sign * (row.value - row.target) >= -1e-9) return 'kept';
  return sign * (row.value - (row.broken ?? row.target)) >= -1e-9 ? 'slipping' : 'broken';
}
