import { when } from './backed.ts';
import type { Metric } from '../../values/agreement.ts';
import { outcomesBrief, outcomesTitle } from '../locale/en/outcomes.ts';
import { outcomeSense, wellAndIll } from '../outcome-sense.ts';
import { calledIn, nounsOf, type Subject } from '../subject.ts';
import { isOfRecords } from '../traits.ts';
import { claimOf } from './claims.ts';
import { number, type Facts, type StatementKind } from './statement-kind.ts';

const asOfs = { 'period end': 'end', 'period start': 'start' } as const;

/** Whether records are those that there were at a period's end, or at its start. */
export const asOfEnd = ({ asOf }: Pick<Metric, 'asOf'>): 'end' | 'start' | null =>
  typeof asOf === 'string' ? asOfs[asOf] : null;

/** Of a share that ripens, records are no outcomes before their window is over; of one of all time, none are of a period. */
const hasOutcomes = ({ metric, latest }: Subject): boolean =>
  isOfRecords(metric) &&
  metric.wordings[0].measure.measure !== 'conversion' &&
  latest !== null &&
  latest.grain !== 'all';

/** What is told of a share: those that missed it; where nothing is agreed, those that count towards it. */
function toldOf(facts: Facts, { metric }: Subject) {
  const sense = outcomeSense(metric);
  const [kept, missed] = [number(facts, 'kept'), number(facts, 'missed')];
  return { sense, told: sense === 'towards' ? kept : missed, of: kept + missed, waiting: number(facts, 'waiting') };
}

/** How many of the newest period's records did not come out well. */
export const outcomes: StatementKind = {
  kind: 'outcomes',
  numbers: { kept: 'count', missed: 'count', waiting: 'count' },
  counts: (facts) => [number(facts, 'kept') + number(facts, 'missed')],
  directions: ({ kept, missed }) => ['kept', ...when(kept === 0 || missed === 0, 'all', 'none')],
  facts(subject) {
    const { latest, metric } = subject;
    if (!latest || !hasOutcomes(subject) || latest.denominator === null) return null;
    const { period, numerator, denominator, waiting } = latest;
    const { well: kept, ill: missed } = wellAndIll(metric, numerator ?? 0, denominator);
    return kept + missed + waiting > 0 ? { period, kept, missed, waiting } : null;
  },
  words(facts, subject) {
    const { metric, latest } = subject;
    return outcomesTitle({
      ...toldOf(facts, subject),
      nouns: nounsOf(subject),
      period: latest ? calledIn(subject, latest) : '',
      asOf: asOfEnd(metric),
    });
  },
  brief: (facts, subject) => outcomesBrief(toldOf(facts, subject)),
  holds(facts, { series, metric }) {
    const row = series.find(({ period }) => period === facts['period']);
    if (!row || row.waiting !== facts['waiting'] || row.denominator === null) return false;
    const missed = outcomeSense(metric) === 'against' ? (row.numerator ?? 0) : row.denominator - (row.numerator ?? 0);
    return missed === facts['missed'] && row.denominator - missed === facts['kept'];
  },
  claims: (facts, subject) => [
    ...claimOf('waiting', subject, facts['period'], facts['waiting'] ?? null),
    ...claimOf('missed', subject, facts['period'], facts['missed'] ?? null),
  ],
};
