import { units, type Duration } from '../../values/tree.ts';
import { readWords, reading, type Asking, type Reader } from '../reading.ts';
import { sayNumber } from './numbers.ts';

/** Reads `5 business days`, `1 week`, `a month`. */
export const readDuration: Reader<Duration> = (asking, from) => {
  const amount = amountAt(asking, from);
  if (amount === null) return [];
  return units.flatMap((unit) => {
    const forms = [unit, unit.slice(0, -1)].map((form) => form.split(' '));
    const next = forms.map((words) => readWords(asking, from + 1, words, 'a unit of time')).find((end) => end !== null);
    if (next === undefined || next === null) return [];
    const misfits = Number.isInteger(amount) && amount > 0 ? [] : [{ from, to: next, ...wholeOnly }];
    return [reading({ amount, unit }, next, misfits)];
  });
};

/** `1 business day`, `90 days`. */
export function sayDuration({ amount, unit }: Duration): string {
  return `${sayNumber(amount)} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}

const wholeOnly = { says: 'a stretch of time is a whole number above 0', fix: 'take a smaller unit' };

function amountAt(asking: Asking, from: number): number | null {
  const token = asking.tokens[from];
  if (token?.is === 'number') return Number(token.text.replaceAll(',', ''));
  const article = readWords(asking, from, ['a'], 'a stretch of time, such as `2 business days`');
  return article === null ? null : 1;
}
