import type { MarkWord } from '../../values/value.ts';
import { briefest } from '../count-words.ts';
import { turnedBriefs, turnedWords, type Turned } from '../locale/en/since.ts';
import { calledIn, type Subject } from '../subject.ts';
import { marked } from './backed.ts';
import { claimOf } from './claims.ts';
import { overThen, sameCount } from './since-then.ts';
import { text, type Facts, type StatementKind } from './statement-kind.ts';

const called = (period: unknown, subject: Subject): string => {
  const row = subject.series.find((one) => one.period === period);
  return row ? calledIn(subject, row) : '';
};

const turned = (facts: Facts, subject: Subject): Turned => ({
  title: subject.metric.title,
  day: text(facts, 'day'),
  earlier: called(facts['earlier'], subject),
  before: text(facts, 'before') as MarkWord,
  now: called(facts['period'], subject),
  mark: text(facts, 'mark') as MarkWord,
});

/** The newest mark, where another one stood the last time: of the period before, or of this one when nobody could judge it yet. */
export const sinceMark: StatementKind = {
  kind: 'since mark',
  numbers: {},
  directions: ({ before, mark }) => [...marked(before), ...marked(mark)],
  facts(subject) {
    const { before, latest, mark } = subject;
    const then = overThen(subject);
    if (!before || !then || !latest || mark.mark === 'none' || then.mark.mark === mark.mark) return null;
    if (!sameCount(subject) || called(then.period, subject) === '') return null;
    return { day: before.day, earlier: then.period, before: then.mark.mark, period: latest.period, mark: mark.mark };
  },
  words: (facts, subject) => turnedWords(turned(facts, subject)),
  brief: (facts, subject) => briefest(turnedBriefs(turned(facts, subject))),
  holds(facts, { before, values, metric, mark }) {
    const own = before?.rows.filter(({ period, state }) => period === facts['earlier'] && state === 'over') ?? [];
    const [then] = own;
    return (
      then !== undefined &&
      own.length === 1 &&
      then.day === facts['day'] &&
      then.mark.mark === facts['before'] &&
      then.seal === metric.seal &&
      facts['before'] !== facts['mark'] &&
      mark.mark === facts['mark'] &&
      values.some((row) => row.dimension === '' && row.period === facts['period'] && row.mark.mark === facts['mark'])
    );
  },
  claims: (facts, subject) => claimOf('mark', subject, facts['period'], facts['mark'] ?? null),
};
