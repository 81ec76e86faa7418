/** The way of a balance, read for sentences, drawings and tables. */
import type { Bridge, BridgePeriod } from '../values/bridge.ts';
import type { Grain } from '../values/period.ts';

/** A movement of one period, in the unit of the balance. */
export interface Moved {
  /** The agreement's own word; null: what no movement tells of. */
  readonly movement: string | null;
  readonly amount: number;
}

/** A period of which every step is known. */
export interface KnownPeriod {
  readonly period: BridgePeriod;
  readonly opening: number;
  readonly closing: number;
  /** In the order of `movementsOf`; last what is not explained, where there is any. */
  readonly moved: readonly Moved[];
}

/**
 * Which movements are told, by their places: first those that add over all periods, then those that take away, each in the agreed order, so that
 * they stand alike in every period. One that never moved anything is left out.
 */
export function movementsOf({ movements, periods }: Bridge): number[] {
  const at = (index: number) => periods.map(({ moved }) => moved[index] ?? null);
  const places = movements.flatMap((_, index) => (at(index).some((amount) => amount !== 0) ? [index] : []));
  const adds = (index: number) => at(index).reduce<number>((sum, amount) => sum + (amount ?? 0), 0) >= 0;
  return [...places.filter(adds), ...places.filter((index) => !adds(index))];
}

/** A period with its movements by name; null where a step is not known. */
export function knownPeriod(bridge: Bridge, period: BridgePeriod): KnownPeriod | null {
  const { opening, closing, moved, notExplained } = period;
  if (opening === null || closing === null || moved.includes(null)) return null;
  const named = movementsOf(bridge).map((index) => ({
    movement: bridge.movements[index] ?? '',
    amount: moved[index] ?? 0,
  }));
  const rest = notExplained ? [{ movement: null, amount: notExplained }] : [];
  return { period, opening, closing, moved: [...named, ...rest] };
}

/** The newest period of a grain that is over; null where none is. */
export function newestOver({ periods }: Bridge, grain: Grain): BridgePeriod | null {
  return periods.findLast((one) => one.grain === grain && one.status === 'complete') ?? null;
}
