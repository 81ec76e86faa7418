import { briefest } from '../count-words.ts';
import { reviewBrief } from '../locale/en/briefs.ts';
import { reviewWords } from '../locale/en/beside.ts';
import { text, type StatementKind } from './statement-kind.ts';

/** That the day on which the agreement was to be looked at again has passed. */
export const review: StatementKind = {
  kind: 'review',
  numbers: {},
  directions: () => [],
  facts: ({ metric, today }) =>
    metric.reviewBy !== null && metric.reviewBy < today ? { reviewBy: metric.reviewBy } : null,
  words: (facts) => reviewWords(text(facts, 'reviewBy')),
  brief: (facts) => briefest(reviewBrief(text(facts, 'reviewBy'))),
  holds: (facts, { metric, today }) => facts['reviewBy'] === metric.reviewBy && text(facts, 'reviewBy') < today,
  claims: () => [],
};
