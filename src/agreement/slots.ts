import type { SlotType, SlotTypes } from '../values/tree.ts';
import { links, term } from './slots/links.ts';
import { literals, words } from './slots/literals.ts';
import { moment, order, window } from './slots/moments.ts';
import { counted } from './slots/records.ts';
import type { Slot } from './slots/slot.ts';
import { operand, value } from './slots/values.ts';
import { weekdays } from './slots/weekdays.ts';

/** What can stand in a pattern's slots. A new type is a line here and one in `SlotTypes`. */
export const slots = {
  value,
  operand,
  moment,
  window,
  order,
  literals,
  words,
  counted,
  weekdays,
  links,
  term,
} satisfies {
  readonly [Type in SlotType]: Slot<SlotTypes[Type]>;
};
