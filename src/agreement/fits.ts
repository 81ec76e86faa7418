/** Which things can be compared. Each function says what does not fit, or gives null. */
import type { Field, MomentType } from '../values/catalogue.ts';
import type { Literal, Moment, Unit, Value, ValueType, When, Window } from '../values/tree.ts';
import { sayLiteral } from './slots/literals.ts';
import { sayTold } from './slots/told.ts';
import { typeOfMoment, typeOfValue } from './value-type.ts';

/** What does not fit, in words. */
export interface Misfitting {
  readonly says: string;
  readonly fix: string;
}

/** `is` and `is not`: both sides are of one type, and moments are not compared by them. */
export function comparable(left: Value, right: Value): Misfitting | null {
  const [one, other] = [typeOfValue(left), typeOfValue(right)];
  if (one.is === 'moment')
    return { says: `${nameOf(left)} is a moment`, fix: 'say "is on", "is before" or "is after"' };
  if (one.is !== other.is) return different(left, right);
  if (one.is === 'link' && other.is === 'link' && one.to !== other.to) return different(left, right);
  return null;
}

/** `is at least` and its like: both sides are numbers, or both are money. */
export function ordered(left: Value, right: Value): Misfitting | null {
  const one = typeOfValue(left);
  if (one.is === 'moment') return { says: `${nameOf(left)} is a moment`, fix: 'say "is before" or "is after"' };
  if (one.is !== 'number' && one.is !== 'money') {
    return {
      says: `${nameOf(left)} is ${typeName(one)}, which is neither more nor less`,
      fix: 'say "is" or "is one of"',
    };
  }
  return one.is === typeOfValue(right).is ? null : different(left, right);
}

/** Every item of the list can be what the value is. */
export function listed(left: Value, list: readonly Literal[]): Misfitting | null {
  for (const literal of list) {
    const misfit = comparable(left, { value: 'literal', literal });
    if (misfit) return misfit;
  }
  return null;
}

export function textual(value: Value): Misfitting | null {
  const type = typeOfValue(value);
  return type.is === 'text' ? null : { says: `${nameOf(value)} is ${typeName(type)}, not a text`, fix: '' };
}

export function isMoment(moment: Moment): Misfitting | null {
  const type = typeOfMoment(moment);
  if (type.is === 'moment' || moment.moment !== 'told') return null;
  return { says: `"${sayTold(moment.told)}" is ${typeName(type)}, not a moment`, fix: '' };
}

/** Both are moments, and the window's unit suits their precision. */
export function inWindow(moment: Moment, window: Window): Misfitting | null {
  return (
    isMoment(moment) ??
    isMoment(window.anchor) ??
    unitMisfit(window.duration.unit, [precisionOf(moment), precisionOf(window.anchor)])
  );
}

/** What is said of related records' own moment. */
export function whenMisfit(happens: Field | undefined, when: When): Misfitting | null {
  if (when.when === 'order') return isMoment(when.than);
  const precision = happens?.type.is === 'moment' ? happens.type.precision : 'instant';
  return (
    isMoment(when.window.anchor) ?? unitMisfit(when.window.duration.unit, [precision, precisionOf(when.window.anchor)])
  );
}

const ofDays: readonly Unit[] = ['days', 'calendar days', 'weeks', 'months', 'business days'];

function unitMisfit(unit: Unit, precisions: readonly MomentType['precision'][]): Misfitting | null {
  if (!precisions.includes('day') || ofDays.includes(unit)) return null;
  return {
    says: `a day has no hours to count ${unit} from or to`,
    fix: 'count in days, weeks, months or business days',
  };
}

function precisionOf(moment: Moment): MomentType['precision'] {
  const type = typeOfMoment(moment);
  return type.is === 'moment' ? type.precision : 'instant';
}

function different(left: Value, right: Value): Misfitting {
  const [one, other] = [typeOfValue(left), typeOfValue(right)];
  const says = `${nameOf(left)} is ${typeName(one)} and ${nameOf(right)} is ${typeName(other)}`;
  if (one.is === 'money' && other.is === 'number') return { says, fix: 'say which currency: "180,000 EUR"' };
  if (one.is === 'text' && right.value === 'literal')
    return { says, fix: `write a text in quotes: ${quoted(right.literal)}` };
  if (one.is === 'yes-no') return { says, fix: 'say "is yes" or "is no"' };
  return { says, fix: '' };
}

function quoted(literal: Literal): string {
  return `"${sayLiteral(literal)}"`;
}

/** How a value is named in a problem. */
export function nameOf(value: Value): string {
  if (value.value === 'number of') return 'a number of records';
  if (value.value === 'literal')
    return value.literal.literal === 'text' ? `"${value.literal.text}"` : sayLiteral(value.literal);
  if (value.value === 'field') return `"${sayTold(value)}"`;
  return 'a value';
}

function typeName(type: ValueType): string {
  const names = {
    text: 'a text',
    number: 'a number',
    money: 'money',
    'yes-no': 'a yes or no',
    moment: 'a moment',
    duration: 'a stretch of time',
  };
  return type.is === 'link' ? `a ${type.to}` : names[type.is];
}
