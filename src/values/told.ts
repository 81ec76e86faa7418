/** What stood on the pages when they were published, week by week: what lets a page say what is new since the last time. */
import type { Day, Grain } from './period.ts';
import type { Mark } from './value.ts';

/** Whether a period was over when it was told of, or ran. */
export const toldStates = ['over', 'so far'] as const;
export type ToldState = (typeof toldStates)[number];

/** One number as it stood: of a metric's newest period that was over, or of the one that ran. In the unit of the values. */
export interface ToldRow {
  /** The day of the data that was published: the same for all rows of a week. */
  readonly day: Day;
  readonly metric: string;
  readonly grain: Grain;
  readonly period: string;
  readonly state: ToldState;
  /** Null: not known. */
  readonly value: number | null;
  readonly target: number | null;
  readonly mark: Mark;
  /** Records whose deadline or window was still ahead. */
  readonly waiting: number;
  /** A currency's code for money, else the unit's name. */
  readonly unit: string;
  /** Seal of the definition that it was counted by. */
  readonly seal: string;
}

/** What stood the last time: in the newest earlier week in which something was published. */
export interface Before {
  readonly day: Day;
  readonly rows: readonly ToldRow[];
}
