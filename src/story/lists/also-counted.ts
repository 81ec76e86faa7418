import { alsoCountedBrief, alsoCountedWords } from '../locale/en/lists.ts';
import { number } from '../statements/statement-kind.ts';
import type { ListKind } from './list-kind.ts';

/** How many numbers a page leaves out: the list is theirs. */
export const alsoCounted: ListKind = {
  kind: 'also counted',
  numbers: { others: 'count' },
  directions: () => ['others'],
  facts: ({ numbers }) => (numbers.length > 0 ? { others: numbers.length } : null),
  words: (facts) => alsoCountedWords(number(facts, 'others')),
  brief: (facts) => alsoCountedBrief(number(facts, 'others')),
  holds: (facts, { numbers }) => facts['others'] === new Set(numbers.map(({ metric }) => metric.slug)).size,
};
