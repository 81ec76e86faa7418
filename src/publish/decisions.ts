/** What was decided, and what became of it, as pages tell it. */
import type { Ground } from '../story/check/ground.ts';
import { checkAgainst } from '../story/check/check-statement.ts';
import { doneWords, openWords, overdueWords, type Ask } from '../story/locale/en/agenda.ts';
import { outcomeWords, type Outcome } from '../story/locale/en/review.ts';
import { decided } from '../story/statements/decided.ts';
import { state } from '../story/statements/statement-kind.ts';
import type { Decision, Note } from '../values/note.ts';
import type { MetricEdition } from '../values/edition.ts';
import type { Day } from '../values/period.ts';
import type { Statement } from '../values/statement.ts';

export interface DecisionTold {
  readonly note: Note;
  readonly decision: Decision;
  /** What its expectation speaks of; null: it expects nothing, or of nothing that is counted. */
  readonly about: MetricEdition | null;
  readonly standing: 'done' | 'overdue' | 'open';
  /** `done on 28 September 2026`. */
  readonly stands: string;
  /** What was expected beside what came; null: nothing was expected, or it can't be proved. */
  readonly says: Statement | null;
  readonly outcome: Outcome | null;
  /** `As expected`; '' where nothing was expected. */
  readonly outcomeWord: string;
  readonly ask: Ask;
}

/** A note as a decision seen from a day; null: it is none. */
export function decisionTold(
  note: Note,
  { metrics, ground, today }: { metrics: readonly MetricEdition[]; ground: Ground | null; today: Day },
): DecisionTold | null {
  const { decision } = note;
  if (!decision) return null;
  const about = metrics.find(({ metric }) => metric.slug === decision.expects?.metric) ?? null;
  const subject = about && ground?.about(about.metric.slug)?.subject;
  const said = subject ? state(decided, subject, note.slug) : null;
  const says = said && ground && checkAgainst(said, ground).length === 0 ? said : null;
  const outcome = says ? (says.facts['outcome'] as Outcome) : decision.expects ? 'unknown' : null;
  const standing = decision.done !== null ? 'done' : decision.due < today ? 'overdue' : 'open';
  return {
    note,
    decision,
    about,
    standing,
    stands: standsWords(decision, standing),
    says,
    outcome,
    outcomeWord: outcome === null ? '' : outcomeWords[outcome],
    ask: standing === 'done' ? (outcome ?? 'done') : standing,
  };
}

function standsWords({ due, done }: Decision, standing: DecisionTold['standing']): string {
  if (done !== null) return doneWords(done);
  return standing === 'overdue' ? overdueWords(due) : openWords(due);
}

const order: readonly Ask[] = ['overdue', 'not met', 'met', 'done', 'few', 'unknown', 'early', 'open'];

/** What asks for most comes first; the oldest among equals. */
export const askingFirst = (decisions: readonly DecisionTold[]): DecisionTold[] =>
  decisions.toSorted(
    (one, other) => order.indexOf(one.ask) - order.indexOf(other.ask) || (one.note.on < other.note.on ? -1 : 1),
  );
