import { slotSeconds } from './slots.ts';

/**
 * The other end of a window for every instant of a slot. For an instant that lies `x` seconds (0 to 899) after the slot's start
 *
 *     deadline = (x < cut ? due : dueLate) + moves * x
 *
 * `moves` is 0 where the deadline stands still (a clock that starts while closed), else 1. A deadline jumps inside a slot only where
 * business minutes are no multiple of 15; elsewhere `cut` is 900 and `dueLate` is `due`.
 */
export interface Deadline {
  readonly due: number;
  readonly moves: 0 | 1;
  readonly cut: number;
  readonly dueLate: number;
}

/** The deadline of the instants of the slot that starts at an instant. */
export type Rule = (start: number) => Deadline | null;

export const smooth = (due: number, moves: 0 | 1): Deadline => ({ due, moves, cut: slotSeconds, dueLate: due });

/** The deadline of one instant: the formula above, for a single moment. */
export function deadlineAt({ due, moves, cut, dueLate }: Deadline, x: number): number {
  return (x < cut ? due : dueLate) + moves * x;
}
