import { keyOf, lotOf } from './chance.ts';
import type { Month, Task } from './plan.ts';

/** How sales answers a handover. */
export type Answer = 'accepted soon' | 'accepted later' | 'rejected soon' | 'no good answer';

/** One time that a person is qualified, as the plan of the month draws it. */
export interface Visit {
  readonly month: Month;
  /** Which of the month's qualified leads, and of how many. */
  readonly index: number;
  readonly of: number;
  readonly answer: Answer;
}

const least = 5;
const most = 10;

/** How many of a month's qualified leads were qualified before, some months earlier; none while the company is too young. */
function returning(months: readonly Month[], index: number): number {
  return index < most ? 0 : Math.round(months[index]!.qualified * 0.055);
}

/** Those of them who come back `gap` months later. */
function returningAfter(months: readonly Month[], index: number, gap: number): number {
  const all = returning(months, index);
  const kinds = most - least + 1;
  // Which gap comes first turns with the month, so that small months too give every gap its share.
  const place = (gap - least + index) % kinds;
  return Math.floor(all / kinds) + (place < all % kinds ? 1 : 0);
}

function answerOf(month: Month, index: number, of: number): Answer {
  const { acceptedSoon, acceptedLater, rejectedSoon } = month.rates;
  if (index < Math.round(of * acceptedSoon)) return 'accepted soon';
  if (index < Math.round(of * (acceptedSoon + acceptedLater))) return 'accepted later';
  return index < Math.round(of * (acceptedSoon + acceptedLater + rejectedSoon)) ? 'rejected soon' : 'no good answer';
}

function visitOf(month: Month, index: number): Visit {
  return { month, index, of: month.qualified, answer: answerOf(month, index, month.qualified) };
}

/** The place of the j-th who came back among a month's qualified leads: spread over those that sales accepts. */
function placeOfReturn(months: readonly Month[], index: number, j: number): number {
  const accepted = Math.round(months[index]!.qualified * months[index]!.rates.acceptedSoon);
  return Math.floor(((j + 0.5) * accepted) / Math.max(1, returning(months, index)));
}

/**
 * All the people who are qualified for the first time in a month, each with a later visit for those who come back. Nothing is
 * remembered from month to month: who comes back, and when, follows from the counts alone.
 */
export function* visitsOf(months: readonly Month[], month: Month): Generator<readonly [Visit, Visit?]> {
  const taken = new Set<number>();
  for (let j = 0; j < returning(months, month.index); j++) taken.add(placeOfReturn(months, month.index, j));
  const firstRejected = Math.round(month.qualified * (month.rates.acceptedSoon + month.rates.acceptedLater));
  let next = firstRejected;
  const back = new Map<number, Visit>();
  for (let gap = least; gap <= most; gap++) {
    const later = months[month.index + gap];
    if (!later) continue;
    const before = sumBefore(months, later.index, gap);
    for (let j = 0; j < returningAfter(months, later.index, gap) && next < month.qualified; j++)
      back.set(next++, visitOf(later, placeOfReturn(months, later.index, before + j)));
  }
  for (let index = 0; index < month.qualified; index++)
    if (!taken.has(index)) yield back.has(index) ? [visitOf(month, index), back.get(index)!] : [visitOf(month, index)];
}

function sumBefore(months: readonly Month[], index: number, gap: number): number {
  let before = 0;
  for (let earlier = least; earlier < gap; earlier++) before += returningAfter(months, index, earlier);
  return before;
}

/** The visit's place in a draw of lots named by `draw`, from 0 up to, not including, 1. */
export function shareOf(task: Task, visit: Visit, draw: number): number {
  const { index, of, month } = visit;
  return (lotOf(index, of, keyOf(task.seed, month.index, draw)) + 0.5) / of;
}
