import type { Fact, Statement } from '../../values/statement.ts';
import { mostWords, wordsIn } from '../count-words.ts';
import type { Subject } from '../subject.ts';

export type Facts = Readonly<Record<string, Fact>>;

/**
 * One kind of sentence about a metric. `facts` finds what it claims, or null where there is nothing to say; `words` says just
 * these facts; `holds` works them out again from the values by another way, for the checker.
 */
export interface StatementKind {
  readonly kind: string;
  facts(subject: Subject): Facts | null;
  words(facts: Facts, subject: Subject): string;
  holds(facts: Facts, subject: Subject): boolean;
}

/** The sentence of a kind about a subject, or null where it has nothing to say, or could not say it briefly. */
export function state(kind: StatementKind, subject: Subject): Statement | null {
  const facts = kind.facts(subject);
  if (!facts) return null;
  const words = kind.words(facts, subject);
  return wordsIn(words) > mostWords ? null : { kind: kind.kind, subject: subject.metric.slug, facts, words };
}

export const number = (facts: Facts, name: string): number => {
  const fact = facts[name];
  return typeof fact === 'number' ? fact : Number.NaN;
};

export const text = (facts: Facts, name: string): string => String(facts[name] ?? '');
