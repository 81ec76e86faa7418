import { expect, test } from 'vitest';
import { isRanked } from '../../../src/story/is-ranked.ts';
import { subjectOf } from '../../../src/story/subject.ts';
import type { Breakdown } from '../../../src/values/breakdown.ts';
import type { FieldPath, Value } from '../../../src/values/tree.ts';
import { agreement, followedUp, monthly, place, reading } from './made-up.ts';

const text = { is: 'text' } as const;
const path = (over: Partial<FieldPath>): FieldPath => ({
  from: 'handover',
  links: [],
  field: 'source',
  type: text,
  figure: false,
  ...over,
});

/** Whether a breakdown by this may be ranked; `is`: what the figure that it names is. */
function ranked(over: Partial<FieldPath>, is: Value | null = null, member = 'A'): boolean {
  const breakdown: Breakdown = {
    dimension: 'it',
    cut: { cut: 'value', path: path(over) },
    credit: null,
    clauseOf: null,
  };
  const metric = { ...followedUp, breakdowns: [breakdown] };
  const figure = { name: path(over).field, slug: '', kind: 'handover', term: null, inWords: '', type: text, at: place };
  const values = monthly(metric, [[18, 20]]).flatMap((row) => [row, { ...row, dimension: 'it', member }]);
  const given = { ...agreement, figures: is ? [{ ...figure, is }] : [] };
  return isRanked(subjectOf({ metric, agreement: given, values, reading: reading(metric) }), 'it');
}

test('sources and stages are ranked, teams and people are not', () => {
  expect(ranked({})).toBe(true);
  expect(ranked({ field: 'team', links: ['owner'] })).toBe(false);
  expect(ranked({ field: 'name', links: ['owner'] })).toBe(false);
});

test('nor is a figure that is the team of somebody, nor cases that are called like teams', () => {
  const team: Value = { value: 'field', path: path({ links: ['owner'], field: 'team' }) };
  expect(ranked({ field: 'team at the deadline', figure: true }, team)).toBe(false);
  const source: Value = { value: 'field', path: path({}) };
  expect(ranked({ field: 'first source', figure: true }, source)).toBe(true);
  expect(ranked({ field: 'first source', figure: true }, { value: 'or else', first: source, second: team })).toBe(
    false,
  );
  expect(ranked({ field: 'holder', figure: true }, { value: 'sorted', cases: [], others: 'Sales' }, 'Sales')).toBe(
    false,
  );
});
