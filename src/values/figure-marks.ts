import type { DayTick, Titled } from './figure.ts';
import type { Day } from './period.ts';
import type { MarkWord } from './value.ts';

/** One period of a promise's record, by its mark's shape. */
export interface RecordMark {
  readonly from: Day;
  /** `draft`: a team has yet to agree. */
  readonly shape: MarkWord | 'draft';
  /** `October 2026: 83%, slipping`: what a pointer over it says. */
  readonly says: string;
}

/** A promise's record: a mark for each period that is over, the newest at the right end, and bigger. */
export interface MarksFigure extends Titled {
  readonly figure: 'marks';
  readonly days: readonly DayTick[];
  /** Oldest first. */
  readonly marks: readonly RecordMark[];
}
