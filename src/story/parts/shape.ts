import type { Claim } from '../../values/statement.ts';
import type { PublishedValue } from '../../values/value.ts';
import { mostWords, wordsIn } from '../count-words.ts';
import { groupNoun, memberInText } from '../locale/en/parts.ts';
import type { Facts, StatementKind } from '../statements/statement-kind.ts';
import { number, text } from '../statements/statement-kind.ts';
import { claimOf, claimOfMember } from '../statements/claims.ts';
import type { Subject } from '../subject.ts';
import { styleOf, type Parts } from './breakdown-parts.ts';

/** One thing that the members of a breakdown can show. */
export interface Shape extends Pick<StatementKind, 'numbers' | 'directions'> {
  /** Null where the breakdown does not show it. */
  facts(subject: Subject, parts: Parts, dimension: string): Facts | null;
  /** From the fullest to the shortest. */
  words(facts: Facts, subject: Subject): readonly string[];
  briefs(facts: Facts, subject: Subject): readonly string[];
  /** `rows`: all members of the breakdown in the period. */
  holds(facts: Facts, rows: readonly PublishedValue[], subject: Subject): boolean;
}

/** The fullest that is short enough; the shortest where none is. */
export const fittingSentence = (said: readonly string[]): string =>
  said.find((one) => wordsIn(one) <= mostWords) ?? said.at(-1) ?? '';

/** How the member that a fact names is called in a sentence. */
export const calledMember = (facts: Facts, name: string, subject: Subject, again = false): string => {
  const dimension = text(facts, 'dimension');
  return memberInText(text(facts, name), dimension, styleOf(subject, dimension), again);
};

export const nounsOfGroup = (facts: Facts, subject: Subject) => {
  const dimension = text(facts, 'dimension');
  return groupNoun(dimension, styleOf(subject, dimension));
};

/** The row of the whole in the period that a fact names. */
export const wholeIn = ({ values }: Subject, period: string): PublishedValue | undefined =>
  values.find((row) => row.dimension === '' && row.period === period);

/** What the sentence says of the member that a fact names: its number. None where it names none. */
export function memberClaim(
  facts: Facts,
  subject: Subject,
  name: string,
  value = number(facts, `${name}Value`),
): readonly Claim[] {
  const member = facts[name];
  if (typeof member !== 'string') return [];
  const [period, dimension] = [text(facts, 'period'), text(facts, 'dimension')];
  return claimOfMember('value', subject, { period, dimension, member }, value);
}

export const wholeClaim = (facts: Facts, subject: Subject, name = 'whole'): readonly Claim[] =>
  claimOf('value', subject, facts['period'], number(facts, name));
