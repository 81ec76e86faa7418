import { isAboutTime } from '../deadlines.ts';
import { fewSoFarWords, nothingSoFarWords, onlyWaitingWords, soFarWords } from '../locale/en-sentences.ts';
import { fewest } from '../mark-of.ts';
import { calledIn } from '../subject.ts';
import { isAdditive, isShare } from '../target-of.ts';
import { number, type StatementKind } from './statement-kind.ts';

/** Where the running period stands: of a share only what could be decided, as counts while they are few, with what waits beside it. */
export const soFar: StatementKind = {
  kind: 'so far',
  facts({ running }) {
    if (!running || (running.value === null && running.waiting === 0)) return null;
    const { period, value, numerator, denominator, waiting } = running;
    return { period, value, numerator, denominator, waiting };
  },
  words(facts, subject) {
    const period = subject.running ? calledIn(subject, subject.running) : '';
    const waits = number(facts, 'waiting');
    if (facts['value'] === null) return onlyWaitingWords(period, waits);
    if (facts['value'] === 0 && isAdditive(subject.metric)) return nothingSoFarWords(period);
    if (isShare(subject.metric) && number(facts, 'denominator') < fewest)
      return fewSoFarWords(
        period,
        number(facts, 'numerator'),
        number(facts, 'denominator'),
        waits,
        isAboutTime(subject.metric.wordings[0]),
      );
    return soFarWords(period, subject.numbers.sentence(number(facts, 'value')), waits);
  },
  holds(facts, { series }) {
    const row = series.find(({ period, status }) => period === facts['period'] && status === 'so far');
    return (['value', 'numerator', 'denominator', 'waiting'] as const).every((name) => row?.[name] === facts[name]);
  },
};
