/** Which things can be compared. Each function says what does not fit, or gives null. */
import type { Field, FieldType, MomentType } from '../values/catalogue.ts';
import type { Literal, Moment, Unit, Value, When, Window } from '../values/tree.ts';
import { sayLiteral } from './slots/literals.ts';
import { sayPath } from './slots/paths.ts';

/** What does not fit, in words. */
export interface Misfitting {
  readonly says: string;
  readonly fix: string;
}

/** `is` and `is not`: both sides are of one type, and moments are not compared by them. */
export function comparable(left: Value, right: Value): Misfitting | null {
  const [one, other] = [typeOf(left), typeOf(right)];
  if (one.is === 'moment')
    return { says: `${nameOf(left)} is a moment`, fix: 'say "is on", "is before" or "is after"' };
  if (one.is !== other.is) return different(left, right);
  if (one.is === 'link' && other.is === 'link' && one.to !== other.to) return different(left, right);
  return null;
}

/** `is at least` and its like: both sides are numbers, or both are money. */
export function ordered(left: Value, right: Value): Misfitting | null {
  const one = typeOf(left);
  if (one.is === 'moment') return { says: `${nameOf(left)} is a moment`, fix: 'say "is before" or "is after"' };
  if (one.is !== 'number' && one.is !== 'money') {
    return {
      says: `${nameOf(left)} is ${typeName(one)}, which is neither more nor less`,
      fix: 'say "is" or "is one of"',
    };
  }
  return one.is === typeOf(right).is ? null : different(left, right);
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
  const type = typeOf(value);
  return type.is === 'text' ? null : { says: `${nameOf(value)} is ${typeName(type)}, not a text`, fix: '' };
}

export function isMoment(moment: Moment): Misfitting | null {
  if (moment.moment !== 'field' || moment.path.type.is === 'moment') return null;
  return { says: `"${sayPath(moment.path)}" is ${typeName(moment.path.type)}, not a moment`, fix: '' };
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
  if (moment.moment === 'day') return 'day';
  return moment.moment === 'field' && moment.path.type.is === 'moment' ? moment.path.type.precision : 'instant';
}

/** The type of whatever can be compared. */
export function typeOf(value: Value): FieldType {
  if (value.value === 'field') return value.path.type;
  if (value.value === 'number of') return { is: 'number' };
  const { literal } = value.literal;
  return literal === 'day' ? { is: 'moment', precision: 'day', may: 'be a plan' } : { is: literal };
}

function different(left: Value, right: Value): Misfitting {
  const [one, other] = [typeOf(left), typeOf(right)];
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

function nameOf(value: Value): string {
  if (value.value === 'number of') return 'a number of records';
  if (value.value === 'literal')
    return value.literal.literal === 'text' ? `"${value.literal.text}"` : sayLiteral(value.literal);
  return `"${sayPath(value.path)}"`;
}

function typeName(type: FieldType): string {
  const names = { text: 'a text', number: 'a number', money: 'money', 'yes-no': 'a yes or no', moment: 'a moment' };
  return type.is === 'link' ? `a ${type.to}` : names[type.is];
}
