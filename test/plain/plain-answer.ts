/** What a record answers when it is asked for a value. */
import { dayOf } from './plain-clock.ts';
import type { Answer, Sight } from './plain-world.ts';
import type { Day } from '../../src/values/period.ts';
import type { ValueType } from '../../src/values/tree.ts';
import type { Known } from '../../src/values/plain.ts';

export const nothing = (type: ValueType): Answer => ({ known: null, waits: false, type });

/** Whether an answer is a local date, an instant, or no moment. */
export const precisionOf = ({ type }: Answer): 'day' | 'instant' | null =>
  type.is === 'moment' ? type.precision : null;

/** A moment's local date. */
export function asDay(sight: Sight, { known, type }: Answer): Day | null {
  if (known === null || type.is !== 'moment') return null;
  return type.precision === 'day' ? String(known) : dayOf(sight.clock, Number(known));
}

const secondsIn: Readonly<Record<string, number>> = { minutes: 60, hours: 3600, days: 1, weeks: 7, months: 1 };

/** How many of its smallest unit a unit of time holds: business units count like the others. */
const sizeOf = (unit: string): number => secondsIn[unit.replace('business ', '').replace('calendar ', '')] ?? 1;

/** Answers that can be compared: moments by local date where one is a day. */
export function alike(sight: Sight, answers: readonly Answer[]): (Known | null)[] {
  const byDay = answers.some((one) => precisionOf(one) === 'day');
  return answers.map((answer) => (answer.type.is === 'moment' && byDay ? asDay(sight, answer) : answer.known));
}

/** Numbers that can be calculated with: stretches of time in the unit of the first. */
export function numbersOf(answers: readonly Answer[]): number[] {
  const unit = answers.map(({ type }) => (type.is === 'duration' ? type.unit : null)).find((one) => one !== null);
  return answers.map(({ known, type }) => {
    const isOther = type.is === 'duration' && unit !== undefined && type.unit !== unit;
    return isOther ? (Number(known) * sizeOf(type.unit)) / sizeOf(unit) : Number(known);
  });
}
