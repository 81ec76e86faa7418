import { briefest } from '../count-words.ts';
import { waitingBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import { waitingWords } from '../locale/en/beside.ts';
import { calledIn, nounsOf } from '../subject.ts';
import { isShare } from '../traits.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** Records of a period that wait and cannot turn its mark any more, or of one that nothing is agreed for. */
export const waiting: StatementKind = {
  kind: 'waiting',
  numbers: { waiting: 'count' },
  directions: () => [],
  facts: ({ latest, mark }) =>
    latest && latest.waiting > 0 && (mark.mark !== 'none' || mark.why === 'no target')
      ? { period: latest.period, waiting: latest.waiting }
      : null,
  words(facts, subject) {
    const waits = number(facts, 'waiting');
    const period = subject.latest ? calledIn(subject, subject.latest) : '';
    const { one, many } = nounsOf(subject);
    const nouns = isShare(subject.metric) ? (waits === 1 ? one : many) : '';
    return waitingWords(period, waits, nouns, subject.mark.mark !== 'none');
  },
  brief: (facts, { mark }) => briefest(waitingBrief(number(facts, 'waiting'), mark.mark !== 'none')),
  holds: (facts, { series }) =>
    series.some((row) => row.period === text(facts, 'period') && row.waiting === facts['waiting']),
  claims: (facts, subject) => claimOf('waiting', subject, facts['period'], facts['waiting'] ?? null),
};
