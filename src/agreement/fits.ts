/** Which things can be compared. Each function says what does not fit, or gives null. */
import {
  coarserUnits,
  months,
  weekdays,
  type FieldPath,
  type Gathering,
  type Literal,
  type Unit,
  type Value,
  type ValueType,
} from '../values/tree.ts';
import { closestWord } from './closest-word.ts';
import { ourWordFor } from './other-words.ts';
import { withArticle } from './plural.ts';
import { sayLiteral } from './slots/literals.ts';
import type { Saying } from './slots/slot.ts';
import { saySteps, sayValue } from './tree-in-words.ts';
import { typeOfValue } from './value-type.ts';

/** What does not fit, in words. */
export interface Misfitting {
  readonly says: string;
  readonly fix: string;
}

/** `is`, `is not` and `differs from`: both sides are of one type, and moments are not compared by them. */
export function comparable(left: Value, right: Value): Misfitting | null {
  const [one, other] = [typeOfValue(left), typeOfValue(right)];
  if (one.is === 'moment')
    return { says: `${nameOf(left)} is a moment`, fix: 'say "is on", "is before" or "is after"' };
  return alike(one, other) ? partMisfit(left, right) : different(left, right);
}

/** `is at least` and its like: both sides are numbers, or amounts, or stretches of time. */
export function ordered(left: Value, right: Value): Misfitting | null {
  const one = typeOfValue(left);
  if (one.is === 'moment') return { says: `${nameOf(left)} is a moment`, fix: 'say "is before" or "is after"' };
  if (left.value === 'part of' && one.is === 'text' && right.value === 'part of') {
    const says = `${nameOf(left)} is a name, which starts again ${left.part === 'weekday' ? 'each week' : 'each year'}`;
    return { says, fix: 'compare days: "is after the end of the month of ..."' };
  }
  if (one.is !== 'number' && one.is !== 'money' && one.is !== 'duration') {
    return {
      says: `${nameOf(left)} is ${typeName(one)}, which is neither more nor less`,
      fix: one.is === 'text' ? 'say "is", "is one of", or "comes before" of choices that have an order' : 'say "is"',
    };
  }
  return alike(one, typeOfValue(right)) ? null : different(left, right);
}

/** Every item of the list can be what the value is. */
export function listed(left: Value, list: readonly Literal[]): Misfitting | null {
  for (const literal of list) {
    const item: Value = { value: 'literal', literal };
    const misfit = comparable(left, item) ?? otherUnit(left, item);
    if (misfit) return misfit;
  }
  return null;
}

/** What stands in a list is not turned into another unit. */
function otherUnit(left: Value, right: Value): Misfitting | null {
  const [one, other] = [typeOfValue(left), typeOfValue(right)];
  return one.is === 'duration' && other.is === 'duration' && one.unit !== other.unit ? different(left, right) : null;
}

export function textual(value: Value): Misfitting | null {
  const type = typeOfValue(value);
  return type.is === 'text' ? null : { says: `${nameOf(value)} is ${typeName(type)}, not a text`, fix: '' };
}

/** What is gathered can be added up and compared. */
export function gatheredMisfit(of: FieldPath, how: Gathering): Misfitting | null {
  if (of.type.is === 'number' || of.type.is === 'money' || of.type.is === 'duration') return null;
  const fix = 'it is taken of numbers, amounts and stretches of time';
  return { says: `"${saySteps(of)}" is ${typeName(of.type)}, of which there is no ${how}`, fix };
}

/** Whether values of the two types can be compared. A stretch of time compares with a number of its unit. */
export function alike(one: ValueType, other: ValueType): boolean {
  if (one.is === 'duration' && other.is === 'duration') return sameMeasure(one.unit, other.unit);
  if (one.is === 'duration' || other.is === 'duration') return one.is === 'number' || other.is === 'number';
  if (one.is === 'link' && other.is === 'link') return one.to === other.to;
  return one.is === other.is;
}

/** How a value is named in a problem. */
export function nameOf(value: Value): string {
  if (value.value === 'literal')
    return value.literal.literal === 'text' ? `"${value.literal.text}"` : sayLiteral(value.literal);
  return value.value === 'number of' ? 'a number of records' : `"${sayValue(value, briefly)}"`;
}

/** What a type is called in a problem. */
export function typeName(type: ValueType): string {
  const names = { text: 'a text', number: 'a number', money: 'money', 'yes-no': 'a yes or no', moment: 'a moment' };
  if (type.is === 'duration') return `a number of ${type.unit}`;
  return type.is === 'link' ? withArticle(type.to) : names[type.is];
}

/** Says what stands in a sentence in a problem: without the tests in it. */
export const briefly: Saying = {
  test: () => '...',
  mistakable: () => false,
  inner: false,
  years: false,
  apart: (part) => part,
};

function sameMeasure(one: Unit, other: Unit): boolean {
  return one === other || coarserUnits[one]?.unit === other || coarserUnits[other]?.unit === one;
}

const partNames = {
  month: months,
  weekday: weekdays,
} as const;

/** Months and weekdays are compared with the names that they have. */
function partMisfit(left: Value, right: Value): Misfitting | null {
  if (left.value !== 'part of' || (left.part !== 'month' && left.part !== 'weekday')) return null;
  if (right.value !== 'literal' || right.literal.literal !== 'text') return null;
  const { text } = right.literal;
  const known: readonly string[] = partNames[left.part];
  if (known.includes(text)) return null;
  const meant = closestWord(text, known);
  return {
    says: `there is no ${left.part} "${text}"`,
    fix: meant === null ? `expected ${known.join(', ')}` : `did you mean "${meant}"?`,
  };
}

function different(left: Value, right: Value): Misfitting {
  const [one, other] = [typeOfValue(left), typeOfValue(right)];
  const says = `${nameOf(left)} is ${typeName(one)} and ${nameOf(right)} is ${typeName(other)}`;
  const our =
    right.value === 'literal' && right.literal.literal === 'text'
      ? ourWordFor(right.literal.text.split(' ')[0] ?? '')
      : null;
  if (our?.startsWith('is ')) return { says, fix: `did you mean "${our}"?` };
  if (one.is === 'money' && right.value === 'literal' && right.literal.literal === 'text')
    return { says, fix: 'write an amount like "180,000 EUR"' };
  if (one.is === 'number' && right.value === 'literal' && right.literal.literal === 'text')
    return { says, fix: 'write a number like 60 or 1,200' };
  if (one.is === 'money' && other.is === 'number') return { says, fix: 'say which currency: "180,000 EUR"' };
  if (one.is === 'text' && right.value === 'literal')
    return { says, fix: `write a text in quotes: "${sayLiteral(right.literal)}"` };
  if (one.is === 'yes-no') return { says, fix: 'say "is yes" or "is no"' };
  if (one.is === 'duration' && other.is === 'duration') return { says, fix: 'count both in one unit' };
  return { says, fix: '' };
}
