import { when } from './backed.ts';
import { briefest } from '../count-words.ts';
import { missesBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import { missesWords } from '../locale/en/beside.ts';
import { outcomeSense } from '../outcome-sense.ts';
import { isOfRecords } from '../traits.ts';
import { wayOn } from '../wording-on.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** How many more records would have kept a share's promise. */
export const misses: StatementKind = {
  kind: 'misses',
  numbers: { missing: 'count' },
  directions: (facts) =>
    when(number(facts, 'missing') > 0, facts['way'] === 'at most' ? 'less is asked' : 'more is asked'),
  facts({ metric, latest, mark, target }) {
    if (!latest || target === null || (mark.mark !== 'slipping' && mark.mark !== 'broken')) return null;
    const { numerator, denominator, period } = latest;
    if (!isOfRecords(metric) || numerator === null || denominator === null) return null;
    const way = wayOn(metric, latest.to) ?? 'at least';
    const level = target * denominator;
    const missing = way === 'at least' ? Math.ceil(level - numerator - 1e-9) : Math.ceil(numerator - level - 1e-9);
    return missing > 0 ? { period, numerator, denominator, target, way, missing } : null;
  },
  words: (facts, { metric }) =>
    missesWords(
      number(facts, 'missing'),
      facts['way'] === 'at most' ? 'at most' : 'at least',
      outcomeSense(metric) === 'in time',
    ),
  brief: (facts, { metric }) =>
    briefest(
      missesBrief(
        number(facts, 'missing'),
        facts['way'] === 'at most' ? 'at most' : 'at least',
        outcomeSense(metric) === 'in time',
      ),
    ),
  holds(facts, { series }) {
    const row = series.find(({ period }) => period === text(facts, 'period'));
    if (row?.numerator == null || row.denominator == null) return false;
    const [missing, target] = [number(facts, 'missing'), number(facts, 'target')];
    const sign = facts['way'] === 'at most' ? -1 : 1;
    const keeps = (more: number) =>
      sign * ((row.numerator ?? 0) + sign * more - target * (row.denominator ?? 0)) >= -1e-6;
    return missing > 0 && keeps(missing) && !keeps(missing - 1);
  },
  claims: (facts, subject) => claimOf('side', subject, facts['period'], facts['way'] === 'at most' ? 'over' : 'under'),
};
