/** Which moments, and which stretches of time between them, make sense. Each function says what does not fit, or gives null. */
import type { Field } from '../values/catalogue.ts';
import type { DatePart, Moment, Unit, ValueType, When, Window } from '../values/tree.ts';
import { momentsOf } from './moments-of.ts';
import { nameOf, typeName, type Misfitting } from './fits.ts';
import { typeOfMoment } from './value-type.ts';

export function isMoment(moment: Moment): Misfitting | null {
  const type = typeOfMoment(moment);
  if (type.is === 'moment' || moment.moment !== 'told') return null;
  return { says: `${nameOf(moment.told)} is ${typeName(type)}, not a moment`, fix: '' };
}

/** Both are moments, and the window's unit suits their precision. */
export function inWindow(moment: Moment, window: Window): Misfitting | null {
  return (
    isMoment(moment) ??
    isMoment(window.anchor) ??
    unitMisfit(window.duration.unit, [typeOfMoment(moment), typeOfMoment(window.anchor)])
  );
}

/** What is said of related records' own moment. */
export function whenMisfit(happens: Field | undefined, when: When): Misfitting | null {
  if (when.when !== 'window')
    return (
      momentsOf(when)
        .map(isMoment)
        .find((misfit) => misfit !== null) ?? null
    );
  return (
    isMoment(when.window.anchor) ??
    unitMisfit(when.window.duration.unit, [...(happens ? [happens.type] : []), typeOfMoment(when.window.anchor)])
  );
}

/** The unit can be counted between the two. */
export function distanceMisfit(unit: Unit, from: Moment, to: Moment): Misfitting | null {
  return unitMisfit(unit, [typeOfMoment(from), typeOfMoment(to)]);
}

/** The moment has such a part. */
export function partMisfit(part: DatePart, of: Moment): Misfitting | null {
  const misfit = isMoment(of);
  if (misfit || part !== 'hour' || !hasNoHour(typeOfMoment(of))) return misfit;
  return { says: 'a day has no hour', fix: 'take a moment that is more than a day' };
}

const ofDays: readonly Unit[] = ['days', 'calendar days', 'weeks', 'months', 'business days'];

/** Whether a unit is counted from hour to hour, not from day to day. */
export const countsHours = (unit: Unit): boolean => !ofDays.includes(unit);

/** The unit can be counted from moments of these types. */
export function unitMisfit(unit: Unit, types: readonly ValueType[]): Misfitting | null {
  if (!countsHours(unit) || !types.some(hasNoHour)) return null;
  return {
    says: `a day has no hours to count ${unit} from or to`,
    fix: 'count in days, weeks, months or business days',
  };
}

/** A day by its nature. Where only this company's sources know no hour, the sentence is right, and waits for one (`missing.ts`). */
const hasNoHour = (type: ValueType): boolean =>
  type.is === 'moment' && type.precision === 'day' && type.hour !== 'unknown';
