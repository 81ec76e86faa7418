import { offFacts } from '../statements/backed.ts';
import type { MarkWord } from '../../values/value.ts';
import { mostWords, wordsIn } from '../count-words.ts';
import { offBrief } from '../locale/en/lists.ts';
import { offTogetherWords } from '../locale/en/verdict.ts';
import { number } from '../statements/statement-kind.ts';
import type { ListKind, Listing } from './list-kind.ts';

const titled = ({ numbers }: Listing, mark: MarkWord) =>
  numbers.filter(({ finding }) => finding.mark.mark === mark).map(({ metric }) => metric.title);

/** Which promises are broken or slipping; how many, where their names would be too many. */
export const offTogether: ListKind = {
  kind: 'off',
  ...offFacts,
  facts(listing) {
    const [slipping, broken] = [titled(listing, 'slipping').length, titled(listing, 'broken').length];
    return slipping + broken > 0 ? { slipping, broken } : null;
  },
  words: (_, listing) =>
    offTogetherWords(
      {
        slipping: titled(listing, 'slipping'),
        broken: titled(listing, 'broken'),
        whose: listing.whose === 'these' ? 'these' : 'promises',
      },
      (words) => wordsIn(words) <= mostWords,
    ),
  brief: (facts) => offBrief(number(facts, 'slipping'), number(facts, 'broken')),
  holds(facts, { numbers }) {
    const counts = { slipping: 0, broken: 0, kept: 0, none: 0 };
    for (const { finding } of numbers) counts[finding.mark.mark] += 1;
    return facts['slipping'] === counts.slipping && facts['broken'] === counts.broken;
  },
};
