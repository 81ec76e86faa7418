/** Whether a number is a record, counted again over what was measured. */
import type { MetricValue } from '../../values/value.ts';
import { fewestPeriods } from '../limits.ts';
import { fewest } from '../mark-of.ts';
import type { Subject } from '../subject.ts';
import { isOfRecords, needsMany } from '../traits.ts';
import { number, type Facts } from './statement-kind.ts';

/** Whether a number counts: it is known and final, comes from records enough, and compares with today's. */
function counts(row: MetricValue, { metric, restated, usual: { since } }: Subject): boolean {
  const from = isOfRecords(metric) ? (row.denominator ?? 0) : row.records - row.waiting;
  const isOld = restated.length === 0 && since !== null && row.to < since;
  return row.status === 'complete' && row.value !== null && !isOld && (!needsMany(metric) || from >= fewest);
}

export function holdsRecord(facts: Facts, subject: Subject): boolean {
  const raw: readonly MetricValue[] = subject.restated.length > 0 ? subject.restated : subject.values;
  const own = raw.filter(({ grain, dimension }) => grain === subject.usual.grain && dimension === '');
  const ranked = own.filter((row) => counts(row, subject));
  const [now, then] = ['period', 'since'].map((name) => ranked.find(({ period }) => period === facts[name]));
  if (!now || now.value !== facts['value'] || ranked.some(({ from }) => from > now.from)) return false;
  if (subject.latest?.period !== now.period || ranked.length !== facts['of']) return false;
  const sign = facts['record'] === 'highest' ? 1 : -1;
  const beyond = ({ value }: MetricValue) => sign * ((value ?? 0) - number(facts, 'value'));
  const after = ranked.filter((row) => row !== now && (!then || row.from > then.from));
  if (after.length !== facts['between'] || after.some((row) => beyond(row) >= 0)) return false;
  if (sign < 0 && facts['record'] !== 'lowest') return false;
  if (facts['says'] === 'ever') return !then && ranked.length >= fewestPeriods;
  if (!then || then.value !== facts['sinceValue'] || after.length < fewestPeriods) return false;
  const isTie = beyond(then) === 0;
  return beyond(then) >= 0 && facts['says'] === (isTie ? 'as' : 'since') && facts['same'] === isTie;
}
