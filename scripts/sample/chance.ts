/** A seeded source of chance: the same keys give the same throws, on every machine. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A fraction from `low` up to, not including, `high`. */
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** True in `share` of throws, from 0 to 1. */
  chance(share: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** Around 0 with a deviation of 1; close enough to normal, never past 3. */
  normal(): number;
}

/** Mixes a whole number well enough that neighbours have nothing in common. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One 32-bit number for a row of keys; their order matters. */
export function keyOf(...keys: readonly number[]): number {
  let h = 0x9e3779b9;
  for (const key of keys) h = mix(Math.imul(h, 31) + mix(key));
  return h;
}

/** Dice that belong to the given keys, such as the seed and the number of a record. */
export function diceOf(...keys: readonly number[]): Dice {
  let state = keyOf(...keys);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    chance: (share) => next() < share,
    pick: (list) => list[whole(0, list.length - 1)]!,
    normal: () => (next() + next() + next() + next() - 2) * Math.sqrt(3) * 0.866,
  };
}

/**
 * The place of `index` in a shuffle of 0 to `size` - 1 that `key` names, without holding the shuffle in memory:
 * a small Feistel network, walked on until it lands inside. Drawing lots this way gives a month the share that it
 * was planned to have, where throwing dice would let 25 leads wander by ten points.
 */
export function lotOf(index: number, size: number, key: number): number {
  const half = Math.max(1, Math.ceil(Math.log2(Math.max(2, size)) / 2));
  const mask = (1 << half) - 1;
  let place = index;
  do {
    let left = place >>> half;
    let right = place & mask;
    for (let round = 0; round < 4; round++) [left, right] = [right, left ^ (keyOf(key, round, right) & mask)];
    place = (left << half) | right;
  } while (place >= size);
  return place;
}
