import type { Scale } from '../../values/figure.ts';

const steps = [1, 2, 2.5, 5, 10];

/** The step that cuts a length into at most so many; a `whole` one has no part of one. */
function stepFor(length: number, most: number, whole = false): number {
  const power = 10 ** Math.floor(Math.log10(length / most));
  const fits = (step: number) => length / (step * power) <= most && (!whole || Number.isInteger(step * power));
  return (steps.find(fits) ?? 10) * power;
}

/** From zero to past the greatest value, in two or three round steps; below zero where a value lies there. */
export function scaleFromZero(values: readonly number[], say: (value: number) => string, whole = false): Scale {
  const greatest = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const step = Math.max(stepFor(greatest - least || 1, 3, whole), whole ? 1 : 0);
  const [from, to] = [Math.floor(least / step) * step, Math.max(Math.ceil(greatest / step) * step, step)];
  const count = Math.round((to - from) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => from + index * step);
  return { from, to, ticks: ticks.map((at) => ({ at, label: at === 0 ? '0' : say(at) })) };
}

/** From below the least to past the greatest, in two or three round steps: for what has no zero, such as dates. */
export function scaleWithin(values: readonly number[], say: (value: number) => string): Scale {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const step = Math.max(stepFor(greatest - least || 1, 2), 1);
  const from = Math.floor(least / step) * step;
  const count = Math.max(1, Math.ceil((greatest - from) / step));
  const ticks = Array.from({ length: count + 1 }, (_, index) => from + index * step);
  return { from, to: from + count * step, ticks: ticks.map((at) => ({ at, label: say(at) })) };
}

/** From zero up to past the greatest and down to the least, with numbers on the upper part only. */
export function scaleBothWays(greatest: number, least: number, say: (value: number) => string): Scale {
  const upper = scaleFromZero([greatest], say, true);
  return { ...upper, from: least * 1.08 };
}

/**
 * One scale for shares that are read side by side, wherever the charts stand: 50% to 100%, wider for all when one falls out of it.
 * `values`: all those shares and their targets, from 0 to 1.
 */
export function shareScale(values: readonly number[], say: (value: number) => string): Scale {
  const least = Math.min(1, ...values);
  const ticks = least >= 0.5 ? [0.5, 0.75, 1] : least >= 0.25 ? [0.25, 0.5, 0.75, 1] : [0, 0.25, 0.5, 0.75, 1];
  return { from: ticks[0] ?? 0, to: 1, ticks: ticks.map((at) => ({ at, label: say(at) })) };
}
