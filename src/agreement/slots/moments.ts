import { orders, units, type Duration, type Moment, type Order, type Window } from '../../values/tree.ts';
import { isDay } from '../day.ts';
import { andThen, readWords, reading, type Asking, type Reader, type Reading } from '../reading.ts';
import { sayNumber } from './literals.ts';
import { readPath, sayPath } from './paths.ts';
import type { Slot } from './slot.ts';

export const moment: Slot<Moment> = {
  means: 'a moment: a field such as `created`, a day such as `2026-01-31`, or `now`',
  read: (asking, from) => {
    const now = readWords(asking, from, ['now']);
    const fields = readPath(asking, from).map((found): Reading<Moment> => ({
      ...found,
      value: { moment: 'field', path: found.value },
    }));
    return [...fields, ...readDay(asking, from), ...(now === null ? [] : [reading<Moment>({ moment: 'now' }, now)])];
  },
  say: (filled) => {
    if (filled.moment === 'field') return sayPath(filled.path);
    return filled.moment === 'day' ? filled.day : 'now';
  },
};

/** `within 2 business days of assigned`. */
export const window: Slot<Window> = {
  means: 'a stretch of time beside a moment: `within 2 business days of assigned`',
  read: (asking, from) => {
    const next = readWords(asking, from, ['within']);
    if (next === null) return [];
    return andThen(readDuration(asking, next), (duration, afterDuration) =>
      sides.flatMap(([word, side]) => {
        const afterSide = readWords(asking, afterDuration, [word]);
        if (afterSide === null) return [];
        return andThen(moment.read(asking, afterSide), (anchor, end) => [reading({ duration, side, anchor }, end)]);
      }),
    );
  },
  say: ({ duration, side, anchor }, saying) =>
    `within ${sayDuration(duration)} ${side === 'after' ? 'of' : 'before'} ${moment.say(anchor, saying)}`,
};

export const order: Slot<Order> = {
  means: '`before`, `after`, `on`, `on or before` or `on or after`',
  read: (asking, from) =>
    orders.flatMap((word) => {
      const next = readWords(asking, from, word.split(' '));
      return next === null ? [] : [reading(word, next)];
    }),
  say: (filled) => filled,
};

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

const sides = [
  ['of', 'after'],
  ['after', 'after'],
  ['before', 'before'],
] as const;

const wholeOnly = { says: 'a stretch of time is a whole number above 0', fix: 'take a smaller unit' };

function amountAt(asking: Asking, from: number): number | null {
  const token = asking.tokens[from];
  if (token?.is === 'number') return Number(token.text.replaceAll(',', ''));
  const article = readWords(asking, from, ['a'], 'a stretch of time, such as `2 business days`');
  return article === null ? null : 1;
}

function readDay(asking: Asking, from: number): Reading<Moment>[] {
  const token = asking.tokens[from];
  if (token?.is !== 'day') return [];
  const misfits = isDay(token.text) ? [] : [{ from, to: from + 1, says: `there is no day ${token.text}`, fix: '' }];
  return [reading({ moment: 'day', day: token.text }, from + 1, misfits)];
}
