import type { MomentType } from '../values/catalogue.ts';
import type { Calculation, Literal, Moment, Value, ValueType } from '../values/tree.ts';

/** The type of a value of the tree. Of what does not fit together, the type of its left side: `fits` has refused it before. */
export function typeOfValue(value: Value): ValueType {
  switch (value.value) {
    case 'field':
    case 'picked':
      return value.path.type;
    case 'entered':
      return value.type;
    case 'literal':
      return typeOfLiteral(value.literal);
    case 'number of':
      return { is: 'number' };
    case 'gathered':
      return value.of.type;
    case 'distance':
      return { is: 'duration', unit: value.unit };
    case 'part of':
      return { is: value.part === 'month' || value.part === 'weekday' ? 'text' : 'number' };
    case 'edge':
      return typeOfMoment(value.edge);
    case 'beyond':
      return typeOfMoment(value.beyond);
    case 'sorted':
      return { is: 'text' };
    case 'result':
      return value.type;
    case 'calculated':
      return calculatedType(value.how, typeOfValue(value.left), typeOfValue(value.right)) ?? typeOfValue(value.left);
    case 'or else':
      return eitherType(typeOfValue(value.first), typeOfValue(value.second));
  }
}

/** The type of a moment: its precision, and whether it may lie ahead. */
export function typeOfMoment(moment: Moment): ValueType {
  switch (moment.moment) {
    case 'told':
      return typeOfValue(moment.told);
    case 'now':
      return { is: 'moment', precision: 'instant', may: 'be a fact' };
    case 'day':
    case 'period':
      return aDay;
    case 'edge': {
      const of = typeOfMoment(moment.of);
      const isFact = moment.which === 'start' && of.is === 'moment' && of.may === 'be a fact';
      return isFact ? { ...aDay, may: 'be a fact' } : aDay;
    }
    case 'beyond':
      return eitherType(typeOfMoment(moment.one), typeOfMoment(moment.other));
  }
}

/** What a calculation gives; null where the two do not go together so. */
export function calculatedType(how: Calculation, left: ValueType, right: ValueType): ValueType | null {
  const like = left.is === right.is && (left.is !== 'duration' || right.is !== 'duration' || left.unit === right.unit);
  const measured = left.is === 'number' || left.is === 'money' || left.is === 'duration';
  if (how === 'plus' || how === 'minus') {
    if (left.is === 'moment') return right.is === 'duration' ? left : null;
    return measured && like ? left : null;
  }
  if (measured && right.is === 'number') return left;
  if (how === 'times') return left.is === 'number' && right.is === 'money' ? right : null;
  return measured && like ? { is: 'number' } : null;
}

const aDay: MomentType = { is: 'moment', precision: 'day', may: 'be a plan' };

function typeOfLiteral(literal: Literal): ValueType {
  if (literal.literal === 'day') return aDay;
  if (literal.literal === 'duration') return { is: 'duration', unit: literal.duration.unit };
  return { is: literal.literal };
}

/** Two moments of which one is a day make a day; one of which one may lie ahead may. Of a day by its nature there is no hour to know. */
function eitherType(one: ValueType, other: ValueType): ValueType {
  if (one.is !== 'moment' || other.is !== 'moment') return one;
  const precision = one.precision === 'day' ? 'day' : other.precision;
  const days = [one, other].filter((type) => type.precision === 'day');
  const isUnknown = days.length > 0 && days.every(({ hour }) => hour === 'unknown');
  const may = one.may === 'be a plan' ? one.may : other.may;
  return { is: 'moment', precision, may, ...(isUnknown ? { hour: 'unknown' } : {}) };
}
