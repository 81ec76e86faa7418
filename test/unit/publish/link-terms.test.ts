import { expect, test } from 'vitest';
import { linkTerms } from '../../../src/publish/link-terms.ts';
import { term } from './small-edition.ts';

const terms = [term('lead', 'leads'), term('qualified lead', 'qualified leads'), term('touch', 'touches')];
const named = (text: string) =>
  linkTerms(text, terms)
    .filter((piece) => piece.term)
    .map((piece) => `${piece.text} > ${piece.term?.slug}`);

test('a term is found in the singular and the plural, with a capital at the start of the text', () => {
  expect(named('Leads with a touch')).toEqual(['Leads > lead', 'touch > touch']);
});

test('the longest name wins', () => {
  expect(named('each qualified lead')).toEqual(['qualified lead > qualified-lead']);
});

test('a value that only looks like a term is none', () => {
  expect(named('type is Qualified Lead')).toEqual([]);
});

test('a part of a word is no term', () => {
  expect(named('misleading leadership')).toEqual([]);
});

test('the pieces put together are the text', () => {
  const text = 'A lead, two leads: its touches.';
  expect(
    linkTerms(text, terms)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test('without terms a text stays whole', () => {
  expect(linkTerms('a lead', [])).toEqual([{ text: 'a lead', term: null }]);
});
