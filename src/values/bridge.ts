import type { Day, Grain } from './period.ts';
import type { MetricUnit } from './agreement.ts';
import type { ValueStatus } from './value.ts';

/** The way of a balance through one period: what it was, what moved it, what it is. Money in minor units; null is not known. */
export interface BridgePeriod {
  readonly grain: Grain;
  readonly period: string;
  readonly from: Day;
  /** Inclusive. */
  readonly to: Day;
  /** The balance at the end of the period before; 0 before the first. */
  readonly opening: number | null;
  /** What each movement came to, in the order of the bridge's `movements`. */
  readonly moved: readonly (number | null)[];
  /** What lies between opening and closing and is in no movement: 0 where the bridge holds. */
  readonly notExplained: number | null;
  readonly closing: number | null;
  readonly status: ValueStatus;
}

/** How a balance (a sum as of periods' ends) went, by a metric that sums up what moves it. */
export interface Bridge {
  /** The slug of the metric that `moves:` the balance, and that of the balance. */
  readonly metric: string;
  readonly balance: string;
  readonly unit: MetricUnit;
  /** The members of the metric's first breakdown, in their order. */
  readonly movements: readonly string[];
  readonly periods: readonly BridgePeriod[];
}
