import { inNoBand, notRecorded, theRest, type Breakdown } from '../../values/breakdown.ts';
import type { PublishedValue } from '../../values/value.ts';
import { comparedPeriod, membersIn } from '../figures/compared-period.ts';
import { agreedOrder } from '../member-order.ts';
import { isRanked } from '../is-ranked.ts';
import type { GroupStyle } from '../locale/en/parts.ts';
import type { Subject } from '../subject.ts';
import { isShare } from '../traits.ts';

/** What may be told of a breakdown in a period. */
export interface Parts {
  readonly whole: PublishedValue;
  /** Every member with something in it. */
  readonly rows: readonly PublishedValue[];
  /** Those that are somebody or something: not what is recorded nowhere, not the rest put together. */
  readonly named: readonly PublishedValue[];
}

/** Whether a member is one thing: what is not recorded, lies in no band or was put together is none, and wins nothing. */
export const isNamed = (member: string): boolean =>
  member !== notRecorded && member !== inNoBand && !member.startsWith(theRest);

const breakdownOf = ({ metric }: Subject, dimension: string): Breakdown | undefined =>
  metric.breakdowns.find((one) => one.dimension === dimension);

/**
 * Whether a sentence may hold the members of a breakdown against each other: never teams or people; and not clauses, a test's two answers or
 * yes and no, which a table says better than any sentence.
 */
function mayTell(subject: Subject, dimension: string): boolean {
  const breakdown = breakdownOf(subject, dimension);
  if (!breakdown || breakdown.clauseOf !== null || breakdown.cut.cut === 'test') return false;
  return breakdown.cut.path.type.is !== 'yes-no' && isRanked(subject, dimension);
}

/** The members of a breakdown in a period, by default the one that pages compare them in; null where nothing may be told of them. */
export function partsIn(subject: Subject, dimension: string, period?: PublishedValue): Parts | null {
  if (!mayTell(subject, dimension)) return null;
  const whole = period ?? comparedPeriod(subject, subject.values, dimension);
  if (!whole) return null;
  const rows = membersIn(subject.values, dimension, whole);
  return { whole, rows, named: rows.filter(({ member }) => isNamed(member)) };
}

/** Whether a share's members only say again what the share asks: each is all or nothing, such as deals by what they miss. */
export const saysTheSame = ({ metric }: Subject, { rows }: Parts): boolean =>
  isShare(metric) && rows.every(({ value }) => value === null || value === 0 || value === 1);

/** How a member is called in a sentence: by its name, a band by what it is a band of, a case in quotes. */
export function styleOf(subject: Subject, dimension: string): GroupStyle {
  const breakdown = breakdownOf(subject, dimension);
  if (breakdown?.cut.cut === 'bands') return 'band';
  const figure = breakdown && breakdown.cut.cut !== 'test' && breakdown.cut.path.figure;
  return figure && agreedOrder(breakdown, subject.agreement, subject.catalogue).length > 0 ? 'case' : 'name';
}

/** Whether its amounts are credit for what several touches led to. */
export const isCredit = (subject: Subject, dimension: string): boolean =>
  (breakdownOf(subject, dimension)?.credit ?? null) !== null;
