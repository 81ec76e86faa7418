/** What statements are held against: the values that an edition was made from, read once for all of them. */
import type { Agreement } from '../../values/agreement.ts';
import type { Verdict } from '../../values/statement.ts';
import { subjectOf, type Material, type Subject } from '../subject.ts';
import { headlinePromises, verdictOf } from '../verdict-of.ts';
import { againstTeams, explaining } from './form.ts';
import { ownWordsOf, sharedWords, type OwnWords } from './own-words.ts';

/** One metric: its values as sentences see them, and the words that are its own. */
export interface Known {
  readonly subject: Subject;
  readonly own: OwnWords;
}

export interface Ground {
  readonly agreement: Agreement;
  /** By slug; null where no such metric is counted. */
  about(slug: string): Known | null;
  /** The marks of the promises on the headline page, in their order, and what is said of all of them, made again. */
  promises(): readonly Subject[];
  verdict(): Verdict;
  /** What explains abbreviations, as one text. */
  readonly explains: string;
  /** What holds one team against another. */
  readonly against: RegExp | null;
  /** The longest name that a headline may have to hold. */
  readonly longestName: number;
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | null = null;
  return () => (made ??= { it: make() }).it;
};

/** `materials`: of all metrics of the edition; null where there are none. */
export function groundOf(materials: readonly Material[]): Ground | null {
  const [first] = materials;
  if (!first) return null;
  const { agreement } = first;
  const shared = once(() => sharedWords(agreement));
  const bySlug = new Map(materials.map((material) => [material.metric.slug, material]));
  return {
    agreement,
    about: lastOnes((slug) => {
      const material = bySlug.get(slug);
      return material ? knownOf(subjectOf(material), shared()) : null;
    }),
    promises: once(() => headlinePromises(materials)),
    verdict: once(() => verdictOf(materials)),
    explains: explaining(agreement),
    against: againstTeams(agreement),
    longestName: Math.max(...materials.map(({ metric }) => metric.title.length)) + headlineRest,
  };
}

/** So many metrics are remembered: statements come metric by metric, and an edition may have thousands. */
const mostRemembered = 32;

/** Makes each once, as long as it is among the last ones that were asked for. */
function lastOnes<T>(make: (slug: string) => T): (slug: string) => T {
  const known = new Map<string, T>();
  return (slug) => {
    const found = known.has(slug) ? (known.get(slug) as T) : make(slug);
    known.delete(slug);
    known.set(slug, found);
    const [oldest] = known.keys();
    if (known.size > mostRemembered && oldest !== undefined) known.delete(oldest);
    return found;
  };
}

/** Beside the longest name a headline still says a number and its period. */
const headlineRest = 40;

const knownOf = (subject: Subject, shared: RegExp | null): Known => ({ subject, own: ownWordsOf(subject, shared) });
