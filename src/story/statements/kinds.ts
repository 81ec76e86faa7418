import { amounts } from './amounts.ts';
import { bounds } from './bounds.ts';
import { bridge } from './bridge.ts';
import { closing } from './closing.ts';
import { compared } from './compared.ts';
import { creditApart } from './credit-apart.ts';
import { decided } from './decided.ts';
import { distance } from './distance.ts';
import { keptAgain } from './kept-again.ts';
import { lately } from './lately.ts';
import { lengths } from './lengths.ts';
import { marksCounted } from './marks-counted.ts';
import { maturing } from './maturing.ts';
import { misses } from './misses.ts';
import { mostMissed } from './most-missed.ts';
import { movedBy } from './moved-by.ts';
import { moveAgreed, moveLook, moveReview, moveSign, moveWaiting } from './moves.ts';
import { but, offEach } from './off.ts';
import { otherWording } from './other-wording.ts';
import { outcomes } from './outcomes.ts';
import { pace } from './pace.ts';
import { parts } from './parts.ts';
import { partsAcross } from './parts-across.ts';
import { paused } from './paused.ts';
import { record } from './record.ts';
import { restatement } from './restatement.ts';
import { reviewSoon } from './review-soon.ts';
import { review } from './review.ts';
import { signal } from './signal.ts';
import { sinceAgreed, sinceDefined } from './since-agreed.ts';
import { sinceMark } from './since-mark.ts';
import { sinceNumber } from './since-number.ts';
import { soFar } from './so-far.ts';
import { sortedAcross } from './sorted-across.ts';
import type { StatementKind } from './statement-kind.ts';
import { streak } from './streak.ts';
import { title } from './title.ts';
import { turned } from './turned.ts';
import { undated } from './undated.ts';
import { unmarked } from './unmarked.ts';
import { waiting } from './waiting.ts';
import { wouldBeGood } from './would-be-good.ts';
import { yearAgo } from './year-ago.ts';

/** What may stand below a finding's title, in this order. */
export const below = [
  amounts, unmarked, restatement, distance, misses, waiting, bounds, soFar, pace, maturing, closing, otherWording, undated, review,
] as const satisfies readonly StatementKind[]; // prettier-ignore

/** What may stand beside a chart over time, after whether the number really changed. */
export const overTime = [compared, bridge, lengths, record, streak, lately] as const satisfies readonly StatementKind[];

/** What may be said of each breakdown. */
export const ofParts = [parts, mostMissed, movedBy] as const satisfies readonly StatementKind[];

/** What may be new of a number since the last time: the first that there is tells it. */
export const since = [
  sinceDefined, sinceAgreed, sinceMark, sinceNumber,
] as const satisfies readonly StatementKind[]; // prettier-ignore

/** What a topic's page says of a breakdown, in the period in which several numbers stand side by side. */
export const across = [partsAcross, sortedAcross, wouldBeGood, creditApart] as const satisfies readonly StatementKind[];

/** What a review has before it, beside what its findings say. */
export const ofReview = [decided, turned, reviewSoon] as const satisfies readonly StatementKind[];

/** Every kind of sentence about one metric: adding one is its file and its line above, or here. */
export const kinds: readonly StatementKind[] = [
  title, signal, ...below, ...overTime, ...ofParts, ...across, outcomes, yearAgo, offEach, but, moveWaiting, moveAgreed, moveLook, moveSign, moveReview,
  ...since, keptAgain,
  marksCounted, paused, ...ofReview,
]; // prettier-ignore
