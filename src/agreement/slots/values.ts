import type { Value } from '../../values/tree.ts';
import { sayDistance, sayPartOf } from './distances.ts';
import { sayGathered, sayNumberOf } from './gathered.ts';
import { inQuotes, sayLiteral } from './literals.ts';
import { readMeasured, readOperandPart, readPart } from './parts.ts';
import type { Saying, Slot } from './slot.ts';
import { withStep } from './steps.ts';
import { sayTold } from './told.ts';

export const value: Slot<Value> = {
  means:
    "a field or figure (`score`, `its lead's score`), what a related record tells (`its first touch's completed`), a number of records, a stretch between moments; with one step (`amount minus recurring amount`)",
  read: (asking, from) => [
    ...withStep(asking, readPart(asking, from)),
    ...withStep(asking, readMeasured(asking, from)).filter((found) => found.value.value !== 'literal'),
  ],
  say: sayValue,
};

/** What stands on the right-hand side. */
export const operand: Slot<Value> = {
  means: "a value (`60`, `180,000 EUR`, `2 business days`, `yes`, `Website`), or another field (`its lead's score`)",
  read: (asking, from) => withStep(asking, readOperandPart(asking, from)),
  say: (filled, saying) => {
    if (filled.value === 'calculated' || filled.value === 'or else') return sayValue(filled, saying);
    return sayOperandPart(filled, saying);
  },
};

/** A value as the agreement says it: `business hours from assigned to its first touch's completed`. Read again it is the same. */
export function sayValue(filled: Value, saying: Saying): string {
  const inside = { ...saying, inner: true };
  switch (filled.value) {
    case 'literal':
      return sayLiteral(filled.literal, saying.inner ? 'inside' : 'at the end');
    case 'number of':
      return sayNumberOf(filled, saying);
    case 'gathered':
      return sayGathered(filled, saying);
    case 'distance':
      return sayDistance(filled, saying);
    case 'part of':
      return sayPartOf(filled, saying);
    case 'calculated':
      return `${sayValue(filled.left, inside)} ${filled.how} ${sayOperandPart(filled.right, saying)}`;
    case 'or else':
      return `${sayValue(filled.first, inside)}, or else ${sayOperandPart(filled.second, inside)}`;
    default:
      return sayTold(filled, saying);
  }
}

/** A field of the record itself is said with `its` there, and a text in quotes that would be taken for more of the sentence. */
function sayOperandPart(filled: Value, saying: Saying): string {
  const said = sayValue(filled, saying);
  if (filled.value === 'field') return said.startsWith('its ') ? said : `its ${said}`;
  const text = filled.value === 'literal' && filled.literal.literal === 'text' ? filled.literal.text : '';
  return saying.mistakable(text) ? inQuotes(text) : said;
}
