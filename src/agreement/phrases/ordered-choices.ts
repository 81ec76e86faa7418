import type { PlainRecord, Verdict } from '../../values/plain.ts';
import type { Value } from '../../values/tree.ts';
import { inOneOrder } from '../order-fits.ts';
import { phrase } from '../phrase.ts';
import { at } from './at.ts';

/** Choices that have an order in the vocabulary, such as the stages of a deal. */
export const orderedChoices = {
  'comes before': phrase({
    patterns: ['{value:value} comes before {other:operand}'],
    fits: ({ value, other }, asking) => at('other', inOneOrder(value, other, asking.names)),
    query: (m, { value, other }) => m.comes(value, 'before', other),
    plain: (r, { value, other }) => ranked(r, value, other, (one, two) => one < two),
    example: { of: 'stage change', says: 'to comes before its from' },
  }),
  'comes after': phrase({
    patterns: ['{value:value} comes after {other:operand}'],
    fits: ({ value, other }, asking) => at('other', inOneOrder(value, other, asking.names)),
    query: (m, { value, other }) => m.comes(value, 'after', other),
    plain: (r, { value, other }) => ranked(r, value, other, (one, two) => one > two),
    example: { of: 'opportunity', says: 'stage comes after Discovery' },
  }),
};

function ranked(
  r: PlainRecord,
  value: Value,
  other: Value,
  question: (one: number, other: number) => boolean,
): Verdict {
  return r.ask([value, other], (a = '', b = '') => {
    const [one, two] = [r.rank(value, a), r.rank(value, b)];
    return one !== null && two !== null && question(one, two);
  });
}
