import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { fillingsOf } from '../../../src/measure/fillings.ts';
import type { Agreement, Measure, Metric, Wording } from '../../../src/values/agreement.ts';
import type { Condition, FieldPath } from '../../../src/values/tree.ts';

const score = c.path('lead', 'score');
const source = c.path('lead', 'source');
const value = (path: FieldPath) => ({ value: 'field', path }) as const;

const isOneOf = (path: FieldPath, ...texts: string[]): Condition =>
  c.test('is one of', { value: value(path), list: texts.map(c.text) });
const atLeast = (path: FieldPath, least: number): Condition =>
  c.test('is at least', { value: value(path), least: c.number(least) });
const else_ = '\u00B7';

function fillings(
  needs: readonly FieldPath[],
  where: readonly Condition[],
  more: Partial<Wording> = {},
  agreed: Partial<Agreement> = {},
) {
  const metric: Metric = c.metric('m', [c.wording('lead', { exceptWhen: where, ...more })], { needs });
  return fillingsOf(metric, { agreement: c.agreementOf({ metrics: [metric], ...agreed }), catalogue: c.catalogue });
}

describe('the ways in which a field could be filled', () => {
  test('of a text: what it is compared with, and something else', () => {
    expect(fillings([source], [isOneOf(source, 'Event', 'Website')])).toEqual([['Event'], ['Website'], [else_]]);
  });
  test('of a number: below, at, between and above what it is compared with', () => {
    expect(fillings([score], [atLeast(score, 60), atLeast(score, 80)])).toEqual([[59], [60], [70], [80], [81]]);
  });
  test('of an amount: whole minor units', () => {
    const amount = c.path('opportunity', 'amount');
    const money = (minor: number) => c.literal({ literal: 'money', minor, currency: 'EUR' });
    const large = c.test('is at least', { value: value(amount), least: money(500) });
    const metric = c.metric('m', [c.wording('opportunity', { exceptWhen: [large] })], { needs: [amount] });
    const sources = { agreement: c.agreementOf({ metrics: [metric] }), catalogue: c.catalogue };
    expect(fillingsOf(metric, sources)).toEqual([[499], [500], [501]]);
  });
  test('of a yes or no: both', () => {
    const asked = c.path('lead', 'do not contact');
    expect(fillings([asked], [])).toEqual([[0], [1]]);
  });
  test('of words: with and without each', () => {
    const job = c.path('lead', 'job title');
    const head = c.test('contains the word', { value: value(job), parts: ['head', 'chief'] });
    expect(fillings([job], [head])).toEqual([[else_], [`${else_} head`], [`${else_} chief`], [`${else_} head chief`]]);
  });
  test('of two fields: each with each', () => {
    expect(fillings([source, score], [isOneOf(source, 'Event'), atLeast(score, 60)])).toHaveLength(2 * 3);
  });
  test('come from the terms, what these narrow, and the figures', () => {
    const inbound = c.term('inbound lead', 'lead', { where: [isOneOf(source, 'Event')] });
    const good = c.term('good lead', 'lead', { isA: 'inbound lead', where: [atLeast(score, 60)] });
    const figure = {
      name: 'fit',
      slug: 'fit',
      kind: 'lead',
      term: null,
      inWords: '',
      is: value(score),
      type: { is: 'number' },
      at: inbound.at,
    } as const;
    const fit: FieldPath = { ...score, field: 'fit', figure: true };
    const ways = fillings(
      [source, score],
      [atLeast(fit, 90)],
      { term: 'good lead' },
      { terms: [inbound, good], figures: [figure] },
    );
    expect(ways.map(([, filler]) => filler)).toEqual([59, 60, 75, 90, 91, 59, 60, 75, 90, 91]);
  });
  test('of another record’s field: where links lead to it', () => {
    const its = c.path('handover', 'lead.source');
    const inbound = c.term('inbound lead', 'lead', { where: [isOneOf(source, 'Event')] });
    const metric = c.metric('m', [c.wording('handover', { keptWhen: [c.test('is a', { links: ['lead'], term: 'inbound lead' })] })], { needs: [its] }); // prettier-ignore
    const agreement = c.agreementOf({ metrics: [metric], terms: [inbound] });
    expect(fillingsOf(metric, { agreement, catalogue: c.catalogue })).toEqual([['Event'], [else_]]);
  });
});

describe('not all ways can be walked', () => {
  const size = c.path('lead', 'company size');
  test('of a field beside another', () => {
    expect(fillings([score], [c.test('is at least', { value: value(score), least: value(size) })])).toEqual([]);
  });
  test('of one that is calculated with, or added up', () => {
    const twice = { value: 'calculated', how: 'times', left: value(score), right: c.number(2) } as const;
    expect(fillings([score], [c.test('is at least', { value: twice, least: c.number(60) })])).toEqual([]);
    expect(fillings([score], [], { measure: { measure: 'sum', of: score } })).toEqual([]);
  });
  test('of a link that is followed', () => {
    const its = c.path('lead', 'owner.team');
    expect(fillings([c.path('lead', 'owner')], [isOneOf(its, 'North')])).toEqual([]);
  });
  test('of a link, where related records are asked for', () => {
    expect(fillings([c.path('lead', 'owner')], [c.has(c.records('activity'))])).toEqual([]);
  });
  test('of the currency of an amount that is read', () => {
    const [amount, currency] = [c.path('opportunity', 'amount'), c.path('opportunity', 'currency')];
    const inEuros = c.test('is one of', { value: value(currency), list: [c.text('EUR')] });
    const ways = (measure: Measure) => {
      const metric = c.metric('m', [c.wording('opportunity', { exceptWhen: [inEuros], measure })], {
        needs: [currency],
      });
      return fillingsOf(metric, { agreement: c.agreementOf({ metrics: [metric] }), catalogue: c.catalogue });
    };
    expect(ways({ measure: 'sum', of: amount })).toEqual([]);
    expect(ways({ measure: 'count' })).toEqual([['EUR'], [else_]]);
  });
  test('of too many', () => {
    const numbers = Array.from({ length: 501 }, (_, index) => atLeast(score, index));
    expect(fillings([score], numbers)).toEqual([]);
  });
});
