import type { Finding, Move, Statement, Verdict } from '../values/statement.ts';
import { mostWords, wordsIn } from './count-words.ts';
import { findingOf } from './finding-of.ts';
import { offTogetherBrief, verdictBrief } from './locale/en/briefs.ts';
import { offTogetherWords, verdictWords } from './locale/en/verdict.ts';
import { missingSignatures } from './mark-of.ts';
import { allOrNone, offFacts } from './statements/backed.ts';
import { moveAgreed, moveLook, moveReview, moveSign, moveWaiting } from './statements/moves.ts';
import { offEach } from './statements/off.ts';
import { nothingSince, sinceOf } from './since.ts';
import { winOf } from './win.ts';
import { atAllLengths, number, state, type OwnFacts, type StatementKind } from './statements/statement-kind.ts';
import { calledIn, subjectOf, type Material, type Subject } from './subject.ts';

/** Where all sentences of a verdict count as being about. */
export const everything = 'all';

const isOff = ({ mark }: Subject) => mark.mark === 'slipping' || mark.mark === 'broken';

/** A finding for each metric, each with its pair in mind. */
export function findingsOf(materials: readonly Material[]): Finding[] {
  const bySlug = new Map(materials.map((material) => [material.metric.slug, material]));
  return materials.map((material) => findingOf(material, bySlug.get(material.metric.pairedWith ?? '') ?? null));
}

/** The headline promises in their order. */
export function headlinePromises(materials: readonly Material[]): Subject[] {
  return materials
    .filter(({ metric }) => metric.headline !== null && metric.promise !== null)
    .toSorted((one, other) => (one.metric.headline ?? 0) - (other.metric.headline ?? 0))
    .map((material) => subjectOf(material));
}

/** What is said of all promises together, by its kind. */
export const ofAllPromises: Readonly<Record<string, OwnFacts<null>>> = {
  verdict: {
    numbers: { promises: 'count', judged: 'count', kept: 'count' },
    counts: (facts) => [number(facts, 'promises') - number(facts, 'judged')],
    directions: ({ kept, judged }) => ['kept', ...allOrNone(kept, judged)],
  },
  off: offFacts,
  [nothingSince.kind]: nothingSince,
};

/** `We kept three of our five promises in October.` */
function titleOf(promises: readonly Subject[]): Statement {
  const judged = promises.filter(({ mark }) => mark.mark !== 'none');
  const kept = judged.filter(({ mark }) => mark.mark === 'kept').length;
  const periods = new Set(judged.map(({ latest }) => latest?.period));
  const [first] = judged;
  const period = periods.size === 1 && first?.latest ? calledIn(first, first.latest) : '';
  const facts = {
    promises: promises.length,
    judged: judged.length,
    kept,
    period: periods.size === 1 ? (first?.latest?.period ?? null) : null,
  };
  const words = verdictWords(kept, judged.length, promises.length, period);
  return atAllLengths(
    { kind: 'verdict', subject: everything, facts, words },
    verdictBrief(kept, judged.length, promises.length),
    '',
  );
}

function offOf(promises: readonly Subject[]): Statement | null {
  const titled = (mark: string) => promises.filter((one) => one.mark.mark === mark).map(({ metric }) => metric.title);
  const [slipping, broken] = [titled('slipping'), titled('broken')];
  if (slipping.length + broken.length === 0) return null;
  const words = offTogetherWords({ slipping, broken, whose: 'promises' }, (sentence) => wordsIn(sentence) <= mostWords);
  const facts = { slipping: slipping.length, broken: broken.length };
  return atAllLengths(
    { kind: 'off', subject: everything, facts, words },
    offTogetherBrief(slipping.length, broken.length),
    '',
  );
}

/** Of one promise the first move that there is: what waits, else what was agreed for a break, else to look at it. */
function moveOf(subject: Subject): Move[] {
  const say = firstOf([moveWaiting, moveAgreed, moveLook], subject);
  const teams = subject.metric.promise?.by ?? subject.metric.answeredBy;
  return say && teams[0] ? [{ team: teams[0], teams, metric: subject.metric.slug, say }] : [];
}

/** To look again at what was agreed, by those who promised it or answer for it. */
function reviewOf(subject: Subject): Move[] {
  const say = state(moveReview, subject);
  const teams = subject.metric.promise?.by ?? subject.metric.answeredBy;
  return say && teams[0] ? [{ team: teams[0], teams, metric: subject.metric.slug, say }] : [];
}

/** A move for each team whose yes is missing. */
function signaturesOf(subject: Subject): Move[] {
  const say = state(moveSign, subject);
  const { slug } = subject.metric;
  return say ? missingSignatures(subject.metric).map((team) => ({ team, teams: [team], metric: slug, say })) : [];
}

function firstOf(kinds: readonly StatementKind[], subject: Subject): Statement | null {
  for (const kind of kinds) {
    const said = state(kind, subject);
    if (said) return said;
  }
  return null;
}

/** The headline promises, the promises that one of them is paired with, and the headline numbers that have a target and no promise. */
function toMend(materials: readonly Material[]): Subject[] {
  const headline = headlinePromises(materials);
  const pairs = new Set(headline.map(({ metric }) => metric.pairedWith));
  const paired = materials.filter(({ metric }) => metric.headline === null && metric.promise && pairs.has(metric.slug));
  const aimed = materials.filter(({ metric }) => metric.headline !== null && metric.promise === null);
  return [...headline, ...[...paired, ...aimed].map((material) => subjectOf(material))];
}

/** What is due soonest comes first; then what has no day, in its order. */
function soonestFirst(moves: readonly Move[]): Move[] {
  const dayOf = ({ say }: Move) => String(say.facts['by'] ?? '9999');
  return moves.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : Number(dayOf(one) > dayOf(other))));
}

/** Are we keeping our promises, what is off, whose move is it? Of moves without a day those on what is off come first. */
export function verdictOf(materials: readonly Material[]): Verdict {
  const promises = headlinePromises(materials);
  const mend = toMend(materials);
  const ordered = [...mend.filter(isOff), ...mend.filter((subject) => !isOff(subject))];
  const subjects = materials.map((one) => subjectOf(one));
  const unsigned = subjects.filter(({ metric }) => missingSignatures(metric).length > 0);
  return {
    title: titleOf(promises),
    off: offOf(promises),
    offs: promises.map((subject) => state(offEach, subject)).filter((statement) => statement !== null),
    moves: [...soonestFirst(ordered.flatMap(moveOf)), ...unsigned.flatMap(signaturesOf), ...subjects.flatMap(reviewOf)],
    since: sinceOf(subjects),
    win: winOf(subjects),
  };
}
