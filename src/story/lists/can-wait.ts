import { canWaitBrief, canWaitWords } from '../locale/en/review.ts';
import { number } from '../statements/statement-kind.ts';
import type { ListKind } from './list-kind.ts';

/** How many numbers ask for no decision: the list is theirs. */
export const canWait: ListKind = {
  kind: 'can wait',
  numbers: { others: 'count' },
  directions: () => [],
  facts: ({ numbers }) => (numbers.length > 0 ? { others: numbers.length } : null),
  words: (facts) => canWaitWords(number(facts, 'others')),
  brief: (facts) => canWaitBrief(number(facts, 'others')),
  holds: (facts, { numbers }) => facts['others'] === new Set(numbers.map(({ metric }) => metric.slug)).size,
};
