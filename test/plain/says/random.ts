/** Chance that is the same for the same seed, and cheap: a hundred thousand sentences are drawn with it. */
export interface Random {
  /** From 0 to under 1. */
  part(): number;
  /** Both ends inside. */
  whole(min: number, max: number): number;
  /** So many times out of a hundred. */
  often(percent: number): boolean;
  one<T>(of: readonly [T, ...T[]]): T;
}

/** Mulberry32, by Tommy Ettinger (2017, public domain). */
export function randomOf(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 0;
  const part = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (min: number, max: number) => min + Math.floor(part() * (max - min + 1));
  return {
    part,
    whole,
    often: (percent) => part() * 100 < percent,
    one: (of) => of[whole(0, of.length - 1)] ?? of[0],
  };
}
