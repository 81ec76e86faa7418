import { marksCountedBrief, marksCountedWords, type MarksCounted } from '../locale/en/promises.ts';
import { countMarks, recordRows } from '../promise-record.ts';
import { allOrNone, when } from './backed.ts';
import { claimOf } from './claims.ts';
import { number, type Facts, type StatementKind } from './statement-kind.ts';

const countsOf = (facts: Facts): MarksCounted => ({
  periods: number(facts, 'periods'),
  kept: number(facts, 'kept'),
  slipping: number(facts, 'slipping'),
  broken: number(facts, 'broken'),
  none: number(facts, 'none'),
});

/** A promise's record: how many of the newest periods that are over it was kept in, slipping, broken, and without a mark. */
export const marksCounted: StatementKind = {
  kind: 'marks counted',
  numbers: { periods: 'count', kept: 'count', slipping: 'count', broken: 'count', none: 'count' },
  directions: (facts) => [
    'kept',
    ...allOrNone(facts['kept'], facts['periods']),
    ...when(number(facts, 'slipping') > 0, 'slipping'),
    ...when(number(facts, 'broken') > 0, 'broken'),
  ],
  facts(subject) {
    const rows = recordRows(subject);
    const last = rows.at(-1);
    if (!last || !subject.metric.promise) return null;
    return { until: last.period, ...countMarks(rows) };
  },
  words: (facts, { latest }) => marksCountedWords(countsOf(facts), latest?.grain ?? 'month'),
  brief: (facts, { latest }) => marksCountedBrief(countsOf(facts), latest?.grain ?? 'month'),
  // Counted backwards, mark by mark, until as many periods are seen as are told of.
  holds(facts, { series, latest }) {
    const left = { ...countsOf(facts) };
    for (const row of series.toReversed()) {
      if ((latest && row.from > latest.from) || left.periods === 0) continue;
      left.periods -= 1;
      left[row.mark.mark] -= 1;
    }
    const { kept, slipping, broken, none, periods } = left;
    return facts['until'] === latest?.period && [kept, slipping, broken, none, periods].every((count) => count === 0);
  },
  claims: (facts, subject) =>
    facts['kept'] === facts['periods'] ? claimOf('mark', subject, facts['until'], 'kept') : [],
};
