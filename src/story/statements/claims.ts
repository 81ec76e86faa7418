/** What a statement says that another one might say otherwise, by names that are alike in all kinds. */
import type { Claim, Fact } from '../../values/statement.ts';

/**
 * `value`: a number; `mark`; `waiting`, `missed`: how many records; `side`: against what was agreed; `change`: what the rules of signal tell;
 * `closed`: whether its mark is fixed.
 */
export type Told = 'value' | 'mark' | 'waiting' | 'missed' | 'side' | 'change' | 'closed';

interface Of {
  readonly metric: { readonly slug: string };
}

/** Of the whole of a metric in a period, by the period's name. None where there is no period. */
export function claimOf(told: Told, { metric: { slug } }: Of, period: Fact | undefined, is: Fact): readonly Claim[] {
  return typeof period === 'string' ? [{ about: `${told} of ${slug} in ${period}`, is }] : [];
}

/** Of one member of a breakdown. */
export function claimOfMember(
  told: Told,
  { metric: { slug } }: Of,
  { period, dimension, member }: Readonly<Record<'period' | 'dimension' | 'member', string>>,
  is: Fact,
): readonly Claim[] {
  return [{ about: `${told} of ${slug} in ${period}, ${dimension} ${member}`, is }];
}
