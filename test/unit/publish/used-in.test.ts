import { expect, test } from 'vitest';
import { asksBusinessTime } from '../../../src/publish/business-time.ts';
import { figuresIn } from '../../../src/publish/figures-in.ts';
import { entriesOf, linkTerms } from '../../../src/publish/link-terms.ts';
import { usersOfFigure, usersOfTerm } from '../../../src/publish/used-in.ts';
import type { Agreement, Figure } from '../../../src/values/agreement.ts';
import type { Condition, FieldPath } from '../../../src/values/tree.ts';
import { agreement, metric, term } from './small-edition.ts';

const at = { file: 'x.yml', line: 1, column: 1 };
const number = { is: 'number' } as const;
const path = (field: string, figure: boolean): FieldPath => ({
  from: 'handover',
  links: [],
  field,
  type: number,
  figure,
});
const isA = (name: string): Condition => ({
  is: 'test',
  phrase: 'is a',
  slots: { links: [], term: name },
  said: '',
  at,
});
const figure = (name: string, of: FieldPath, ofTerm: string | null = null): Figure => ({
  name, slug: name.replaceAll(' ', '-'), kind: 'handover', term: ofTerm, inWords: '', is: { value: 'field', path: of }, type: number, at,
}); // prettier-ignore

const touch = term('touch', 'touches');
const hot = { ...term('hot lead', 'hot leads'), isA: 'lead', where: [isA('touch')] };
const score = figure('score', path('points', false));
const heat = figure('heat', path('score', true), 'hot lead');
const slugs = (metrics: readonly { readonly slug: string }[]) => metrics.map(({ slug }) => slug);

const all: Agreement = {
  ...agreement([
    metric('counts', {}, { term: 'hot lead', measure: { measure: 'count' } }),
    metric('sums', {}, { term: null, measure: { measure: 'sum', of: path('heat', true) } }),
    metric('other', {}, { term: null, measure: { measure: 'count' } }),
  ]),
  terms: [term('lead', 'leads'), touch, hot],
  figures: [score, heat],
};

const spoken = { agreement: all, catalogue: { kinds: [] } };

test('a term is used by what counts it, however deep it stands', () => {
  expect(slugs(usersOfTerm(touch, spoken))).toEqual(['counts', 'sums']);
  expect(slugs(usersOfTerm(hot, spoken))).toEqual(['counts', 'sums']);
});

test('a figure is used by what takes it, and by figures that it is made from', () => {
  expect(slugs(usersOfFigure(heat, spoken))).toEqual(['sums']);
  expect(slugs(usersOfFigure(score, spoken))).toEqual(['sums']);
});

test('a figure of another kind is not meant by the same name', () => {
  const other = { ...score, kind: 'lead' };
  expect(usersOfFigure(other, { ...spoken, agreement: { ...all, figures: [other, score, heat] } })).toEqual([]);
});

test('a text links figures as it links terms', () => {
  const pieces = linkTerms('The total of heat, over hot leads.', entriesOf(all));
  expect(pieces.flatMap((piece) => (piece.term ? [[piece.text, piece.term.slug]] : []))).toEqual([
    ['heat', 'heat'],
    ['hot leads', 'hot-lead'],
  ]);
});

test('a metric tells the figures that it takes itself, of the kind that its path ends at', () => {
  expect(figuresIn(all.metrics[1]?.wordings[0].measure, spoken)).toEqual([heat]);
  expect(figuresIn(heat.is, spoken)).toEqual([score]);
  expect(figuresIn({ ...path('heat', true), from: 'lead' }, spoken)).toEqual([]);
  expect(figuresIn(path('heat', false), spoken)).toEqual([]);
});

test('business time is found in figures and terms too', () => {
  const asks = (slug: string, of: Agreement) =>
    of.metrics.filter((one) => one.slug === slug).map((one) => asksBusinessTime(one, { ...spoken, agreement: of }));
  expect(asks('sums', all)).toEqual([false]);
  const moment = { moment: 'now' } as const;
  const waited = { ...score, is: { value: 'distance', unit: 'business hours', from: moment, to: moment } } as const;
  expect(asks('sums', { ...all, figures: [waited, heat] })).toEqual([true]);
  const falls = {
    is: 'test',
    phrase: 'falls on',
    slots: { days: 'a working day' },
    said: '',
    at,
  } as unknown as Condition;
  expect(asks('counts', { ...all, terms: [{ ...touch, where: [falls] }, hot] })).toEqual([true]);
  expect(asks('other', { ...all, terms: [{ ...touch, where: [falls] }, hot] })).toEqual([false]);
});
