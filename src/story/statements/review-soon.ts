import { Temporal } from 'temporal-polyfill';
import { briefest } from '../count-words.ts';
import { reviewSoonBrief, reviewSoonWords } from '../locale/en/review.ts';
import { text, type StatementKind } from './statement-kind.ts';

/** So far ahead a definition's review is told of before it is due. */
const ahead = { months: 1 };

/** That a definition is to be looked at again within the next month. */
export const reviewSoon: StatementKind = {
  kind: 'review soon',
  numbers: {},
  directions: () => [],
  facts({ metric: { reviewBy }, today }) {
    const until = Temporal.PlainDate.from(today).add(ahead).toString();
    return reviewBy !== null && today <= reviewBy && reviewBy <= until ? { reviewBy } : null;
  },
  words: (facts) => reviewSoonWords(text(facts, 'reviewBy')),
  brief: (facts) => briefest(reviewSoonBrief(text(facts, 'reviewBy'))),
  holds(facts, { metric, today }) {
    const by = Temporal.PlainDate.from(text(facts, 'reviewBy'));
    const first = by.subtract(ahead).toString();
    return facts['reviewBy'] === metric.reviewBy && first <= today && today <= by.toString();
  },
  claims: () => [],
};
