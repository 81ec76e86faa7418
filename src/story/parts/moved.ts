import type { Claim } from '../../values/statement.ts';
import type { PublishedValue } from '../../values/value.ts';
import { claimOf } from '../statements/claims.ts';
import type { Facts } from '../statements/statement-kind.ts';
import { number } from '../statements/statement-kind.ts';
import type { Signal } from '../signals.ts';
import type { Subject } from '../subject.ts';
import { isBetter } from '../usual.ts';
import { isNamed, type Parts } from './breakdown-parts.ts';
import type { Contribution } from './contributions.ts';

/** One way in which a change can be parted over the members of a breakdown. */
export interface MovedShape {
  /** Null where it can't be parted so, or no member makes up most of it. */
  facts(subject: Subject, dimension: string, signal: Signal): Facts | null;
  words(facts: Facts, subject: Subject): readonly string[];
  briefs(facts: Facts, subject: Subject): readonly string[];
  holds(facts: Facts, subject: Subject): boolean;
  /** Beside that it is a change. */
  claims(facts: Facts, subject: Subject): readonly Claim[];
}

/** A member is named where it makes up at least this part of the difference. */
export const leastOfDifference = 0.5;

/** What is left over from floating point, in parts of a number. */
const hair = 1e-9;
const leftOver = (of: number): number => hair * Math.max(1, Math.abs(of));

/** Whether two numbers are one but for what floating point leaves over. `of`: the greatest of the numbers that they were worked out of; a small difference of great ones is as uncertain as those. */
export const isNear = (one: number, other: number, of = other): boolean => Math.abs(one - other) <= leftOver(of);

/** How far something moved. */
export interface Distance {
  readonly difference: number;
  /** The greatest of the numbers that it is the difference of. */
  readonly of: number;
}

/** The greatest number, without its sign, of some that are subtracted. */
export const greatestOf = (values: Iterable<number>): number =>
  [...values].reduce((greatest, value) => Math.max(greatest, Math.abs(value)), 0);

/** The one named member that makes up most of a difference; null where none makes up half of it, or another as much. */
export function mostOf(parts: readonly Contribution[], difference: number): Contribution | null {
  const sign = Math.sign(difference);
  const [first, second] = parts.toSorted((one, other) => sign * (other.part - one.part));
  if (!first || !isNamed(first.member) || first.part === second?.part) return null;
  return (sign * first.part) / Math.abs(difference) >= leastOfDifference - hair ? first : null;
}

/** Before a member's name, among the facts: how much of the difference it makes up. */
const partOf = 'part: ';

/** Every member's part as a fact: the arithmetic of the sentence, to be added up. */
export const listedParts = (parts: readonly Contribution[]): Facts =>
  Object.fromEntries(parts.map(({ member, part }) => [`${partOf}${member}`, part]));

/** The parts that facts list, by member. */
export const partsListed = (facts: Facts): Map<string, number> =>
  new Map(
    Object.keys(facts)
      .filter((name) => name.startsWith(partOf))
      .map((name) => [name.slice(partOf.length), number(facts, name)]),
  );

/** Of what adds up, how far it moved and the member that moved most, as facts; null where no member makes up most of it, or the parts are not the whole. */
export function amountsMoved(parts: readonly Contribution[], { difference, of }: Distance): Facts | null {
  const most = mostOf(parts, difference);
  const sum = parts.reduce((total, { part }) => total + part, 0);
  if (!most || !isNear(sum, difference, of)) return null;
  return {
    member: most.member,
    difference: Math.abs(difference),
    moved: Math.abs(most.part),
    more: difference > 0,
    alone: Math.abs(most.part) > Math.abs(difference) + leftOver(of),
    ...listedParts(parts),
  };
}

/** Whether the facts of `amountsMoved` are right, by every member's part worked out again. */
export function holdsAmounts(facts: Facts, again: ReadonlyMap<string, number>, { difference, of }: Distance): boolean {
  const listed = partsListed(facts);
  const own = again.get(String(facts['member'])) ?? Number.NaN;
  const sign = Math.sign(difference);
  return (
    [...new Set([...listed.keys(), ...again.keys()])].every((member) =>
      isNear(listed.get(member) ?? Number.NaN, again.get(member) ?? Number.NaN, of),
    ) &&
    [...again.values()].every((part) => sign * part <= sign * own + leftOver(of)) &&
    isNear(number(facts, 'difference'), Math.abs(difference), of) &&
    isNear(number(facts, 'moved'), Math.abs(own), of) &&
    facts['more'] === difference > 0 &&
    facts['alone'] === Math.abs(own) > Math.abs(difference) + leftOver(of) &&
    sign * own >= leastOfDifference * Math.abs(difference) - leftOver(of)
  );
}

/** The rule that fires for the newest complete period, if one does. */
export const newestSignal = ({ usual }: Subject): Signal | null =>
  usual.signals.find(({ period }) => period === usual.newest) ?? null;

/** The newest complete period, and the one before it. */
interface Step {
  readonly now: PublishedValue;
  readonly before: PublishedValue;
  readonly difference: number;
}

/** The step from the period before, counted alike; null where it goes against the signal, or the newest period is only the end of a long run. */
export function stepOf({ usual, series }: Subject, { rules, side }: Signal): Step | null {
  const at = series.findIndex(({ period }) => period === usual.newest);
  const [before, now] = [series[at - 1], series[at]];
  if (!rules.includes('outside') || !before || !now || before.value === null || now.value === null) return null;
  if (before.status !== 'complete' || (usual.since !== null && before.from < usual.since)) return null;
  const difference = now.value - before.value;
  return difference !== 0 && difference > 0 === (side === 'above') ? { now, before, difference } : null;
}

/** Members' numbers in a period. */
export const valuesOf = ({ rows }: Pick<Parts, 'rows'>): Map<string, number> =>
  new Map(rows.map((row) => [row.member, row.value ?? Number.NaN]));

/** That the newest period is a change, as the signal says it. */
export function changeClaimed(subject: Subject): readonly Claim[] {
  const signal = newestSignal(subject);
  const row = subject.series.find(({ period }) => period === subject.usual.newest);
  const better = signal && row ? isBetter(subject.metric, signal.side, row.to) : null;
  return claimOf('change', subject, subject.usual.newest, better === null ? 'changed' : better ? 'better' : 'worse');
}
