import { when } from '../statements/backed.ts';
import { changedBrief, changedHere, changedTitle, teamTitle } from '../locale/en/lists.ts';
import { number } from '../statements/statement-kind.ts';
import { claimed, type ListKind } from './list-kind.ts';

/** How many of the numbers really changed. */
export const changed: ListKind = {
  kind: 'numbers changed',
  numbers: { changed: 'count', all: 'count' },
  directions: ({ changed: some, all }) => [
    ...(some === 0 ? (['none changed'] as const) : (['changed'] as const)),
    ...when(some === all, some === 0 ? 'none' : 'all'),
  ],
  facts: ({ numbers, whose }) => ({
    whose,
    changed: numbers.filter(({ change }) => change.kind === 'real').length,
    all: numbers.length,
  }),
  words(facts, { whose, team }) {
    const [some, all] = [number(facts, 'changed'), number(facts, 'all')];
    if (whose === 'team') return teamTitle(some, all, team);
    return whose === 'all' ? changedTitle(some, all) : changedHere(some, all);
  },
  brief: (facts) => changedBrief(number(facts, 'changed'), number(facts, 'all')),
  holds: (facts, { numbers }) =>
    facts['all'] === numbers.length &&
    facts['changed'] === numbers.reduce((sum, one) => sum + (claimed(one) ? 1 : 0), 0),
};
