import { mostWords, wordsIn } from '../count-words.ts';
import { changedManyBrief, changedManyWords, changedOnes } from '../locale/en/lists.ts';
import { number } from '../statements/statement-kind.ts';
import { claimed, type Listed, type ListKind, type Listing } from './list-kind.ts';

/** For which way a change can be: `worse` comes first. */
export const ways = ['worse', 'better', 'neither'] as const;

const betters = { worse: false, better: true, neither: null } as const;
const wayOf = (about: unknown) => ways.find((way) => way === about) ?? 'neither';
const titles = (numbers: readonly Listed[]) => numbers.map(({ metric }) => metric.title);

const changedThat = ({ numbers }: Listing, way: (typeof ways)[number]): Listed[] =>
  numbers.filter(({ change }) => change.kind === 'real' && change.better === betters[way]);

/** Which numbers really changed for the better, for the worse, or neither way; how many, where their names would be too many. */
export const changedNumbers: ListKind = {
  kind: 'numbers changed so',
  numbers: { count: 'count' },
  directions: ({ way }) => [way === 'worse' || way === 'better' ? way : 'neither better nor worse'],
  facts(listing, about) {
    const way = wayOf(about);
    const named = changedThat(listing, way);
    return named.length > 0 ? { way, count: named.length, titles: titles(named).join('; ') } : null;
  },
  words(facts, listing) {
    const way = wayOf(facts['way']);
    const whole = changedOnes(betters[way], titles(changedThat(listing, way)));
    return wordsIn(whole) > mostWords ? changedManyWords(betters[way], number(facts, 'count')) : whole;
  },
  brief: (facts) => changedManyBrief(betters[wayOf(facts['way'])], number(facts, 'count')),
  holds(facts, { numbers }) {
    const better = betters[wayOf(facts['way'])];
    const those = numbers.filter((one) => claimed(one) && (one.finding.signal?.facts['better'] ?? null) === better);
    return facts['count'] === those.length && facts['titles'] === titles(those).join('; ');
  },
};
