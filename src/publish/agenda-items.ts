/** The points of a review's agenda that numbers bring up: what turned, what really changed, what the agreement asks. */
import { checkAgainst } from '../story/check/check-statement.ts';
import type { Ground } from '../story/check/ground.ts';
import type { ListKind } from '../story/lists/list-kind.ts';
import { offTogether } from '../story/lists/off-together.ts';
import type { Ask } from '../story/locale/en/agenda.ts';
import { missingSignatures } from '../story/mark-of.ts';
import { theReview } from '../story/meeting/meeting-kind.ts';
import { moveAgreed, moveSign } from '../story/statements/moves.ts';
import { review } from '../story/statements/review.ts';
import { reviewSoon } from '../story/statements/review-soon.ts';
import { claimsChange } from '../story/statements/signal.ts';
import { state, type StatementKind } from '../story/statements/statement-kind.ts';
import { turned } from '../story/statements/turned.ts';
import type { Subject } from '../story/subject.ts';
import { changeOf } from '../story/trends/change-of.ts';
import type { Metric } from '../values/agreement.ts';
import type { Note } from '../values/note.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import { teamName } from './headline.ts';
import { saidOfList } from './list-told.ts';
import { signalsAnew, turnOf, type KnownThen } from './since-review.ts';

/** One point about a number: what is said, who decides, and what is to be decided. */
export interface AgendaItem {
  /** Its anchor. */
  readonly id: string;
  readonly one: MetricEdition;
  readonly says: readonly Statement[];
  /** The names of the teams. */
  readonly who: readonly string[];
  readonly ask: Ask;
}

/** Numbers that a part of the agenda only names, in one sentence and by links. */
export interface Named {
  readonly says: Statement | null;
  readonly metrics: readonly MetricEdition[];
}

export interface Turned {
  /** Newly off, back to what was agreed, and off as before. */
  readonly turned: readonly AgendaItem[];
  readonly back: readonly AgendaItem[];
  readonly stillOff: Named;
}

export interface Changed {
  /** What signals anew, for the worse first; and what did so at the last review already. */
  readonly changed: readonly AgendaItem[];
  readonly stillChanged: readonly MetricEdition[];
}

/** A number, as sentences see it. */
export interface Looked {
  readonly one: MetricEdition;
  readonly subject: Subject;
}

/** What an agenda is made from. `last`: the newest minutes. */
export interface Looking {
  readonly edition: Edition;
  readonly ground: Ground | null;
  readonly knownThen: KnownThen;
  readonly last: Note | null;
  readonly numbers: readonly Looked[];
}

/** What a kind says of several numbers together; null where there is nothing to say. */
export function saidOfNumbers({ edition }: Looking, looked: readonly Looked[], kind: ListKind): Statement | null {
  const numbers = looked.map(({ one: { metric, finding }, subject }) => ({
    metric,
    finding,
    change: changeOf(finding, subject),
  }));
  return saidOfList(kind, { subject: theReview, whose: 'these', team: '', numbers }, edition.agreement);
}

const askers = ({ promise, answeredBy }: Metric) => promise?.by ?? answeredBy;

/** What can be proved of what a kind says. */
function proved(looking: Looking, { subject }: Looked, kind: StatementKind, about?: string): Statement[] {
  const said = state(kind, subject, about);
  return said && looking.ground && checkAgainst(said, looking.ground).length === 0 ? [said] : [];
}

function itemOf(
  { edition }: Looking,
  { one }: Looked,
  {
    part,
    says,
    ask,
    who = askers(one.metric),
  }: { part: string; says: readonly Statement[]; ask: Ask; who?: readonly string[] },
): AgendaItem {
  const names = who.map((team) => teamName(team, edition.agreement.teams));
  return { id: `${part}-${one.metric.slug}`, one, says, who: names, ask };
}

/** Numbers whose newest mark is another than the one that was known at the last review. */
export function turnsOf(looking: Looking): Turned {
  const { knownThen, last } = looking;
  const turns = looking.numbers.map((looked) => ({ looked, turn: turnOf(looked.subject, knownThen, last !== null) }));
  const ofHow = (how: 'off' | 'back', part: string, ask: Ask) =>
    turns.flatMap(({ looked, turn }): AgendaItem[] => {
      if (turn?.how !== how) return [];
      const says = [...proved(looking, looked, turned, turn.before), looked.one.finding.title];
      return [itemOf(looking, looked, { part, says, ask })];
    });
  const still = turns.filter(({ turn }) => turn?.how === 'still off').map(({ looked }) => looked);
  return {
    turned: ofHow('off', 'turned', 'turned'),
    back: ofHow('back', 'back', 'back'),
    stillOff: { says: saidOfNumbers(looking, still, offTogether), metrics: still.map(({ one }) => one) },
  };
}

/** Numbers of which a rule of signal claims a change. */
export function changesOf(looking: Looking): Changed {
  const signalling = looking.numbers.filter(({ one }) => one.finding.signal && claimsChange(one.finding.signal));
  const anew = signalling.filter(({ subject }) => signalsAnew(subject, looking.knownThen));
  const wayOf = ({ one }: Looked) => {
    const better = one.finding.signal?.facts['better'];
    return better === false ? 'worse' : better === true ? 'better' : 'neither';
  };
  const items = (['worse', 'neither', 'better'] as const).flatMap((way) =>
    anew
      .filter((looked) => wayOf(looked) === way)
      .map((looked) =>
        itemOf(looking, looked, {
          part: 'changed',
          says: looked.one.finding.signal ? [looked.one.finding.signal] : [],
          ask: way,
        }),
      ),
  );
  return { changed: items, stillChanged: signalling.filter((looked) => !anew.includes(looked)).map(({ one }) => one) };
}

/** Consequences that were agreed, signatures that are missing, definitions to be looked at again. */
export function openPoints(looking: Looking): AgendaItem[] {
  const of = (kind: StatementKind, part: string, ask: Ask, who?: (metric: Metric) => readonly string[]) =>
    looking.numbers.flatMap((looked): AgendaItem[] => {
      const says = proved(looking, looked, kind);
      if (says.length === 0) return [];
      return [itemOf(looking, looked, { part, says, ask, ...(who ? { who: who(looked.one.metric) } : {}) })];
    });
  return [
    ...of(moveAgreed, 'agreed', 'consequence'),
    ...of(moveSign, 'sign', 'sign', (metric) => missingSignatures(metric)),
    ...of(review, 'definition', 'review'),
    ...of(reviewSoon, 'definition', 'review'),
  ];
}
