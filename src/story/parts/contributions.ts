/** What members of a breakdown make up of the difference between two periods: parts that add up to it exactly. */

export interface Contribution {
  readonly member: string;
  /** In the unit of the difference; below zero where the member pulled the other way, or down. */
  readonly part: number;
}

/** A share's or ratio's two sums. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

const nothing: Fraction = { numerator: 0, denominator: 0 };

const membersOf = (before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>) =>
  new Set([...before.keys(), ...after.keys()]);

/** Of what adds up: how much more or less each member came to. One that is missing from a period came to nothing there. */
export function partsOfDifference(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Contribution[] {
  return [...membersOf(before, after)].map((member) => ({
    member,
    part: (after.get(member) ?? 0) - (before.get(member) ?? 0),
  }));
}

/** What members' sums come to together. */
export function together(members: ReadonlyMap<string, Fraction>): Fraction {
  let [numerator, denominator] = [0, 0];
  for (const one of members.values()) {
    numerator += one.numerator;
    denominator += one.denominator;
  }
  return { numerator, denominator };
}

/**
 * Of a share or a ratio: with the whole's earlier level v, each member's excess over it is (numerator − v · denominator) / the whole's denominator. The
 * earlier excesses add up to nothing and the later ones to the whole difference, so a member's part is its later excess less its earlier one: one
 * that was as far from the others before makes up nothing. Null where one of the wholes is divided by nothing.
 */
export function partsOfShift(
  before: ReadonlyMap<string, Fraction>,
  after: ReadonlyMap<string, Fraction>,
): Contribution[] | null {
  const [early, late] = [together(before), together(after)];
  if (early.denominator === 0 || late.denominator === 0) return null;
  const level = early.numerator / early.denominator;
  const excess = ({ numerator, denominator }: Fraction, whole: Fraction) =>
    (numerator - level * denominator) / whole.denominator;
  return [...membersOf(before, after)].map((member) => ({
    member,
    part: excess(after.get(member) ?? nothing, late) - excess(before.get(member) ?? nothing, early),
  }));
}
