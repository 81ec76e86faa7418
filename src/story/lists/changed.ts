import { mostWords, wordsIn } from '../count-words.ts';
import { changedBrief, changedHere, changedTitle, teamTitle } from '../locale/en/lists.ts';
import { when } from '../statements/backed.ts';
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
    if (whose === 'all') return changedTitle(some, all);
    const ofTeam = whose === 'team' ? teamTitle(some, all, team) : '';
    // A team's name may be too long for a sentence: its page names it above.
    if (ofTeam && wordsIn(ofTeam) <= mostWords) return ofTeam;
    return all === 0 ? changedTitle(some, all) : changedHere(some, all);
  },
  brief: (facts) => changedBrief(number(facts, 'changed'), number(facts, 'all')),
  holds: (facts, { numbers }) =>
    facts['all'] === numbers.length &&
    facts['changed'] === numbers.reduce((sum, one) => sum + (claimed(one) ? 1 : 0), 0),
};
