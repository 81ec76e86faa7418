import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { answers, told, verdicts } from './asked.ts';
import type { ChoiceOrder, Figure } from '../../../src/values/agreement.ts';
import type { FieldPath, Moment, Unit, Value } from '../../../src/values/tree.ts';

const at = c.instant;

const duration = (amount: number, unit: Unit): Value => c.literal({ literal: 'duration', duration: { amount, unit } });
const plus = (left: Value, right: Value): Value => ({ value: 'calculated', how: 'plus', left, right });
const number = (amount: number): Value => c.literal({ literal: 'number', number: amount });
const euros = (minor: number): Value => c.literal({ literal: 'money', minor, currency: 'EUR' });

const figure = (name: string, kind: string, is: Value, more: Partial<Figure> = {}): Figure => ({
  name,
  slug: name.replaceAll(' ', '-'),
  kind,
  term: null,
  inWords: '',
  is,
  type: { is: 'number' },
  at: { file: 'data/agreement/vocabulary.yml', line: 1, column: 1 },
  ...more,
});
const figurePath = (of: Figure, links: readonly string[] = [], from = of.kind): FieldPath => ({
  from,
  links,
  field: of.name,
  type: of.type,
  figure: true,
});

describe('figures', () => {
  const tables = {
    lead: [
      { key: 'web', source: 'Website', created: at('2026-10-09T10:00:00Z') },
      { key: 'fair', source: 'Fair', created: at('2026-10-09T10:00:00Z') },
    ],
    activity: [
      { key: '1', lead: 'web', completed: 1 },
      { key: '2', lead: 'web', completed: 2 },
    ],
    handover: [
      { key: 'h', lead: 'web', accepted: at('2026-10-16T10:00:00Z') },
      { key: 'i', lead: 'gone', accepted: at('2026-10-16T10:00:01Z') },
      { key: 'j', lead: 'fair', accepted: at('2026-10-16T10:00:01Z') },
    ],
  };
  const inbound = c.term('inbound lead', 'lead', {
    where: [c.test('is', { value: c.field('lead', 'source'), other: c.literal(c.text('Website')) })],
  });
  const touches = figure(
    'touches',
    'lead',
    { value: 'number of', records: c.records('activity') },
    { term: 'inbound lead' },
  );
  const instantType = { is: 'moment', precision: 'instant', may: 'be a fact' } as const;
  const due = figure('due', 'lead', plus(c.field('lead', 'created'), duration(2, 'business days')), {
    type: instantType,
  });
  const agreement = { terms: [inbound], figures: [touches, due] };
  test('are empty for records that are not of their term', async () => {
    const value: Value = { value: 'field', path: figurePath(touches) };
    expect(await answers('lead', value, { tables, agreement })).toEqual({ web: 2, fair: null });
    const beyond: Value = { value: 'field', path: figurePath(touches, ['lead'], 'handover') };
    expect(await answers('handover', beyond, { tables, agreement })).toEqual({ h: 2, i: null, j: null });
  });
  test('a computed moment has windows of its own, on days that no record knows', async () => {
    const value: Value = { value: 'field', path: figurePath(due) };
    expect(await answers('lead', value, { tables, agreement })).toMatchObject({ web: at('2026-10-13T10:00:00Z') });
    const anchor: Moment = told({ value: 'field', path: figurePath(due, ['lead'], 'handover') });
    const window = c.within(3, 'business days', 'after', anchor);
    const inside = c.test('is within', { moment: c.moment('handover', 'accepted'), window });
    expect(await verdicts('handover', inside, { tables, agreement })).toEqual({ h: 'yes', i: 'no', j: 'no' });
  });
  test('a local date of a moment past all records is found', async () => {
    const far = figure('far', 'lead', plus(c.field('lead', 'created'), duration(3, 'months')), { type: instantType });
    const month: Value = { value: 'part of', part: 'month', of: told({ value: 'field', path: figurePath(far) }) };
    const asked = { tables: { lead: tables.lead }, agreement: { figures: [far] } };
    expect(await answers('lead', month, asked)).toEqual({ web: 'January', fair: 'January' });
  });
});

describe('calculations', () => {
  const deal = {
    opportunity: [
      { key: 'x', amount: 1005, currency: 'EUR', probability: 0.5 },
      { key: 'y', amount: -1005, currency: 'EUR', probability: 0 },
      { key: 'z' },
    ],
  };
  const [amount, probability] = [c.field('opportunity', 'amount'), c.field('opportunity', 'probability')];
  const reckon = (how: 'times' | 'divided by' | 'plus' | 'minus', left: Value, right: Value) =>
    answers('opportunity', { value: 'calculated', how, left, right }, { tables: deal });
  test('amounts are rounded half away from zero, empty stays empty, and over 0 is empty', async () => {
    expect(await reckon('times', amount, number(0.5))).toEqual({ x: 503, y: -503, z: null });
    expect(await reckon('divided by', amount, euros(10))).toEqual({ x: 100.5, y: -100.5, z: null });
    expect(await reckon('divided by', amount, probability)).toEqual({ x: 2010, y: null, z: null });
    expect(await reckon('minus', amount, euros(5))).toEqual({ x: 1000, y: -1010, z: null });
    expect(await reckon('divided by', number(1), number(2))).toEqual({ x: 0.5, y: 0.5, z: 0.5 });
  });
  test('of two values the first that is known', async () => {
    const first: Value = { value: 'or else', first: probability, second: number(7) };
    expect(await answers('opportunity', first, { tables: deal })).toEqual({ x: 0.5, y: 0, z: 7 });
  });
  test('a day and an instant make a day', async () => {
    const leads = {
      lead: [
        { key: 'a', created: at('2026-10-04T22:30:00Z'), retry_on: null },
        { key: 'b', created: at('2026-10-04T22:30:00Z'), retry_on: '2026-12-24' },
      ],
    };
    const either: Value = { value: 'or else', first: c.field('lead', 'retry on'), second: c.field('lead', 'created') };
    expect(await answers('lead', either, { tables: leads })).toEqual({ a: '2026-10-05', b: '2026-12-24' });
  });
  test('stretches of time are compared in the unit of the left side', async () => {
    const leads = {
      lead: [
        { key: 'a', created: 0, converted: 5400 },
        { key: 'b', created: 0, converted: 5401 },
      ],
    };
    const value: Value = {
      value: 'distance',
      unit: 'hours',
      from: c.moment('lead', 'created'),
      to: c.moment('lead', 'converted'),
    };
    const most = c.test('is at most', { value, most: duration(90, 'minutes') });
    expect(await verdicts('lead', most, { tables: leads })).toEqual({ a: 'yes', b: 'no' });
  });
});

