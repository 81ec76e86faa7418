import { dateParts, type Value } from '../../values/tree.ts';
import type { Misfitting } from '../fits.ts';
import { distanceMisfit, isMoment, partMisfit } from '../moment-fits.ts';
import { andThen, anotherValue, readWords, reading, type Asking, type Misfit, type Reading } from '../reading.ts';
import { readUnit } from './durations.ts';
import { moment } from './moments.ts';

type Distance = Extract<Value, { readonly value: 'distance' }>;
type PartOf = Extract<Value, { readonly value: 'part of' }>;

/** Reads how far it is from one moment to another: `business hours from assigned to its first touch's completed`. */
export function readDistance(asking: Asking, from: number): Reading<Distance>[] {
  return andThen(readUnit(asking, from, anotherValue), (unit, afterUnit) => {
    const start = readWords(asking, afterUnit, ['from']);
    if (start === null) return [];
    return andThen(moment.read(asking, start), (one, afterOne) => {
      const to = readWords(asking, afterOne, ['to']);
      if (to === null) return [];
      return andThen(moment.read(asking, to), (other, end) => [
        reading({ value: 'distance', unit, from: one, to: other }, end, [
          ...misfitAt(isMoment(one), start, afterOne),
          ...misfitAt(isMoment(other), to, end),
          ...misfitAt(distanceMisfit(unit, one, other), from, afterUnit),
        ]),
      ]);
    });
  });
}

/** Reads `the weekday of created`. */
export function readPartOf(asking: Asking, from: number): Reading<PartOf>[] {
  return dateParts.flatMap((part) => {
    const next = readWords(asking, from, ['the', part, 'of'], anotherValue);
    if (next === null) return [];
    return andThen(moment.read(asking, next), (of, end) => [
      reading({ value: 'part of', part, of }, end, misfitAt(partMisfit(part, of), next, end)),
    ]);
  });
}

function misfitAt(misfit: Misfitting | null, from: number, to: number): Misfit[] {
  return misfit ? [{ ...misfit, from, to }] : [];
}
