import { comparable, ordered } from '../fits.ts';
import { phrase } from '../phrase.ts';
import { at } from './at.ts';
import { asNumbers, ask, not } from './plainly.ts';

/** A value beside another value. Nothing is more or less than an empty field, and no empty field is anything. */
export const comparing = {
  is: phrase({
    patterns: ['{value:value} is {other:operand}'],
    fits: ({ value, other }) => at('other', comparable(value, other)),
    query: (m, { value, other }) => m.compare(value, 'is', other),
    plain: (r, { value, other }) => ask(r, [value, other], (a, b) => a === b),
    example: { of: 'lead', says: 'do not contact is yes' },
  }),
  'is not': phrase({
    patterns: ['{value:value} is not {other:operand}'],
    fits: ({ value, other }) => at('other', comparable(value, other)),
    query: (m, { value, other }) => m.not(m.compare(value, 'is', other)),
    plain: (r, { value, other }) => not(ask(r, [value, other], (a, b) => a === b)),
    example: { of: 'lead', says: 'status is not New' },
  }),
  'differs from': phrase({
    patterns: ['{value:value} differs from {other:operand}'],
    fits: ({ value, other }) => at('other', comparable(value, other)),
    query: (m, { value, other }) => m.all([m.known(value), m.known(other), m.not(m.compare(value, 'is', other))]),
    plain: (r, { value, other }) => ask(r, [value, other], (a, b) => a !== b),
    example: { of: 'handover', says: "owner differs from its lead's owner" },
  }),
  'is at least': phrase({
    patterns: ['{value:value} is at least {least:operand}'],
    fits: ({ value, least }) => at('least', ordered(value, least)),
    query: (m, { value, least }) => m.compare(value, 'at least', least),
    plain: (r, { value, least }) =>
      ask(
        r,
        [value, least],
        asNumbers((a = 0, b = 0) => a >= b),
      ),
    example: { of: 'lead', says: 'score is at least 60' },
  }),
  'is at most': phrase({
    patterns: ['{value:value} is at most {most:operand}'],
    fits: ({ value, most }) => at('most', ordered(value, most)),
    query: (m, { value, most }) => m.compare(value, 'at most', most),
    plain: (r, { value, most }) =>
      ask(
        r,
        [value, most],
        asNumbers((a = 0, b = 0) => a <= b),
      ),
    example: { of: 'lead', says: 'company size is at most 1,000' },
  }),
  'is more than': phrase({
    patterns: ['{value:value} is more than {bound:operand}'],
    fits: ({ value, bound }) => at('bound', ordered(value, bound)),
    query: (m, { value, bound }) => m.compare(value, 'more than', bound),
    plain: (r, { value, bound }) =>
      ask(
        r,
        [value, bound],
        asNumbers((a = 0, b = 0) => a > b),
      ),
    example: { of: 'opportunity', says: 'amount is more than 10,000 EUR' },
  }),
  'is less than': phrase({
    patterns: ['{value:value} is less than {bound:operand}'],
    fits: ({ value, bound }) => at('bound', ordered(value, bound)),
    query: (m, { value, bound }) => m.compare(value, 'less than', bound),
    plain: (r, { value, bound }) =>
      ask(
        r,
        [value, bound],
        asNumbers((a = 0, b = 0) => a < b),
      ),
    example: { of: 'opportunity', says: 'the number of activities is less than 3' },
  }),
  'is between': phrase({
    patterns: ['{value:value} is between {least:operand} and {most:operand}'],
    fits: ({ value, least, most }) => at('least', ordered(value, least)) ?? at('most', ordered(value, most)),
    query: (m, { value, least, most }) =>
      m.all([m.compare(value, 'at least', least), m.compare(value, 'at most', most)]),
    plain: (r, { value, least, most }) => {
      const reachesLeast = ask(
        r,
        [value, least],
        asNumbers((a = 0, b = 0) => a >= b),
      );
      const staysUnderMost = ask(
        r,
        [value, most],
        asNumbers((a = 0, b = 0) => a <= b),
      );
      return { holds: reachesLeast.holds && staysUnderMost.holds, waits: reachesLeast.waits || staysUnderMost.waits };
    },
    example: { of: 'lead', says: 'company size is between 20 and 200' },
  }),
  'is known': phrase({
    patterns: ['{value:value} is known'],
    query: (m, { value }) => m.known(value),
    plain: (r, { value }) => r.known(value),
    example: { of: 'handover', says: 'rejection reason is known' },
  }),
  'is empty': phrase({
    patterns: ['{value:value} is empty'],
    query: (m, { value }) => m.not(m.known(value)),
    plain: (r, { value }) => not(r.known(value)),
    example: { of: 'handover', says: "its lead's region is empty" },
  }),
};
