import type { MarkWord, PublishedValue } from '../../values/value.ts';
import { briefest } from '../count-words.ts';
import { firstMarkBrief, firstMarkWords, turnedBrief, turnedWords } from '../locale/en/review.ts';
import { calledIn, type Subject } from '../subject.ts';
import { marked } from './backed.ts';
import { claimOf } from './claims.ts';
import { text, type Facts, type StatementKind } from './statement-kind.ts';

/** The newest period that has a mark. */
export const newestMarked = ({ series }: Pick<Subject, 'series'>): PublishedValue | null =>
  series.findLast(({ mark }) => mark.mark !== 'none') ?? null;

const rowIn = ({ series }: Subject, period: unknown) => series.find((row) => row.period === period);
const calledPeriod = (subject: Subject, period: unknown) => {
  const row = rowIn(subject, period);
  return row ? calledIn(subject, row) : '';
};
const marks = (facts: Facts) => [text(facts, 'mark') as MarkWord, text(facts, 'was') as MarkWord] as const;

/** The mark of the newest period that has one, beside that of an earlier one; `about`: that one's name, '' where there is none. */
export const turned: StatementKind = {
  kind: 'turned',
  numbers: {},
  directions: ({ mark, was }) => [...marked(mark), ...marked(was)],
  facts(subject, before = '') {
    const now = newestMarked(subject);
    const then = rowIn(subject, before);
    if (!now || now.mark.mark === then?.mark.mark) return null;
    return { period: now.period, mark: now.mark.mark, before: then?.period ?? null, was: then?.mark.mark ?? null };
  },
  words(facts, subject) {
    const [mark, was] = marks(facts);
    const period = calledPeriod(subject, facts['period']);
    return facts['before'] === null
      ? firstMarkWords(period, mark)
      : turnedWords(period, mark, calledPeriod(subject, facts['before']), was);
  },
  brief(facts) {
    const [mark, was] = marks(facts);
    return briefest(facts['before'] === null ? firstMarkBrief(mark) : turnedBrief(mark, was));
  },
  holds(facts, { series }) {
    const judged = series.filter(({ mark }) => mark.mark !== 'none').map((row) => [row.period, row.mark.mark] as const);
    const [period, mark] = judged.at(-1) ?? [];
    if (period !== facts['period'] || mark !== facts['mark']) return false;
    if (facts['before'] === null) return facts['was'] === null;
    return mark !== facts['was'] && judged.some(([name, was]) => name === facts['before'] && was === facts['was']);
  },
  claims: (facts, subject) => [
    ...claimOf('mark', subject, facts['period'], facts['mark'] ?? null),
    ...(typeof facts['before'] === 'string' ? claimOf('mark', subject, facts['before'], facts['was'] ?? null) : []),
  ],
};
