/** Draws from fast-check, so that what is drawn is repeated by its seed and made smaller where it fails. */
import fc, { type GeneratorValue } from 'fast-check';

export interface Chance {
  one<T>(of: readonly [T, ...T[]]): T;
  /** Both ends inside. */
  whole(min: number, max: number): number;
  /** So many times out of ten. */
  often(times: number): boolean;
  /** As many of these as there may be, each once. */
  some<T>(of: readonly T[]): T[];
}

export function chanceOf(draw: GeneratorValue): Chance {
  const whole = (min: number, max: number): number => draw(fc.integer, { min, max });
  return {
    one: <T>(of: readonly [T, ...T[]]): T => of[whole(0, of.length - 1)] ?? of[0],
    whole,
    often: (times) => whole(0, 9) >= 10 - times,
    some: <T>(of: readonly T[]): T[] => of.filter(() => whole(0, 2) > 1),
  };
}

/** One of a list that may be empty; null where it is. */
export function oneOf<T>(chance: Chance, of: readonly T[]): T | null {
  const [first, ...rest] = of;
  return first === undefined ? null : chance.one([first, ...rest]);
}
