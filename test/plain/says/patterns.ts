import { aboutAcross } from './about-across.ts';
import { aboutLevel } from './about-level.ts';
import { aboutMarks } from './about-marks.ts';
import { aboutParts } from './about-parts.ts';
import { aboutMoves } from './about-promises.ts';
import { aboutRecords } from './about-records.ts';
import { aboutReview } from './about-review.ts';
import { aboutSince } from './about-since.ts';
import { aboutTime } from './about-time.ts';
import { aboutYear } from './about-year.ts';
import type { Patterns } from './pattern.ts';

/** Every sentence that may be said of one metric, by its kind: read without knowing how it was made. */
export const patterns: Patterns = {
  ...aboutAcross,
  ...aboutLevel,
  ...aboutMarks,
  ...aboutParts,
  ...aboutMoves,
  ...aboutRecords,
  ...aboutReview,
  ...aboutSince,
  ...aboutTime,
  ...aboutYear,
};
