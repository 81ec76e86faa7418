import type { Claim, Fact, Statement } from '../../values/statement.ts';
import { mostWords, wordsIn } from '../count-words.ts';
import { capital } from '../locale/en/forms.ts';
import type { Direction } from '../locale/en/reading.ts';
import type { Subject } from '../subject.ts';

export type Facts = Readonly<Record<string, Fact>>;

/**
 * What a number among the facts is a number of: of the metric's `own` unit; `apart`, between two of these; a `count`, whatever the metric is
 * counted in; a `part` from 0 to 1, said in percent; `times` as much; `of share`: the records or the amount that a share is made of.
 */
export type NumberOf = 'own' | 'apart' | 'count' | 'part' | 'times' | 'of share';

/** What a kind answers of its own facts, so that whoever reads what is said of them need not know the kind. */
export interface OwnFacts<About> {
  /** The facts whose numbers may be said: no other one may. A name that ends in `: ` stands for all that begin so. */
  readonly numbers: Readonly<Record<string, NumberOf>>;
  /** The facts that its words hold as the records or the agreement have them; of a name that ends in `: `, what stands after it. */
  readonly names?: readonly string[];
  /** What its words count that is no fact by itself, as a sum of two is none. */
  counts?(facts: Facts, about: About): readonly number[];
  /** The directions that these facts back: no word may claim another one. */
  directions(facts: Facts): readonly Direction[];
}

/**
 * One kind of sentence about a metric. `facts` finds what it claims, or null where there is nothing to say; `words` says just
 * these facts; `holds` works them out again from the values by another way, for the checker.
 */
export interface StatementKind extends OwnFacts<Subject> {
  readonly kind: string;
  /** `about`: of which breakdown, or beside which other metric; it is then among the facts. */
  facts(subject: Subject, about?: string): Facts | null;
  words(facts: Facts, subject: Subject): string;
  /** At most nine words, where the metric's name stands beside them: `briefest` of several. */
  brief(facts: Facts, subject: Subject): string;
  holds(facts: Facts, subject: Subject): boolean;
  /** What no other sentence on the page may say otherwise, by the names of claims.ts. */
  claims(facts: Facts, subject: Subject): readonly Claim[];
}

/** A page's title may have so many characters. */
export const longestHeadline = 90;

const withoutStop = (words: string): string => words.replace(/\.$/u, '');

/** A statement at all its lengths. `named`: the metric's title, which a headline begins with where the whole sentence is too long for one and there is room; '' for none. */
export function atAllLengths(
  said: Pick<Statement, 'kind' | 'subject' | 'facts' | 'words'>,
  brief: string,
  named: string,
): Statement {
  const lengths = [withoutStop(said.words), ...(named ? [`${named}: ${brief}`] : []), capital(brief)];
  const headline = lengths.find((words) => words.length <= longestHeadline) ?? capital(brief);
  return { ...said, headline, brief };
}

/** The sentence of a kind about a subject, or null where it has nothing to say, or could not say it briefly. */
export function state(kind: StatementKind, subject: Subject, about?: string): Statement | null {
  const facts = kind.facts(subject, about);
  if (!facts) return null;
  const words = kind.words(facts, subject);
  if (wordsIn(words) > mostWords) return null;
  const brief = kind.brief(facts, subject);
  const { slug, title } = subject.metric;
  return atAllLengths({ kind: kind.kind, subject: slug, facts, words }, brief, title);
}

export const number = (facts: Facts, name: string): number => {
  const fact = facts[name];
  return typeof fact === 'number' ? fact : Number.NaN;
};

export const text = (facts: Facts, name: string): string => String(facts[name] ?? '');