describe('related records gathered', () => {
  const tables = {
    account: [{ key: 'x' }, { key: 'none' }, { key: 'empty' }],
    opportunity: [
      { key: '1', account: 'x', amount: 100, currency: 'EUR', created: 20 },
      { key: '2', account: 'x', amount: 201, currency: null, created: 10 },
      { key: '3', account: 'x', amount: null, currency: 'EUR' },
      { key: '4', account: 'empty' },
    ],
  };
  const of = (how: 'total' | 'average' | 'smallest' | 'largest', field: string): Promise<unknown> =>
    answers(
      'account',
      { value: 'gathered', how, of: c.path('opportunity', field), records: c.records('opportunity') },
      { tables },
    );
  test('of no known field at all is empty', async () => {
    expect(await of('total', 'amount')).toEqual({ x: 301, none: null, empty: null });
    expect(await of('average', 'amount')).toEqual({ x: 150.5, none: null, empty: null });
    expect(await of('smallest', 'amount')).toEqual({ x: 100, none: null, empty: null });
    expect(await of('largest', 'created')).toEqual({ x: 20, none: null, empty: null });
  });
});

describe('parts of dates, working days and orders', () => {
  const tables = {
    lead: [
      { key: 'a', created: at('2026-10-02T22:30:00Z') }, // Saturday the third in Berlin, a holiday
      { key: 'b', created: at('2026-03-29T01:15:00Z') }, // 03:15, in the hour after the gap
      { key: 'c', created: at('2026-10-05T06:59:59Z') },
      { key: 'd' },
    ],
  };
  const part = (name: 'year' | 'quarter' | 'month' | 'weekday' | 'hour'): Promise<unknown> =>
    answers('lead', { value: 'part of', part: name, of: c.moment('lead', 'created') }, { tables });
  test('are those of the local date and clock, years and quarters fiscal', async () => {
    expect(await part('year')).toEqual({ a: 2026, b: 2026, c: 2026, d: null });
    expect(await part('quarter')).toEqual({ a: 4, b: 1, c: 4, d: null });
    expect(await part('month')).toEqual({ a: 'October', b: 'March', c: 'October', d: null });
    expect(await part('weekday')).toEqual({ a: 'Saturday', b: 'Sunday', c: 'Monday', d: null });
    expect(await part('hour')).toEqual({ a: 0, b: 3, c: 8, d: null });
  });
  test('a moment falls on a working day, or on one of the week', async () => {
    const moment = c.moment('lead', 'created');
    const working = c.test('is on a working day', { moment });
    expect(await verdicts('lead', working, { tables })).toEqual({ a: 'no', b: 'no', c: 'yes', d: 'no' });
    const weekend = c.test('is on a weekday', { moment, days: ['Saturday', 'Sunday'] });
    expect(await verdicts('lead', weekend, { tables })).toEqual({ a: 'yes', b: 'yes', c: 'no', d: 'no' });
  });
  test('choices come in their order, and what is in none comes nowhere', async () => {
    const order: ChoiceOrder = {
      name: 'sales stage',
      inWords: '',
      fields: ['from', 'to'].map((field) => ({ kind: 'stage change', field })),
      choices: ['Discovery', 'Proposal', 'Won'],
      at: { file: 'data/agreement/vocabulary.yml', line: 1, column: 1 },
    };
    const rows = [
      { key: 'on', from: 'Discovery', to: 'Won' },
      { key: 'back', from: 'Won', to: 'Discovery' },
      { key: 'odd', from: 'Dreaming', to: 'Discovery' },
      { key: 'first', from: null, to: 'Discovery' },
    ];
    const asked = { tables: { stage_change: rows }, agreement: { orders: [order] } };
    const [from, to] = [c.field('stage change', 'from'), c.field('stage change', 'to')];
    const back = c.test('comes before', { value: to, other: from });
    expect(await verdicts('stage change', back, asked)).toEqual({ on: 'no', back: 'yes', odd: 'no', first: 'no' });
    const late = c.test('comes after', { value: to, other: c.literal(c.text('Proposal')) });
    expect(await verdicts('stage change', late, asked)).toEqual({ on: 'yes', back: 'no', odd: 'no', first: 'no' });
  });
  test('a value differs only where both are known', async () => {
    const rows = [
      { key: 'same', from: 'Won', to: 'Won' },
      { key: 'other', from: 'Lost', to: 'Won' },
      { key: 'empty', from: null, to: 'Won' },
    ];
    const differs = c.test('differs from', {
      value: c.field('stage change', 'to'),
      other: c.field('stage change', 'from'),
    });
    const asked = { tables: { stage_change: rows } };
    expect(await verdicts('stage change', differs, asked)).toEqual({ same: 'no', other: 'yes', empty: 'no' });
  });
});
