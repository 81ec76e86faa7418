/** What phrases have in common when they are asked of one record, plainly. */
import type { Known, PlainRecord, Verdict } from '../../values/plain.ts';
import { coarserUnits, type Count, type Unit, type Value } from '../../values/tree.ts';
import { typeOfValue } from '../value-type.ts';

/** Exactly the negation: it waits where the verdict waits. */
export function not({ holds, waits }: Verdict): Verdict {
  return { holds: !holds, waits };
}

/** Asks a question of values that are alike. Stretches of time of two units are asked about in the coarser one. */
export function ask(
  r: PlainRecord,
  values: readonly Value[],
  question: (...known: readonly Known[]) => boolean,
): Verdict {
  const units = values
    .map((value) => typeOfValue(value))
    .flatMap((type) => (type.is === 'duration' ? [type.unit] : []));
  const inCoarser = values.map((value) => timesFiner(value, units));
  return r.ask(values, (...known) =>
    question(...known.map((one, index) => (typeof one === 'number' ? one / (inCoarser[index] ?? 1) : one))),
  );
}

/** A question of numbers. */
export function asNumbers(
  question: (...numbers: readonly number[]) => boolean,
): (...known: readonly Known[]) => boolean {
  return (...known) => question(...known.map(Number));
}

/** Whether so many are what is asked for. */
export function reaches({ count, number }: Count, there: number): boolean {
  if (count === 'exactly') return there === number;
  return count === 'at least' ? there >= number : there <= number;
}

/** How many of a value's own unit make one of the coarser unit that another of the values has. */
function timesFiner(value: Value, units: readonly Unit[]): number {
  const type = typeOfValue(value);
  const coarser = type.is === 'duration' ? coarserUnits[type.unit] : undefined;
  return coarser !== undefined && units.includes(coarser.unit) ? coarser.of : 1;
}
