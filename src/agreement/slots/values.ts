import type { Value } from '../../values/tree.ts';
import { sayOperand, sayValue } from '../tree-in-words.ts';
import { readMeasured, readOperandPart, readPart } from './parts.ts';
import type { Slot } from './slot.ts';
import { withStep } from './steps.ts';

const alone = {
  says: 'a value that is written out is the same for every record',
  fix: 'begin with a field or a figure',
};

export const value: Slot<Value> = {
  means:
    "a field or figure (`score`, `its lead's score`), what a related record tells (`its first touch's completed`), a number of records, a stretch between moments; with one step (`amount minus recurring amount`)",
  read: (asking, from) => [
    ...withStep(asking, readPart(asking, from)),
    ...withStep(asking, readMeasured(asking, from)).map((found) =>
      found.value.value === 'literal' ? { ...found, misfits: [{ ...alone, from, to: found.next }] } : found,
    ),
  ],
  say: sayValue,
};

/** What stands on the right-hand side. */
export const operand: Slot<Value> = {
  means: "a value (`60`, `180,000 EUR`, `2 business days`, `yes`, `Website`), or another field (`its lead's score`)",
  read: (asking, from) => withStep(asking, readOperandPart(asking, from)),
  say: sayOperand,
};
