import { agendaBrief, agendaWords } from '../locale/en/review.ts';
import { number, type Facts } from '../statements/statement-kind.ts';
import type { MeetingKind } from './meeting-kind.ts';

const countsOf = (facts: Facts) => ({
  decisions: number(facts, 'decisions'),
  turned: number(facts, 'turned'),
  changed: number(facts, 'changed'),
  open: number(facts, 'open'),
});
const points = (facts: Facts) => Object.values(countsOf(facts)).reduce((sum, count) => sum + count, 0);

/** How much there is to go through. */
export const agenda: MeetingKind = {
  kind: 'agenda',
  numbers: { decisions: 'count', turned: 'count', changed: 'count', open: 'count' },
  counts: (facts) => [points(facts)],
  directions: (facts) => (points(facts) === 0 ? ['none'] : []),
  facts: ({ decisions, turned, changed, open }) => ({ decisions, turned, changed, open }),
  words: (facts) => agendaWords(countsOf(facts)),
  brief: (facts) => agendaBrief(countsOf(facts)),
  holds: (facts, meeting) =>
    (['decisions', 'turned', 'changed', 'open'] as const).every((part) => facts[part] === meeting[part]),
};
