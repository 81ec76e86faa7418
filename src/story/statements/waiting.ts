import { waitingWords } from '../locale/en-sentences.ts';
import { calledIn, nounsOf } from '../subject.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** Records of a judged period that wait and cannot turn its mark any more. */
export const waiting: StatementKind = {
  kind: 'waiting',
  facts: ({ latest, mark }) =>
    latest && latest.waiting > 0 && mark.mark !== 'none' ? { period: latest.period, waiting: latest.waiting } : null,
  words(facts, subject) {
    const { one, many } = nounsOf(subject);
    return waitingWords(subject.latest ? calledIn(subject, subject.latest) : '', number(facts, 'waiting'), one, many);
  },
  holds: (facts, { series }) =>
    series.some((row) => row.period === text(facts, 'period') && row.waiting === facts['waiting']),
};
