/** How long it took, record by record: what a median or an average of lengths is made of. */
import type { Day, Grain } from './period.ts';

/** Records from one length up to the next, `to` not included. In the metric's own unit. */
export interface LengthBin {
  readonly from: number;
  readonly to: number;
  readonly records: number;
}

/** The lengths of the records of one period. */
export interface Distribution {
  readonly metric: string;
  readonly grain: Grain;
  readonly period: string;
  readonly from: Day;
  /** Inclusive. */
  readonly to: Day;
  /** Side by side, all of one width, from the shortest on. */
  readonly bins: readonly LengthBin[];
  /** As long as the last bin's end, or longer. */
  readonly beyond: number;
  /** Not over yet: longer than any, as the median takes them. */
  readonly open: number;
}
