/** What is said against a year ago, worked out again from what was measured: periods by their names, distances from the numbers. */
import type { MetricValue } from '../../values/value.ts';
import { fewest } from '../mark-of.ts';
import { minorDigits } from '../numbers.ts';
import type { Subject } from '../subject.ts';
import { isOfRecords, isShare, needsMany } from '../traits.ts';
import { number, text, type Facts } from './statement-kind.ts';

/** `2025-10` for `2026-10`, `FY2025-Q3` for `FY2026-Q3`. */
const yearBefore = (period: string): string => period.replace(/\d{4}/u, (year) => String(Number(year) - 1));

const isFew = ({ metric }: Subject, row: MetricValue): boolean =>
  needsMany(metric) && (isOfRecords(metric) ? (row.denominator ?? 0) : row.records - row.waiting) < fewest;

/** Why it is not compared, as is said. */
function holdsUnknown(says: string, now: MetricValue, then: MetricValue | undefined, subject: Subject): boolean {
  const { since } = subject.usual;
  if (says === 'none') return !then;
  if (!then) return false;
  if (says === 'reworded') return subject.restated.length === 0 && since !== null && then.from < since;
  if (says === 'open') return now.waiting > 0 && !isShare(subject.metric);
  if (says === 'not known') return then.value === null || now.value === null;
  return says === 'nothing' ? then.value === 0 : isFew(subject, now) || isFew(subject, then);
}

/** Rounded as people say numbers, two of them may seem nearer or farther by so much: a point, a tenth of a unit, or parts of a hundred; lengths are said in two figures. */
export const rounding = (one: number, other: number, { metric }: Subject) =>
  Math.max(
    isShare(metric) ? 0.01 : metric.unit.unit === 'money' ? 10 ** minorDigits(metric.unit.currency) : 0.1,
    (metric.unit.unit === 'duration' ? 0.1 : 0.02) * Math.max(Math.abs(one), Math.abs(other)),
  );

function holdsDistance(facts: Facts, now: number, then: number, subject: Subject): boolean {
  switch (facts['says']) {
    case 'same':
      return now === then && facts['same'] === true;
    case 'little':
      return Math.abs(now - then) <= rounding(now, then, subject);
    case 'times':
      return then > 0 && Math.abs(now - number(facts, 'times') * then) <= 0.051 * then;
    case 'part':
      return Math.abs(then * (1 + (now > then ? 1 : -1) * number(facts, 'part')) - now) <= 1e-6 * Math.abs(now) + 1e-6;
    case 'apart':
      return Math.abs(Math.abs(now - then) - number(facts, 'apart')) <= rounding(now, then, subject);
    default:
      return false;
  }
}

export function holdsYearAgo(facts: Facts, subject: Subject): boolean {
  const { latest, restated, values, usual } = subject;
  const raw: readonly MetricValue[] = restated.length > 0 ? restated : values;
  const own = raw.filter(({ grain, dimension }) => grain === usual.grain && dimension === '');
  const now = own.find(({ period }) => period === facts['period']);
  const then = own.find(({ period }) => period === yearBefore(text(facts, 'period')));
  if (!now || latest?.period !== now.period || now.value !== facts['value']) return false;
  if ((then?.period ?? null) !== facts['yearAgo'] || (then?.value ?? null) !== facts['yearAgoValue']) return false;
  if (holdsUnknown(text(facts, 'says'), now, then, subject)) return true;
  if (now.value === null || !then || then.value === null || isFew(subject, now) || isFew(subject, then)) return false;
  const says = 'more' in facts ? facts['more'] === now.value > then.value : true;
  return says && holdsDistance(facts, now.value, then.value, subject);
}
