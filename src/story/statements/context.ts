import { amounts } from './amounts.ts';
import { bounds } from './bounds.ts';
import { closing } from './closing.ts';
import { distance } from './distance.ts';
import { lately } from './lately.ts';
import { maturing } from './maturing.ts';
import { misses } from './misses.ts';
import { otherWording } from './other-wording.ts';
import { pace } from './pace.ts';
import { restatement } from './restatement.ts';
import { review } from './review.ts';
import { soFar } from './so-far.ts';
import type { StatementKind } from './statement-kind.ts';
import { undated } from './undated.ts';
import { unmarked } from './unmarked.ts';
import { waiting } from './waiting.ts';

/** What may stand below a finding's title, in this order. */
export const context = [
  amounts, unmarked, restatement, distance, misses, waiting, bounds, lately, soFar, pace, maturing, closing, otherWording, undated, review,
] as const satisfies readonly StatementKind[]; // prettier-ignore
