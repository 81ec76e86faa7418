import type { Claim, Fact, Statement } from '../../values/statement.ts';

/** A statement with what no other one may say otherwise. */
export interface Claimed {
  readonly statement: Statement;
  readonly claims: readonly Claim[];
}

/** Two statements that can't both be true: the later one, and what the earlier one says. */
export interface Contradiction {
  readonly statement: Statement;
  readonly other: Statement;
  readonly about: string;
}

/** Floating point leaves so much over, in parts of a number. */
const hair = 1e-9;

const agree = (one: Fact, other: Fact): boolean =>
  typeof one === 'number' && typeof other === 'number'
    ? Math.abs(one - other) <= hair * Math.max(1, Math.abs(one))
    : one === other;

/** Statements that say of one thing what another one says otherwise. */
export function contradictions(said: readonly Claimed[]): Contradiction[] {
  const first = new Map<string, { readonly statement: Statement; readonly is: Fact }>();
  const found: Contradiction[] = [];
  for (const { statement, claims } of said) {
    for (const { about, is } of claims) {
      const earlier = first.get(about);
      if (!earlier) first.set(about, { statement, is });
      else if (!agree(earlier.is, is)) found.push({ statement, other: earlier.statement, about });
    }
  }
  return found;
}
