import { weekdays as all, type Weekday } from '../../values/tree.ts';
import { readName, type Reader } from '../reading.ts';
import { readList } from './lists.ts';
import type { Slot } from './slot.ts';

/** `Monday, Tuesday`. */
export const weekdays: Slot<readonly Weekday[]> = {
  means: 'weekdays with commas between them: `Saturday, Sunday`',
  read: (asking, from) => readList(asking, from, readWeekday),
  say: (list) => list.join(', '),
};

const readWeekday: Reader<Weekday> = (asking, from) =>
  readName(
    asking,
    from,
    all.map((day) => ({ is: day, forms: [day, `${day}s`] })),
    'a weekday',
  );
