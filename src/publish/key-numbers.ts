/** The numbers that a topic with a balance is about: how much is in it, by other ways to count the same records, and how far that covers what was agreed. */
import { standsToday } from '../story/traits.ts';
import { fullPeriodWords, stillRuns } from '../story/locale/en/charts.ts';
import { capital } from '../story/locale/en/forms.ts';
import { besideBefore } from '../story/locale/en/topics.ts';
import { periodOf, type Subject } from '../story/subject.ts';
import type { Metric } from '../values/agreement.ts';
import type { Bridge } from '../values/bridge.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import { subjectFor } from './materials.ts';

export interface KeyNumber {
  readonly one: MetricEdition;
  /** Of which period it is: `October 2026`. */
  readonly period: string;
  /** `€1.22m in September 2026`: what it was a period before; '' where that is not known. */
  readonly before: string;
}

/** So many stand side by side. */
const most = 4;

/** The balances that bridges lead through, what counts the same records at the same times, and what holds a number against a plan; none without a bridge. */
export function keyNumbers(
  edition: Edition,
  metrics: readonly MetricEdition[],
  bridges: readonly Bridge[],
): KeyNumber[] {
  const counted = metrics.filter(({ metric }) => metric.missing.length === 0);
  const moved = counted.filter(({ metric }) => bridges.some(({ balance }) => balance === metric.slug));
  const alike = counted.filter(
    (one) => !moved.includes(one) && moved.some((balance) => isAlike(one.metric, balance.metric)),
  );
  const covering = counted.filter(({ metric }) => isCoverage(metric));
  // What was agreed comes before what only is counted.
  const agreed = covering.toSorted((one, other) => Number(hasTarget(other)) - Number(hasTarget(one)));
  return moved.length === 0 ? [] : [...moved, ...alike, ...agreed].slice(0, most).map((one) => keyOf(edition, one));
}

/** Whether two balances are of the same records at the same times. */
function isAlike(one: Metric, other: Metric): boolean {
  const [mine, theirs] = [one.wordings[0], other.wordings[0]];
  return (
    one.asOf === 'period end' && other.asOf === 'period end' && mine.term === theirs.term && mine.kind === theirs.kind
  );
}

function isCoverage({ wordings: [{ measure }] }: Metric): boolean {
  return measure.measure === 'ratio' && measure.perIs !== 'value';
}

const hasTarget = ({ metric }: MetricEdition): boolean => metric.wordings[0].target !== null;

function keyOf(edition: Edition, one: MetricEdition): KeyNumber {
  const subject = subjectFor(edition, one);
  const { latest } = subject;
  const period = latest ? capital(fullPeriodWords(periodOf(latest))) : '';
  return {
    one,
    period: latest?.status === 'so far' && !standsToday(one.metric) ? stillRuns(period) : period,
    before: beforeOf(subject),
  };
}

function beforeOf({ latest, series, numbers }: Subject): string {
  const before = latest && series[series.indexOf(latest) - 1];
  return before?.value == null ? '' : besideBefore(numbers.short(before.value), fullPeriodWords(periodOf(before)));
}
