/** The page of words: its entries in order of the alphabet, and those that most numbers rest on. */
import { numbersRestOn, wordsAlone } from '../story/locale/en/vocabulary.ts';
import type { Figure, Term } from '../values/agreement.ts';
import type { Edition } from '../values/edition.ts';
import { entriesOf, type Entry } from './link-terms.ts';
import { restsOn } from './used-in.ts';

export interface VocabularyPage {
  /** How many numbers rest on how many words, without a full stop. */
  readonly title: string;
  readonly entries: readonly Entry[];
  /** The words that most numbers rest on, and how many those are. */
  readonly mostUsed: readonly { readonly entry: Entry; readonly numbers: number }[];
}

/** A longer list is the alphabet again. */
const mostListed = 6;

export function vocabularyPage({ agreement, catalogue, metrics }: Edition): VocabularyPage {
  const entries = entriesOf(agreement).toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  const resting = metrics.map(({ metric }) => restsOn(metric, { agreement, catalogue }).entries);
  const onSome = resting.filter((used) => used.size > 0).length;
  const used = [...agreement.terms, ...agreement.figures].map((entry: Term | Figure) => ({
    entry,
    numbers: resting.filter((all) => all.has(entry)).length,
  }));
  return {
    title: onSome === 0 ? wordsAlone(entries.length) : numbersRestOn(onSome, entries.length),
    entries,
    mostUsed: used
      .filter(({ numbers }) => numbers > 1)
      .toSorted((one, other) => other.numbers - one.numbers || one.entry.name.localeCompare(other.entry.name, 'en'))
      .slice(0, mostListed),
  };
}
