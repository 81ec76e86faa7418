import { briefest } from '../count-words.ts';
import { undatedBrief } from '../locale/en/briefs.ts';
import { counted } from '../locale/en/forms.ts';
import { undatedWords } from '../locale/en/beside.ts';
import { nounsOf } from '../subject.ts';
import { number, type StatementKind } from './statement-kind.ts';

/** How many records have no date, and so stand in no period. */
export const undated: StatementKind = {
  kind: 'undated',
  numbers: { records: 'count' },
  directions: () => [],
  facts: (subject) => (subject.undated && subject.undated.records > 0 ? { records: subject.undated.records } : null),
  words(facts, subject) {
    const { one, many } = nounsOf(subject);
    const records = number(facts, 'records');
    return undatedWords(counted(records, one, many), records === 1, subject.latest?.grain ?? 'month');
  },
  brief: (facts) => briefest(undatedBrief(number(facts, 'records'))),
  holds: (facts, subject) => facts['records'] === subject.undated?.records && number(facts, 'records') > 0,
  claims: () => [],
};
