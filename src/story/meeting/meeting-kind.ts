import type { Statement } from '../../values/statement.ts';
import { atAllLengths, type Facts, type OwnFacts } from '../statements/statement-kind.ts';
import type { Meeting } from './meeting.ts';

/** What sentences about the meeting of both teams count as being about. */
export const theReview = 'review';

/** One kind of sentence about a meeting. `holds` works its facts out again. */
export interface MeetingKind extends OwnFacts<Meeting> {
  readonly kind: string;
  facts(meeting: Meeting): Facts;
  words(facts: Facts): string;
  /** At most nine words, without a full stop. */
  brief(facts: Facts): string;
  holds(facts: Facts, meeting: Meeting): boolean;
}

/** The sentence of a kind about a meeting. */
export function sayOf(kind: MeetingKind, meeting: Meeting): Statement {
  const facts = kind.facts(meeting);
  const said = { kind: kind.kind, subject: theReview, facts, words: kind.words(facts) };
  return atAllLengths(said, kind.brief(facts), '');
}
