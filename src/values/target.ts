import type { Grain } from './period.ts';
import type { Duration } from './tree.ts';

/** What was agreed to reach. Levels: shares from 0 to 1; money in minor units of the reporting currency; else as is. */
export interface Target {
  readonly way: 'at least' | 'at most';
  readonly level: TargetLevel;
  /** As written: `at least 90%`. */
  readonly said: string;
}

export type TargetLevel =
  /** `grain` null: the same for every period (shares, ratios). `spread`: over shorter periods too, by business days. */
  | { readonly level: 'one'; readonly value: number; readonly grain: Grain | null; readonly spread: boolean }
  /** By period's name. */
  | { readonly level: 'listed'; readonly periods: ReadonlyMap<string, number> }
  /**
   * From other numbers: the plan's target for the period that lies `earlierBy` later, divided by and times what these metrics came to in the
   * last complete fiscal year.
   */
  | {
      readonly level: 'derived';
      readonly plan: string;
      readonly dividedBy: readonly string[];
      readonly times: readonly string[];
      readonly earlierBy: Duration | null;
    }
  /** Only of what is broken: a part (0.8 is 80%) of the target, whatever that is. */
  | { readonly level: 'part of target'; readonly part: number };
