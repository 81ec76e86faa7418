import type { PlainRecord, Verdict } from '../../values/plain.ts';
import type { Literal, Value } from '../../values/tree.ts';
import { listed, textual } from '../fits.ts';
import { phrase } from '../phrase.ts';
import { at } from './at.ts';
import { hasOneOf } from './plain-text.ts';
import { not } from './plainly.ts';

/** A value beside a list, and what a text has in it. The case of letters does not matter inside a text. */
export const listsAndText = {
  'is one of': phrase({
    patterns: ['{value:value} is one of {list:literals}'],
    fits: ({ value, list }) => at('list', listed(value, list)),
    query: (m, { value, list }) => m.oneOf(value, list),
    plain: (r, { value, list }) => isOneOf(r, value, list),
    example: { of: 'activity', says: 'kind is one of call, email, meeting' },
  }),
  'is none of': phrase({
    patterns: ['{value:value} is none of {list:literals}'],
    fits: ({ value, list }) => at('list', listed(value, list)),
    query: (m, { value, list }) => m.not(m.oneOf(value, list)),
    plain: (r, { value, list }) => not(isOneOf(r, value, list)),
    example: { of: 'handover', says: 'rejection reason is none of Other, Unknown' },
  }),
  contains: phrase({
    patterns: ['{value:value} contains {parts:words}', '{value:value} contains one of {parts:words}'],
    fits: ({ value }) => at('value', textual(value)),
    query: (m, { value, parts }) => m.has(value, 'anywhere', parts),
    plain: (r, { value, parts }) => r.ask([value], (text = '') => hasOneOf(text, 'anywhere', parts)),
    words: ({ parts }) =>
      parts.length === 1 ? '{value:value} contains {parts:words}' : '{value:value} contains one of {parts:words}',
    example: { of: 'lead', says: 'job title contains one of market, sales' },
  }),
  'contains the word': phrase({
    patterns: ['{value:value} contains the word {parts:words}', '{value:value} contains the word one of {parts:words}'],
    fits: ({ value }) => at('value', textual(value)),
    query: (m, { value, parts }) => m.has(value, 'as a word', parts),
    plain: (r, { value, parts }) => r.ask([value], (text = '') => hasOneOf(text, 'as a word', parts)),
    words: ({ parts }) =>
      parts.length === 1
        ? '{value:value} contains the word {parts:words}'
        : '{value:value} contains the word one of {parts:words}',
    example: { of: 'lead', says: 'job title contains the word one of head, chief, director' },
  }),
  'starts with': phrase({
    patterns: ['{value:value} starts with {parts:words}', '{value:value} starts with one of {parts:words}'],
    fits: ({ value }) => at('value', textual(value)),
    query: (m, { value, parts }) => m.has(value, 'at the start', parts),
    plain: (r, { value, parts }) => r.ask([value], (text = '') => hasOneOf(text, 'at the start', parts)),
    words: ({ parts }) =>
      parts.length === 1 ? '{value:value} starts with {parts:words}' : '{value:value} starts with one of {parts:words}',
    example: { of: 'campaign', says: 'name starts with Webinar' },
  }),
};

function isOneOf(r: PlainRecord, value: Value, list: readonly Literal[]): Verdict {
  const choices = list.map((literal) => r.literal(literal));
  return r.ask([value], (known = '') => choices.includes(known));
}
