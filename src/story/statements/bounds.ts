import { briefest } from '../count-words.ts';
import { boundsBrief } from '../locale/en/briefs.ts';
import { boundsWords } from '../locale/en/beside.ts';
import { markOf } from '../mark-of.ts';
import { levelsOf } from '../subject.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** The least and the greatest value over all ways to fill empty fields, where that would change the mark. */
export const bounds: StatementKind = {
  kind: 'bounds',
  numbers: { low: 'own', high: 'own' },
  directions: () => [],
  facts({ latest, metric, mark }) {
    if (!latest || latest.low === null || latest.high === null || mark.mark === 'none') return null;
    const at = (value: number) => markOf(metric, { ...latest, value, waiting: 0 }).mark;
    return at(latest.low) === at(latest.high) ? null : { period: latest.period, low: latest.low, high: latest.high };
  },
  words: (facts, subject) =>
    boundsWords(
      subject.numbers.sentence(number(facts, 'low'), levelsOf(subject)),
      subject.numbers.sentence(number(facts, 'high'), levelsOf(subject)),
      subject.metric.needs.map(({ links, field }) => [...links, field].join('’s ')),
    ),
  brief: (facts, subject) =>
    briefest(
      boundsBrief(
        subject.numbers.short(number(facts, 'low'), levelsOf(subject)),
        subject.numbers.short(number(facts, 'high'), levelsOf(subject)),
      ),
    ),
  holds: (facts, { series }) =>
    series.some(
      ({ period, low, high }) => period === text(facts, 'period') && low === facts['low'] && high === facts['high'],
    ),
  claims: () => [],
};
