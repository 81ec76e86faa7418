import { amounts } from './amounts.ts';
import { bounds } from './bounds.ts';
import { bridge } from './bridge.ts';
import { closing } from './closing.ts';
import { compared } from './compared.ts';
import { distance } from './distance.ts';
import { lately } from './lately.ts';
import { lengths } from './lengths.ts';
import { marksCounted } from './marks-counted.ts';
import { maturing } from './maturing.ts';
import { misses } from './misses.ts';
import { mostMissed } from './most-missed.ts';
import { movedBy } from './moved-by.ts';
import { moveAgreed, moveLook, moveSign, moveWaiting } from './moves.ts';
import { but, offEach } from './off.ts';
import { otherWording } from './other-wording.ts';
import { outcomes } from './outcomes.ts';
import { pace } from './pace.ts';
import { parts } from './parts.ts';
import { paused } from './paused.ts';
import { record } from './record.ts';
import { restatement } from './restatement.ts';
import { review } from './review.ts';
import { signal } from './signal.ts';
import { soFar } from './so-far.ts';
import type { StatementKind } from './statement-kind.ts';
import { streak } from './streak.ts';
import { title } from './title.ts';
import { undated } from './undated.ts';
import { unmarked } from './unmarked.ts';
import { waiting } from './waiting.ts';
import { yearAgo } from './year-ago.ts';

/** What may stand below a finding's title, in this order. */
export const below = [
  amounts, unmarked, restatement, distance, misses, waiting, bounds, soFar, pace, maturing, closing, otherWording, undated, review,
] as const satisfies readonly StatementKind[]; // prettier-ignore

/** What may stand beside a chart over time, after whether the number really changed. */
export const overTime = [compared, bridge, lengths, record, streak, lately] as const satisfies readonly StatementKind[];

/** What may be said of each breakdown. */
export const ofParts = [parts, mostMissed, movedBy] as const satisfies readonly StatementKind[];

/** Every kind of sentence about one metric: adding one is its file and its line above, or here. */
export const kinds: readonly StatementKind[] = [
  title, signal, ...below, ...overTime, ...ofParts, outcomes, yearAgo, offEach, but, moveWaiting, moveAgreed, moveLook, moveSign,
  marksCounted, paused,
]; // prettier-ignore
