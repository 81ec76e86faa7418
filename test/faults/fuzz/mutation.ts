import type { Dice } from '../../../scripts/sample/chance.ts';

/** One way to damage a file, with what chance decides about it. */
export interface Mutation {
  readonly name: string;
  readonly change: (bytes: Buffer, dice: Dice) => Buffer;
}

/** A place in something of a length, its end included. */
export function placeIn(length: number, dice: Dice): number {
  return dice.whole(0, length);
}

/** What stands from one place to another is replaced. */
export function spliced(bytes: Buffer, from: number, to: number, by: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);
}
