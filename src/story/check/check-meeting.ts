import type { Statement } from '../../values/statement.ts';
import { capital } from '../locale/en/forms.ts';
import { agenda } from '../meeting/agenda.ts';
import type { Meeting } from '../meeting/meeting.ts';
import type { MeetingKind } from '../meeting/meeting-kind.ts';
import { reviewDue } from '../meeting/review-due.ts';
import { countsIn } from './fact-quantities.ts';
import { dayNames } from './fact-times.ts';
import { againstTeams, explaining } from './form.ts';
import { ownWordsOfList } from './own-words.ts';
import { readStatement, type Held } from './read-statement.ts';

/** Every kind of sentence about a meeting: adding one is its file and its line. */
export const meetingKinds: readonly MeetingKind[] = [reviewDue, agenda];

/** What is wrong with a sentence about a review: its facts are worked out again, its words made again, and read as a reader would. Empty: it is true. */
export function checkMeetingStatement(statement: Statement, meeting: Meeting): string[] {
  const kind = meetingKinds.find((one) => one.kind === statement.kind);
  if (!kind) return [`${statement.kind}: nobody knows this kind of a review`];
  const { facts, words, headline, brief } = statement;
  const { agreement } = meeting;
  const days = Object.values(facts).flatMap((fact) => (typeof fact === 'string' ? dayNames(fact) : []));
  const held: Held = {
    kind,
    quantities: countsIn(facts, kind, meeting),
    currency: agreement.company.currency,
    own: { ...ownWordsOfList(agreement, ''), times: () => days },
    against: againstTeams(agreement),
    explains: explaining(agreement),
    longestName: 0,
  };
  const wrong = [
    ...(kind.holds(facts, meeting) ? [] : ['its facts do not hold']),
    ...(kind.words(facts) === words ? [] : ['its words do not say its facts']),
    ...(kind.brief(facts) === brief ? [] : ['its brief does not say its facts']),
    ...([words.replace(/\.$/u, ''), capital(brief)].includes(headline) ? [] : ['its headline says something else']),
    ...readStatement(statement, held),
  ];
  return wrong.map((why) => `${kind.kind}: ${why}: ${words}`);
}
