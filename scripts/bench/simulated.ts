/** Series whose truth is known: stable ones, and such that shift. What `signals.ts` holds the rules against. */
import type { Nature } from '../../src/story/limits.ts';
import type { Dice } from '../sample/chance.ts';

/** One way in which numbers come about. */
export interface Process {
  readonly name: string;
  readonly nature: Nature;
  /** Draws the next number; `before`: the one before it, in a process that carries over. */
  draw(dice: Dice, before: number | null): number;
}

/** Standard normal, by Box and Muller. */
const normal = (dice: Dice) => Math.sqrt(-2 * Math.log(1 - dice.next())) * Math.cos(2 * Math.PI * dice.next());

/** By Knuth: how many throws until their product falls below e^-mean. */
function poisson(dice: Dice, mean: number): number {
  let [count, product] = [-1, 1];
  for (const end = Math.exp(-mean); product > end; count++) product *= dice.next();
  return count;
}

function share(dice: Dice, of: number, part: number): number {
  let kept = 0;
  for (let record = 0; record < of; record++) if (dice.chance(part)) kept++;
  return kept / of;
}

const free: Nature = { least: null, greatest: null, step: null };
const amounts: Nature = { ...free, least: 0 };
const counts: Nature = { ...amounts, step: 1 };
const shares: Nature = { ...amounts, greatest: 1 };

/** Normal with a deviation of 1 that has shifted by so many deviations. */
export const normalBy = (shift: number): Process => ({
  name: 'normal',
  nature: free,
  draw: (dice) => 10 + shift + normal(dice),
});

/** Lognormal: its logarithm has a deviation of `spread`, and has shifted by so many of them. */
export const skewedBy = (spread: number, shift = 0): Process => ({
  name: `skewed (lognormal, ${spread})`,
  nature: amounts,
  draw: (dice) => 100 * Math.exp(spread * (normal(dice) + shift)),
});

export const countsOf = (mean: number): Process => ({
  name: `counts, ${mean} on average`,
  nature: counts,
  draw: (dice) => poisson(dice, mean),
});

/** The share of so many records that are kept with a chance of `part`. */
export const shareOf = (records: number, part = 0.85): Process => ({
  name: `share of ${records} records, ${Math.round(part * 100)}% on average`,
  nature: shares,
  draw: (dice) => share(dice, records, part),
});

/** Each number holds four fifths of the one before, as a balance does. */
export const carriesOver: Process = {
  name: 'a balance that carries over 80%',
  nature: free,
  draw: (dice, before) => 10 + 0.8 * ((before ?? 10) - 10) + 0.6 * normal(dice),
};

/** So many numbers of a process, and then of another. */
export function seriesOf(dice: Dice, first: Process, length: number, then: Process = first, more = 0): number[] {
  const numbers: number[] = [];
  for (let index = 0; index < length + more; index++)
    numbers.push((index < length ? first : then).draw(dice, numbers.at(-1) ?? null));
  return numbers;
}
