import { restatementWords } from '../locale/en/beside.ts';
import { calledIn, levelsOf } from '../subject.ts';
import { number, text, type StatementKind } from './statement-kind.ts';

/** Two numbers that differ by less are one: what a file keeps of it. */
const hair = 1e-9;

/** What a period came to when it closed, where its number is another today. */
export const restatement: StatementKind = {
  kind: 'restatement',
  facts({ latest, markToday }) {
    const closed = latest?.fixed;
    if (!latest || !closed || closed.value === null || latest.value === null) return null;
    if (Math.abs(closed.value - latest.value) <= hair * Math.max(1, Math.abs(closed.value))) return null;
    return {
      period: latest.period,
      before: closed.value,
      today: latest.value,
      mark: closed.mark.mark,
      same: closed.mark.mark === markToday.mark,
    };
  },
  words(facts, subject) {
    const [before, today] = [number(facts, 'before'), number(facts, 'today')];
    const levels = levelsOf(subject);
    return restatementWords({
      period: subject.latest ? calledIn(subject, subject.latest) : '',
      before: subject.numbers.sentence(before, [...levels, today]),
      today: subject.numbers.sentence(today, [...levels, before]),
      mark: facts['same'] === true ? null : (subject.latest?.fixed?.mark.mark ?? 'none'),
    });
  },
  holds: (facts, { series }) =>
    series.some(
      ({ period, value, fixed }) =>
        period === text(facts, 'period') &&
        value === facts['today'] &&
        fixed !== null &&
        fixed.value === facts['before'] &&
        fixed.mark.mark === facts['mark'] &&
        facts['before'] !== facts['today'],
    ),
};
