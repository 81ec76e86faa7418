/** The agenda of the next review: what was decided and what came, what turned, what really changed, and what the agreement asks. */
import { checkMeetingStatement } from '../story/check/check-meeting.ts';
import { groundOf } from '../story/check/ground.ts';
import { canWait } from '../story/lists/can-wait.ts';
import { agenda } from '../story/meeting/agenda.ts';
import { lastReview, type Meeting } from '../story/meeting/meeting.ts';
import { sayOf, type MeetingKind } from '../story/meeting/meeting-kind.ts';
import { reviewDue } from '../story/meeting/review-due.ts';
import { localDay } from '../story/subject.ts';
import type { Note } from '../values/note.ts';
import type { Edition } from '../values/edition.ts';
import type { Day } from '../values/period.ts';
import type { Statement } from '../values/statement.ts';
import {
  changesOf,
  openPoints,
  saidOfNumbers,
  turnsOf,
  type AgendaItem,
  type Changed,
  type Looked,
  type Looking,
  type Turned,
} from './agenda-items.ts';
import { closingDay } from './closing.ts';
import { askingFirst, decisionTold, type DecisionTold } from './decisions.ts';
import { materialOf } from './materials.ts';
import { knownBefore } from './since-review.ts';

export interface ReviewPage extends Turned, Changed {
  /** When the next review is due, or since when it is overdue. */
  readonly title: Statement;
  readonly agenda: Statement;
  /** The newest minutes; null: no review has been noted. */
  readonly last: Note | null;
  readonly decisions: readonly DecisionTold[];
  /** Consequences that were agreed, signatures that are missing, definitions to be looked at again. */
  readonly open: readonly AgendaItem[];
  readonly rest: Statement | null;
}

/** What a review has before it, seen from the day of the data. */
export function reviewPage(edition: Edition): ReviewPage {
  const { agreement, ledger } = edition;
  const today = localDay(edition.asOf, agreement.company.timeZone);
  const last = lastReview(agreement, today);
  const ground = groundOf(edition.metrics.map((one) => materialOf(edition, one)));
  const numbers = edition.metrics.flatMap((one): Looked[] => {
    const subject = ground?.about(one.metric.slug)?.subject;
    return subject ? [{ one, subject }] : [];
  });
  const looking = { edition, ground, knownThen: knownBefore(last?.on ?? null, agreement, ledger), last, numbers };
  const decisions = decisionsOf(looking, today);
  const turns = turnsOf(looking);
  const changes = changesOf(looking);
  const open = openPoints(looking);
  const counts = {
    decisions: decisions.length,
    turned: turns.turned.length,
    changed: changes.changed.length,
    open: open.length,
  };
  const meeting: Meeting = { agreement, today, ...counts };
  const named = new Set([
    ...[...turns.turned, ...turns.back, ...changes.changed, ...open].map(({ one }) => one),
    ...turns.stillOff.metrics,
    ...changes.stillChanged,
    ...decisions.flatMap(({ about }) => about ?? []),
  ]);
  const rest = numbers.filter(({ one }) => !named.has(one));
  return {
    title: told(reviewDue, meeting),
    agenda: told(agenda, meeting),
    last,
    decisions,
    ...turns,
    ...changes,
    open,
    rest: saidOfNumbers(looking, rest, canWait),
  };
}

/** Of a meeting everything is always said: a sentence that its check finds wrong is a fault of ours, and stops the build. */
function told(kind: MeetingKind, meeting: Meeting): Statement {
  const statement = sayOf(kind, meeting);
  const [wrong] = checkMeetingStatement(statement, meeting);
  if (wrong !== undefined) throw new Error(wrong);
  return statement;
}

/** What was decided by then and is not settled: done, and known to have come or not, when the last review was held. */
function decisionsOf({ edition, ground, last }: Looking, today: Day): DecisionTold[] {
  const { agreement, metrics } = edition;
  const isSettled = ({ decision }: Note): boolean => {
    if (!last || !decision || decision.done === null || decision.done >= last.on) return false;
    const known = decision.expects && closingDay(agreement, decision.expects.period.to);
    return decision.expects === null || (known !== null && known < last.on);
  };
  const noted = agreement.notes.filter((note) => note.on <= today && !isSettled(note));
  return askingFirst(noted.flatMap((note) => decisionTold(note, { metrics, ground, today }) ?? []));
}
