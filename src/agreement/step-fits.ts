/** Which values go together in a step. Each function says what does not fit, or gives null. */
import type { Calculation, Value, ValueType } from '../values/tree.ts';
import { alike, nameOf, typeName, type Misfitting } from './fits.ts';
import { unitMisfit } from './moment-fits.ts';
import { calculatedType, typeOfValue } from './value-type.ts';

const done: Readonly<Record<Calculation, string>> = {
  times: 'multiplied',
  'divided by': 'divided',
  plus: 'added',
  minus: 'subtracted',
};

/** The two can be calculated with, in this way. */
export function calculationMisfit(how: Calculation, left: Value, right: Value): Misfitting | null {
  const [one, other] = [typeOfValue(left), typeOfValue(right)];
  if (calculatedType(how, one, other) === null) {
    const says = `${nameOf(left)} is ${typeName(one)} and ${nameOf(right)} is ${typeName(other)}, which cannot be ${done[how]}`;
    return { says, fix: mending(how, one, other) };
  }
  if (one.is !== 'moment' || other.is !== 'duration') return null;
  if (right.value !== 'literal' || right.literal.literal !== 'duration')
    return {
      says: `${nameOf(right)} is not the same for every record`,
      fix: 'write the stretch of time out: "5 business days"',
    };
  return unitMisfit(right.literal.duration.unit, [one]);
}

/** Both are of one type, so that it does not matter which of them is there. */
export function elseMisfit(first: Value, second: Value): Misfitting | null {
  const [one, other] = [typeOfValue(first), typeOfValue(second)];
  if (alike(one, other) && (one.is !== 'duration' || other.is !== 'duration' || one.unit === other.unit)) return null;
  return {
    says: `${nameOf(first)} is ${typeName(one)} and ${nameOf(second)} is ${typeName(other)}`,
    fix: 'both must be of one kind',
  };
}

function mending(how: Calculation, one: ValueType, other: ValueType): string {
  if (one.is === 'moment' && other.is === 'moment') return 'say "days from ... to ..."';
  if (one.is === 'moment') return 'say how long: "created plus 5 business days"';
  if (one.is === 'duration' && other.is === 'duration') return 'count both in one unit';
  if (one.is === 'money' && other.is === 'number') return 'say which currency: "180,000 EUR"';
  return how === 'times' || how === 'divided by'
    ? 'calculate with numbers, amounts and stretches of time'
    : 'both must be of one kind';
}
