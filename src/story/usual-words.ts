import type { Limits } from './limits.ts';
import { usualRange } from './locale/en/signals.ts';
import type { Subject } from './subject.ts';

/** The ends of a usual range as they are said; null where it reaches as far as the number can go. */
export interface UsualEnds {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Of what is counted, the least and the greatest number inside; of a share, nothing is said of an end at none or all. */
export function usualEnds({ lower, upper }: Limits, { metric, usual: { points } }: Subject): UsualEnds {
  const whole = metric.unit.unit === 'records';
  const [from, to] = whole ? [Math.ceil(lower - 1e-9), Math.floor(upper + 1e-9)] : [lower, upper];
  const atZero = from === 0 && points.every(({ value }) => value >= 0);
  return { lower: atZero ? null : from, upper: metric.unit.unit === 'share' && to === 1 ? null : to };
}

/** `from 71% to 93%`, `up to 4.2 business hours`; `clearOf`: values that rounding must not make it touch. */
export function rangeWords({ lower, upper }: UsualEnds, { numbers }: Subject, clearOf: readonly number[] = []): string {
  if (lower === null || upper === null) {
    const say = (end: number | null) => (end === null ? null : numbers.short(end, clearOf));
    return usualRange(say(lower), say(upper));
  }
  const unit = numbers.leftOut && `\u00a0${numbers.leftOut}`;
  return usualRange(numbers.bare.short(lower, clearOf), `${numbers.bare.short(upper, clearOf)}${unit}`);
}
