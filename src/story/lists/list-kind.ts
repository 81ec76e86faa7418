/** Sentences about several numbers together: those of a page, of a team, of a topic. */
import type { Metric } from '../../values/agreement.ts';
import type { Finding, Statement } from '../../values/statement.ts';
import type { CohortStage } from '../cohorts.ts';
import { mostWords, wordsIn } from '../count-words.ts';
import { atAllLengths, type Facts, type OwnFacts } from '../statements/statement-kind.ts';
import type { Risk } from './at-risk.ts';
import type { Change } from '../trends/change-of.ts';

/** A number of a list: what was found of it, and what its row says of its change. */
export interface Listed {
  readonly metric: Metric;
  readonly finding: Finding;
  readonly change: Change;
}

export interface Listing {
  /** What the sentences are about: `all`, a team's slug, a topic. */
  readonly subject: string;
  /** Whose numbers they are: everyone's, those that a team answers for, or these here. */
  readonly whose: 'all' | 'team' | 'these';
  /** The team's name in a sentence; '' where they are no team's. */
  readonly team: string;
  readonly numbers: readonly Listed[];
  /** The stages of the funnel that follow one cohort, where there are any among them. */
  readonly stages?: readonly CohortStage[];
  /** Those that say which of their records are at risk, in the order in which they are told. */
  readonly risks?: readonly Risk[];
}

/** One kind of sentence about a list. `about`: which of several that a kind says. `holds` counts again, from the findings alone. */
export interface ListKind extends OwnFacts<Listing> {
  readonly kind: string;
  facts(listing: Listing, about?: string): Facts | null;
  words(facts: Facts, listing: Listing): string;
  /** At most nine words, without a full stop. */
  brief(facts: Facts, listing: Listing): string;
  holds(facts: Facts, listing: Listing): boolean;
}

/** The sentence of a kind about a list; null where there is nothing to say. */
export function stateOf(kind: ListKind, listing: Listing, about?: string): Statement | null {
  const facts = kind.facts(listing, about);
  if (!facts) return null;
  const words = kind.words(facts, listing);
  if (wordsIn(words) > mostWords) return null;
  return atAllLengths({ kind: kind.kind, subject: listing.subject, facts, words }, kind.brief(facts, listing), '');
}

/** Whether a finding's own sentence claims a change: what a list says of it may claim no other. */
export const claimed = ({ finding: { signal } }: Listed): boolean =>
  signal?.facts['says'] === 'outside' || signal?.facts['says'] === 'run';
