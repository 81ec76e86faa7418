/** One value times, divided by, plus or minus another. */
import { numbersOf } from './plain-answer.ts';
import { dayDeadline, deadline } from './plain-deadline.ts';
import { roundedHalfAway } from './plain-money.ts';
import type { Sight, Answer } from './plain-world.ts';
import type { Calculation, ValueType } from '../../src/values/tree.ts';

export function calculated(sight: Sight, how: Calculation, left: Answer, right: Answer): Answer {
  const waits = left.waits || right.waits;
  const unpriced = left.unpriced || right.unpriced || false;
  const type = typeOf(how, left.type, right.type);
  if (left.known === null || right.known === null) return { known: null, waits, unpriced, type };
  if (left.type.is === 'moment') return { known: moved(sight, how, left, right), waits, type };
  const [one, other] = numbersOf([left, right]) as [number, number];
  const result = numbers[how](one, other);
  return { known: result !== null && type.is === 'money' ? roundedHalfAway(result) : result, waits, unpriced, type };
}

const numbers: Readonly<Record<Calculation, (one: number, other: number) => number | null>> = {
  times: (one, other) => one * other,
  'divided by': (one, other) => (other === 0 ? null : one / other),
  plus: (one, other) => one + other,
  minus: (one, other) => one - other,
};

function typeOf(how: Calculation, left: ValueType, right: ValueType): ValueType {
  if (how === 'divided by' && left.is === right.is) return { is: 'number' };
  return left.is === 'number' ? right : left;
}

/** The end of a window beside a moment. */
function moved(sight: Sight, how: Calculation, moment: Answer, by: Answer): Answer['known'] {
  if (by.type.is !== 'duration' || moment.type.is !== 'moment') return null;
  const duration = { amount: Number(by.known), unit: by.type.unit };
  const side = how === 'plus' ? 'after' : 'before';
  return moment.type.precision === 'day'
    ? dayDeadline(sight.clock, String(moment.known), duration, side)
    : deadline(sight.clock, Number(moment.known), duration, side);
}
