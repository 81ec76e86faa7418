import type { PublishedValue } from '../../values/value.ts';
import { hasEnough } from './ends.ts';
import { isNamed, partsIn, type Parts } from './breakdown-parts.ts';
import { partsOfDifference, partsOfShift, together, type Contribution, type Fraction } from './contributions.ts';
import type { Facts } from '../statements/statement-kind.ts';
import type { Subject } from '../subject.ts';
import { isShare } from '../traits.ts';

/** A member is named where it makes up at least this part of the difference. */
export const leastOfDifference = 0.5;

/** Of what is counted, so few make no story. */
const fewestMoved = 3;

/** What is left over from floating point, in parts of a number. */
const hair = 1e-9;
const isNear = (one: number, other: number) => Math.abs(one - other) <= hair * Math.max(1, Math.abs(other));

/** The period in which a rule of signal fires, the one before it, and how far apart their numbers lie. */
export interface Moved {
  readonly now: PublishedValue;
  readonly before: PublishedValue;
  readonly difference: number;
}

/**
 * Two periods are compared only where the newest complete one is a real change, and only with the one before it, counted alike: both numbers stand on the
 * page, so that a reader can subtract. With what is usual there is nothing to subtract member by member where its middle is no average. Null where the
 * step from the one to the other goes against the signal.
 */
export function movedPeriods({ usual, series }: Subject): Moved | null {
  const signal = usual.signals.find(({ period }) => period === usual.newest);
  const at = series.findIndex(({ period }) => period === usual.newest);
  const [before, now] = [series[at - 1], series[at]];
  if (!signal || !before || !now || before.value === null || now.value === null) return null;
  if (before.status !== 'complete' || (usual.since !== null && before.from < usual.since)) return null;
  const difference = now.value - before.value;
  const isSame = difference > 0 === (signal.side === 'above');
  return difference !== 0 && isSame ? { now, before, difference } : null;
}

/** The one named member that makes up most of a difference; null where none makes up half of it, or another as much. */
function mostOf(parts: readonly Contribution[], difference: number): Contribution | null {
  const sign = Math.sign(difference);
  const [first, second] = parts.toSorted((one, other) => sign * (other.part - one.part));
  if (!first || !isNamed(first.member) || first.part === second?.part) return null;
  return (sign * first.part) / Math.abs(difference) >= leastOfDifference - hair ? first : null;
}

/** Before a member's name, among the facts: how much of the difference it makes up. */
export const partOf = 'part: ';

const listedParts = (parts: readonly Contribution[]): Facts =>
  Object.fromEntries(parts.map(({ member, part }) => [`${partOf}${member}`, part]));

const valuesOf = ({ rows }: Parts) => new Map(rows.map((row) => [row.member, row.value ?? Number.NaN]));

/** Of what adds up: who makes up most of how much more or less it is, with every member's part. */
function amountFacts(
  subject: Subject,
  dimension: string,
  { now, before, difference }: Moved,
  both: readonly [Parts, Parts],
): Facts | null {
  const parts = partsOfDifference(valuesOf(both[0]), valuesOf(both[1]));
  const most = mostOf(parts, difference);
  const sum = parts.reduce((total, { part }) => total + part, 0);
  if (!most || !isNear(sum, difference)) return null;
  const least = Math.min(Math.abs(most.part), Math.abs(difference));
  if (subject.metric.unit.unit === 'records' && least < fewestMoved) return null;
  return {
    says: 'amount', dimension, period: now.period, before: before.period, member: most.member, difference: Math.abs(difference),
    moved: Math.abs(most.part), more: difference > 0, alone: Math.abs(most.part) > Math.abs(difference) * (1 + hair), ...listedParts(parts),
  }; // prettier-ignore
}

function fractionsOf({ rows }: Parts): Map<string, Fraction> | null {
  const known = rows.flatMap(({ member, numerator, denominator }): [string, Fraction][] =>
    numerator === null || denominator === null ? [] : [[member, { numerator, denominator }]],
  );
  return known.length === rows.length ? new Map(known) : null;
}

const isWhole = (members: ReadonlyMap<string, Fraction>, { numerator, denominator }: PublishedValue) => {
  const sums = together(members);
  return isNear(sums.numerator, numerator ?? Number.NaN) && isNear(sums.denominator, denominator ?? Number.NaN);
};

/** Of a share or a ratio: without which member it would lie at most half as far from the period before, with every member's part. */
function levelFacts(
  subject: Subject,
  dimension: string,
  { now, before, difference }: Moved,
  both: readonly [Parts, Parts],
): Facts | null {
  const [early, late] = [fractionsOf(both[0]), fractionsOf(both[1])];
  if (!early || !late || !isWhole(early, before) || !isWhole(late, now)) return null;
  const parts = partsOfShift(early, late);
  const most = parts && mostOf(parts, difference);
  if (!parts || !most) return null;
  const others = together(new Map([...late].filter(([member]) => member !== most.member)));
  const without = others.numerator / others.denominator;
  const rest = {
    ...now,
    ...others,
    value: without,
    records: now.records - (both[1].rows.find(({ member }) => member === most.member)?.records ?? 0),
  };
  const back = (now.value ?? 0) - without;
  if (
    others.denominator <= 0 ||
    !hasEnough(subject, rest) ||
    back / difference < leastOfDifference ||
    back / difference > 1 + leastOfDifference
  )
    return null;
  return {
    says: 'level', dimension, period: now.period, before: before.period, member: most.member, value: now.value, without, earlier: before.value,
    ...listedParts(parts),
  }; // prettier-ignore
}

/** What is told of who moved a metric, or null. Whatever is neither a sum nor a quotient of sums can't be parted. */
export function movedFacts(subject: Subject, dimension: string): Facts | null {
  const moved = movedPeriods(subject);
  const both = moved && ([partsIn(subject, dimension, moved.before), partsIn(subject, dimension, moved.now)] as const);
  if (!moved || !both?.[0] || !both[1]) return null;
  const pair = [both[0], both[1]] as const;
  if (subject.metric.adds.members) return amountFacts(subject, dimension, moved, pair);
  const isQuotient = isShare(subject.metric) || subject.metric.wordings[0].measure.measure === 'ratio';
  return isQuotient ? levelFacts(subject, dimension, moved, pair) : null;
}
