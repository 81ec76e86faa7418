/**
 * The four rules of the Western Electric Statistical Quality Control Handbook (1956), which most charts apply by default: in which places of a
 * series one of them fires. One beyond three deviations; two of three beyond two; four of five beyond one; eight in a row on one side.
 */
export function customarySignals(numbers: readonly number[], centre: number, deviation: number): boolean[] {
  const far = numbers.map((number) => (number - centre) / deviation);
  return far.map((_, at) => [1, -1].some((side) => rules.some((rule) => fires(rule, far, at, side))));
}

interface Rule {
  readonly some: number;
  readonly of: number;
  readonly beyond: number;
}

const rules: readonly Rule[] = [
  { some: 1, of: 1, beyond: 3 },
  { some: 2, of: 3, beyond: 2 },
  { some: 4, of: 5, beyond: 1 },
  { some: 8, of: 8, beyond: 0 },
];

/** The place itself must be one of those beyond: else it would be told of an earlier one. */
function fires({ some, of, beyond }: Rule, far: readonly number[], at: number, side: number): boolean {
  const isBeyond = (one: number) => one * side > beyond;
  const last = far.slice(Math.max(0, at - of + 1), at + 1);
  return isBeyond(far[at] ?? 0) && last.filter(isBeyond).length >= some;
}
