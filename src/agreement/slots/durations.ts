import { units, type Duration, type Unit } from '../../values/tree.ts';
import { andThen, readName, readWords, reading, type Asking, type Reading } from '../reading.ts';
import { numberOf, sayNumber } from './numbers.ts';

/** Reads `5 business days`, `1 week`, `a month`. */
export function readDuration(
  asking: Asking,
  from: number,
  what = 'a stretch of time, such as `2 business days`',
): Reading<Duration>[] {
  const amount = amountAt(asking, from, what);
  if (amount === null) return [];
  return andThen(readUnit(asking, from + 1), (unit, next) => {
    const misfits = Number.isInteger(amount) && amount > 0 ? [] : [{ from, to: next, ...wholeOnly }];
    return [reading({ amount, unit }, next, misfits)];
  });
}

/** Reads a unit of time, as one or as many. */
export function readUnit(asking: Asking, from: number, what = 'a unit of time'): Reading<Unit>[] {
  return readName(asking, from, unitNames, what);
}

const unitNames = units.map((unit) => ({ is: unit, forms: [unit, unit.slice(0, -1)] }));

/** `1 business day`, `90 days`. */
export function sayDuration({ amount, unit }: Duration): string {
  return `${sayNumber(amount)} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}

const wholeOnly = { says: 'a stretch of time is a whole number above 0', fix: 'take a smaller unit' };

function amountAt(asking: Asking, from: number, what: string): number | null {
  const token = asking.tokens[from];
  if (token?.is === 'number') return numberOf(token.text);
  const article = readWords(asking, from, ['a'], what);
  return article === null ? null : 1;
}
