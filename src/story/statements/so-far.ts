import { nothingSoFarWords, onlyWaitingWords, soFarWords } from '../locale/en-sentences.ts';
import { calledIn } from '../subject.ts';
import { isAdditive } from '../target-of.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** Where the running period stands: of a share only what could be decided, with what waits beside it. */
export const soFar: StatementKind = {
  kind: 'so far',
  facts({ running }) {
    if (!running || (running.value === null && running.waiting === 0)) return null;
    return { period: running.period, value: running.value, waiting: running.waiting };
  },
  words(facts, subject) {
    const period = subject.running ? calledIn(subject, subject.running) : '';
    const waits = number(facts, 'waiting');
    if (facts['value'] === null) return onlyWaitingWords(period, waits);
    if (facts['value'] === 0 && isAdditive(subject.metric)) return nothingSoFarWords(period);
    return soFarWords(period, subject.numbers.sentence(number(facts, 'value')), waits);
  },
  holds: (facts, { series }) =>
    series.some(
      ({ period, status, value, waiting }) =>
        period === text(facts, 'period') &&
        status === 'so far' &&
        value === facts['value'] &&
        waiting === facts['waiting'],
    ),
};
