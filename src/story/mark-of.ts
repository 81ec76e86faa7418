import type { Metric } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';
import type { Mark, MarkWord, MetricValue, Why } from '../values/value.ts';
import { isOfRecords, needsMany, standsToday } from './traits.ts';
import { wayOn } from './wording-on.ts';

/** Under this many records a share, a median or an average is not judged. */
export const fewest = 10;

/** Two shares that differ by less are equal: what is left over from floating point, never a record. */
const hair = 1e-9;

/** Partners say yes in contracts of their own. */
const partners = 'partners';

/**
 * The teams that a promise needs a yes from and that have not agreed to today's definition; where a last local date of a period is given,
 * to the one that held then.
 */
export function missingSignatures(metric: Metric, until: Day | null = null): string[] {
  if (!metric.promise) return [];
  const parties = new Set([...metric.promise.by, ...metric.promise.to]);
  const agreed = metric.signatures.filter(
    ({ holds, heldUntil }) => holds || (until !== null && until !== '' && heldUntil !== null && until <= heldUntil),
  );
  const signed = new Set(agreed.map(({ team }) => team));
  return [...parties].filter((team) => team !== partners && !signed.has(team));
}

/** The least and the greatest value over all ways in which the waiting records could still be decided; null: any value. */
export function couldBecome(metric: Metric, value: MetricValue): { least: number; greatest: number } | null {
  const { value: now, numerator, denominator, waiting } = value;
  if (waiting === 0) return now === null ? null : { least: now, greatest: now };
  if (isOfRecords(metric) && numerator !== null && denominator !== null) {
    const all = denominator + waiting;
    return { least: numerator / all, greatest: (numerator + waiting) / all };
  }
  // What waits can only add to a count; what one metric is less another may go either way.
  return metric.wordings[0].measure.measure === 'count' && now !== null
    ? { least: now, greatest: now + waiting }
    : null;
}

function judge(metric: Metric, { target, broken, to }: MetricValue, number: number): MarkWord {
  if (target === null) return 'none';
  const sign = wayOn(metric, to) === 'at most' ? -1 : 1;
  if (sign * (number - target) >= -hair) return 'kept';
  return sign * (number - (broken ?? target)) >= -hair ? 'slipping' : 'broken';
}

/** Records that a value is judged from, where few of them say little; null where their number does not matter. */
export function judgedFrom(metric: Metric, value: MetricValue): number | null {
  if (isOfRecords(metric)) return value.denominator ?? 0;
  return needsMany(metric) ? value.records - value.waiting : null;
}

function whyUnmarked(metric: Metric, value: MetricValue, stale: boolean): Why | null {
  if (metric.missing.length > 0) return 'not countable';
  if (stale) return 'stale';
  if (value.target === null) return 'no target';
  if (value.wording === null) return 'two wordings';
  const runs = value.status === 'so far' && !standsToday(metric);
  if (runs || value.status === 'maturing' || value.status === 'ahead') return 'too early';
  if (missingSignatures(metric, value.to).length > 0) return 'waiting for agreement';
  const from = judgedFrom(metric, value);
  if (from !== null && from < fewest) {
    if (from + value.waiting >= fewest) return 'too early';
    return from === 0 && value.waiting === 0 ? 'not known' : 'too few';
  }
  if (value.value === null) return 'not known';
  const range = couldBecome(metric, value);
  const settled = range && judge(metric, value, range.least) === judge(metric, value, range.greatest);
  return settled ? null : 'too early';
}

/**
 * Whether a value keeps what was agreed for it, or why that can't be said. A period that runs has no mark; one that is over has one
 * only if no waiting record could change it. `stale`: its data is too old to judge by, which only the publisher knows.
 */
export function markOf(metric: Metric, value: MetricValue, { stale = false } = {}): Mark {
  const why = whyUnmarked(metric, value, stale);
  if (why || value.value === null) return { mark: 'none', why: why ?? 'not known' };
  return { mark: judge(metric, value, value.value), why: null };
}
