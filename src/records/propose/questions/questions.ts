import type { About } from '../about.ts';
import type { Question } from '../proposal.ts';
import { happensQuestion } from './happens.ts';
import { keyQuestion } from './key.ts';
import { timeZoneQuestion } from './time-zone.ts';
import { lostQuestion, wonQuestion } from './won-and-lost.ts';

/** Raises a question about a table, or none. */
export type Raises = (about: About) => Question | null;

/** Questions about which column is what, in the order in which they are asked: what each adds, the next ones know. */
export const columnQuestions: readonly Raises[] = [keyQuestion, happensQuestion, wonQuestion, lostQuestion];

/** Questions about how the columns that are read are written. */
export const writingQuestions: readonly Raises[] = [timeZoneQuestion];
