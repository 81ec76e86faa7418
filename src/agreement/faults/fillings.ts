import { dayPlus } from '../day.ts';
import type { Literal } from '../../values/tree.ts';

/** What a value could hold, as far as conditions tell it apart. `other text`: one that no condition names. */
export type Filling =
  | { readonly holds: 'nothing' }
  | { readonly holds: 'other text' }
  | { readonly holds: 'this'; readonly constant: Constant };

/** Money in minor units, with its currency before it: amounts of two currencies are not compared. */
export type Constant = string | number | boolean;

/** What conditions compare a value with; `whole` is a number of records. */
export type Sort = 'number' | 'whole' | 'text' | 'day' | 'yes-no';

/** A value by what is said of it. */
export interface Spoken {
  readonly sort: Sort;
  readonly constants: readonly Constant[];
}

/** A literal as a constant and its sort; null where it can't be told apart simply. */
export function constantOf(literal: Literal): { readonly sort: Sort; readonly constant: Constant } | null {
  switch (literal.literal) {
    case 'text':
      return { sort: 'text', constant: literal.text };
    case 'number':
      return { sort: 'number', constant: literal.number };
    case 'yes-no':
      return { sort: 'yes-no', constant: literal.yes };
    case 'day':
      return { sort: 'day', constant: literal.day };
    case 'money':
    case 'duration':
      return null;
  }
}

/** Everything that the value could hold and that its constants tell apart: they themselves, what lies between and beyond them, nothing. */
export function fillingsOf({ sort, constants }: Spoken): Filling[] {
  const these = new Set(around(sort, constants));
  const held = [...these].map((constant): Filling => ({ holds: 'this', constant }));
  if (sort === 'whole' || sort === 'yes-no') return held;
  return [...held, { holds: 'nothing' }, ...(sort === 'text' ? [{ holds: 'other text' } as const] : [])];
}

function around(sort: Sort, constants: readonly Constant[]): Constant[] {
  if (sort === 'yes-no') return [true, false];
  if (sort === 'text') return [...constants];
  if (sort === 'day') {
    const days = constants.map(String);
    return days.flatMap((day) => [dayPlus(day, -1), day, dayPlus(day, 1)]);
  }
  const numbers = constants.map(Number).toSorted((one, other) => one - other);
  const between = numbers.slice(1).map((number, index) => ((numbers[index] ?? number) + number) / 2);
  const all = [...numbers, ...numbers.map((number) => number - 1), ...numbers.map((number) => number + 1)];
  return sort === 'whole' ? all.filter((number) => number >= 0) : [...all, ...between];
}
