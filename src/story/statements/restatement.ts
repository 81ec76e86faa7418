import { marked } from './backed.ts';
import { briefest } from '../count-words.ts';
import { restatementBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import { restatementWords } from '../locale/en/beside.ts';
import { markOf } from '../mark-of.ts';
import type { PublishedValue } from '../../values/value.ts';
import { calledIn, levelsOf, type Subject } from '../subject.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';

/** Two numbers that differ by less are one: what a file keeps of it. */
const hair = 1e-9;

/** Both numbers as they are said, so that they are seen to differ. */
function both(facts: Facts, subject: Subject, length: 'sentence' | 'short') {
  const [before, today] = [number(facts, 'before'), number(facts, 'today')];
  const [levels, say] = [levelsOf(subject), subject.numbers[length]];
  return { before: say(before, [...levels, today]), today: say(today, [...levels, before]) };
}

const rowIn = ({ series }: Subject, period: unknown) => series.find((row) => row.period === period);

/** The mark that it keeps; null where today's number has the same. */
const otherMark = (facts: Facts, subject: Subject) =>
  facts['same'] === true ? null : (rowIn(subject, facts['period'])?.fixed?.mark.mark ?? 'none');

/** Whether a period came to another number when it closed than it does today. */
export const isRestated = ({ fixed, value }: PublishedValue): boolean =>
  typeof fixed?.value === 'number' &&
  value !== null &&
  Math.abs(fixed.value - value) > hair * Math.max(1, Math.abs(fixed.value));

/** What a period came to when it closed, where its number is another today: the newest period, or that of the name `about`. */
export const restatement: StatementKind = {
  kind: 'restatement',
  numbers: { before: 'own', today: 'own' },
  directions: ({ mark, same }) => (same === true ? [] : marked(mark)),
  facts(subject, about) {
    const row = about === undefined ? subject.latest : (rowIn(subject, about) ?? null);
    const closed = row?.fixed;
    if (!row || !closed || !isRestated(row)) return null;
    return {
      period: row.period,
      before: closed.value,
      today: row.value,
      mark: closed.mark.mark,
      same: closed.mark.mark === markOf(subject.metric, row).mark,
    };
  },
  words(facts, subject) {
    const row = rowIn(subject, facts['period']);
    const period = row ? calledIn(subject, row) : '';
    return restatementWords({ period, mark: otherMark(facts, subject), ...both(facts, subject, 'sentence') });
  },
  brief: (facts, subject) =>
    briefest(
      restatementBrief(otherMark(facts, subject), both(facts, subject, 'sentence'), both(facts, subject, 'short')),
    ),
  holds: (facts, { series, metric }) =>
    series.some(
      (row) =>
        row.period === text(facts, 'period') &&
        row.value === facts['today'] &&
        row.fixed !== null &&
        row.fixed.value === facts['before'] &&
        row.fixed.mark.mark === facts['mark'] &&
        facts['same'] === (markOf(metric, row).mark === facts['mark']) &&
        facts['before'] !== facts['today'],
    ),
  claims: (facts, subject) => [
    ...claimOf('value', subject, facts['period'], facts['today'] ?? null),
    ...claimOf('closed', subject, facts['period'], true),
    ...claimOf('mark', subject, facts['period'], facts['mark'] ?? null),
  ],
};
