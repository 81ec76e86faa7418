import { nameOf, type TwinValues } from './twin.ts';
import type { Stretch } from '../../src/values/stretch.ts';
import type { MetricValue } from '../../src/values/value.ts';

/** The product's values that are not the twin's, and the twin's that the product has not, a line each. */
export function differences(values: readonly MetricValue[], twin: TwinValues): string[] {
  return between(new Map(values.map((value) => [nameOf(value), value.value])), twin);
}

/** The same of where the periods before the running ones stood. */
export const stretchDifferences = (stretches: readonly Stretch[], twin: TwinValues): string[] =>
  between(new Map(stretches.map(({ grain, value }) => [grain, value])), twin).map((line) => `so far, ${line}`);

function between(ours: TwinValues, twin: TwinValues): string[] {
  const names = new Set([...ours.keys(), ...twin.keys()]);
  return [...names].flatMap((name) => {
    const [one, other] = [ours.get(name) ?? 0, twin.get(name) ?? 0];
    return isSame(one, other) ? [] : [`${name}: ${one}, the twin says ${other}`];
  });
}

/** Sums of doubles depend on their order in the last digits. Nothing, and a period that a twin has no row for, are 0 here. */
const isSame = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
