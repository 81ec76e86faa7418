import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { answers, picked, selectFor, told, verdicts, type Asked } from './asked.ts';
import type { Told, Value } from '../../../src/values/tree.ts';

const at = c.instant;

describe('one of the related records', () => {
  const calls = c.records('activity', {
    where: [c.test('is', { value: c.field('activity', 'kind'), other: c.literal(c.text('call')) })],
  });
  const activity = (key: string, lead: string, kind: string, completed: number | null): c.Row => ({
    key,
    lead,
    kind,
    completed,
  });
  const tables = {
    lead: [{ key: 'a' }, { key: 'b' }, { key: 'c' }],
    user: [{ key: 'u', team: 'North' }],
    activity: [
      { ...activity('a2', 'a', 'call', 2000), owner: 'u' },
      activity('a1', 'a', 'mail', 1000),
      { ...activity('a3', 'a', 'call', 3000), owner: 'gone' },
      activity('a4', 'a', 'call', null),
      activity('b1', 'b', 'mail', 500),
      activity('b2', 'b', 'call', 700),
      activity('b3', 'b', 'call', 700),
    ],
  };
  const key = c.path('activity', 'completed');
  test('the first, the last, and none at all', async () => {
    expect(await answers('lead', picked('first', calls, key), { tables })).toEqual({ a: 2000, b: 700, c: null });
    expect(await answers('lead', picked('last', c.records('activity'), key), { tables })).toEqual({
      a: 3000,
      b: 700,
      c: null,
    });
  });
  test('of one moment the later row is the last', async () => {
    const owned = { ...tables, activity: tables.activity.map((row) => ({ owner: `owner of ${row.key}`, ...row })) };
    const owner = c.path('activity', 'owner');
    expect(await answers('lead', picked('last', calls, owner), { tables: owned })).toMatchObject({ b: 'owner of b3' });
    expect(await answers('lead', picked('first', calls, owner), { tables: owned })).toMatchObject({ b: 'owner of b2' });
  });
  test('what its links lead to, where they do', async () => {
    const team = c.path('activity', 'owner.team');
    expect(await answers('lead', picked('first', calls, team), { tables })).toEqual({ a: 'North', b: null, c: null });
    expect(await answers('lead', picked('last', calls, team), { tables })).toEqual({ a: null, b: null, c: null });
  });
  test('its moments have slots and deadlines like those of the record', async () => {
    const row = (key: string, created: string, completed: string): c.Row[] => [
      { key, created: at(created) },
      { key: `of ${key}`, lead: key, kind: 'call', completed: at(completed) },
    ];
    const pairs = [
      row('in time', '2026-10-09T10:00:00Z', '2026-10-12T10:00:00Z'),
      row('late', '2026-10-09T10:00:00Z', '2026-10-12T10:00:01Z'),
    ];
    const both = { lead: pairs.map(([one]) => one!), activity: pairs.map(([, one]) => one!) };
    const first = told(picked('first', calls, key));
    const window = c.within(1, 'business days', 'after', c.moment('lead', 'created'));
    const inTime = c.test('is within', { moment: first, window });
    expect(await verdicts('lead', inTime, { tables: both })).toEqual({ 'in time': 'yes', late: 'no' });
    const fromFirst = c.within(1, 'business days', 'before', first);
    const before = c.test('is within', { moment: c.moment('lead', 'created'), window: fromFirst });
    expect(await verdicts('lead', before, { tables: both })).toEqual({ 'in time': 'yes', late: 'no' });
    const weekday: Value = { value: 'part of', part: 'weekday', of: first };
    expect(await answers('lead', weekday, { tables: both })).toEqual({ 'in time': 'Monday', late: 'Monday' });
  });
  test('it waits while its window is open', async () => {
    const soon = c.records('activity', {
      when: { when: 'window', window: c.within(5, 'days', 'after', c.moment('lead', 'created')) },
    });
    const rows = {
      lead: [
        { key: 'new', created: at('2026-11-08T08:00:00Z') },
        { key: 'old', created: at('2026-10-08T08:00:00Z') },
      ],
    };
    const known = c.test('is known', { value: picked('first', soon, key) });
    expect(await verdicts('lead', known, { tables: rows })).toEqual({ new: 'no, waits', old: 'no' });
  });
  test('by another field than the one that it happens at; where that is empty, it is in no order', async () => {
    const deals = {
      account: [{ key: 'x' }],
      opportunity: [
        { key: 'small', account: 'x', created: 1, amount: 100, currency: 'EUR' },
        { key: 'large', account: 'x', created: 2, amount: 900, currency: 'EUR' },
        { key: 'unknown', account: 'x', created: 3, amount: null },
      ],
    };
    const created = c.path('opportunity', 'created');
    const deal = c.records('opportunity');
    expect(await answers('account', picked('last', deal, created, 'amount'), { tables: deals })).toEqual({ x: 2 });
    expect(await answers('account', picked('first', deal, created, 'amount'), { tables: deals })).toEqual({ x: 1 });
  });
});

describe('the record before this one', () => {
  const change = (
    key: string,
    opportunity: string,
    when: number | null,
    sequence: number | null,
    to: string,
  ): c.Row => ({
    key,
    opportunity,
    at: when,
    sequence,
    to,
  });
  const rows = {
    stage_change: [
      change('x2', 'x', 200, null, 'Proposal'),
      change('x1', 'x', 100, null, 'Discovery'),
      change('x4', 'x', 300, 2, 'Won'),
      change('x3', 'x', 300, 1, 'Negotiation'),
      change('x0', 'x', null, 1, 'Lost'),
      change('y1', 'y', 250, null, 'Proposal'),
      change('y2', 'y', 250, null, 'Won'),
    ],
  };
  const previous = picked('previous', c.records('stage change'), c.path('stage change', 'to'));
  test('by moment, by sequence, by row; never one without a moment, and none before one without', async () => {
    expect(await answers('stage change', previous, { tables: rows })).toEqual({
      x1: null,
      x2: 'Discovery',
      x3: 'Proposal',
      x4: 'Negotiation',
      x0: null,
      y1: null,
      y2: 'Proposal',
    });
  });
  test('the next is the same the other way round', async () => {
    const next = picked('next', c.records('stage change'), c.path('stage change', 'to'));
    expect(await answers('stage change', next, { tables: rows })).toEqual({
      x1: 'Proposal',
      x2: 'Negotiation',
      x3: 'Won',
      x4: null,
      x0: null,
      y1: 'Won',
      y2: null,
    });
  });
  test('itself is never among its fellows', async () => {
    const others: Value = { value: 'number of', records: c.records('stage change') };
    expect(await answers('stage change', others, { tables: rows })).toMatchObject({ x1: 4, y1: 1 });
    const first = picked('first', c.records('stage change'), c.path('stage change', 'to'));
    expect(await answers('stage change', first, { tables: rows })).toMatchObject({ x1: 'Proposal', x2: 'Discovery' });
  });
});

describe('entries and the world of then', () => {
  const entered = (which: 'first' | 'last', choice: string): Told => ({
    value: 'entered',
    which,
    choice,
    type: { is: 'moment', precision: 'instant', may: 'be a fact' },
  });
  const [t1, t2, t3, t4] = ['2026-09-01', '2026-09-10', '2026-10-01', '2026-10-20'].map((day) =>
    at(`${day}T10:00:00Z`),
  );
  const tables = {
    opportunity: [
      { key: 'x', created: t1!, stage: 'Won', amount: 900, currency: 'EUR', owner: 'now' },
      { key: 'y', created: t1!, stage: 'Discovery', amount: 50, currency: 'EUR' },
    ],
    stage_change: [
      { key: '1', opportunity: 'x', at: t1!, from: null, to: 'Proposal', amount: 100, currency: 'EUR' },
      { key: '2', opportunity: 'x', at: t2!, from: 'Proposal', to: 'Proposal', amount: 300, currency: 'EUR' },
      { key: '3', opportunity: 'x', at: t3!, from: 'Won', to: 'Proposal', amount: null, currency: 'EUR' },
      { key: '4', opportunity: 'x', at: t4!, from: 'Proposal', to: 'Won', amount: 900, currency: 'EUR' },
    ],
  };
  test('a row whose stage stays is no entry', async () => {
    expect(await answers('opportunity', entered('first', 'Proposal'), { tables })).toEqual({ x: t1, y: null });
    expect(await answers('opportunity', entered('last', 'Proposal'), { tables })).toEqual({ x: t3, y: null });
  });
  const then = (asOf: string): Asked => ({ tables, asOf, knows: 'until then' });
  test('fields hold what the last row until then says', async () => {
    const [stage, amount] = [c.field('opportunity', 'stage'), c.field('opportunity', 'amount')];
    expect(await answers('opportunity', stage, then('2026-09-05T00:00:00Z'))).toEqual({
      x: 'Proposal',
      y: 'Discovery',
    });
    expect(await answers('opportunity', amount, then('2026-09-10T10:00:00Z'))).toEqual({ x: 300, y: 50 });
    expect(await answers('opportunity', amount, then('2026-10-02T00:00:00Z'))).toEqual({ x: null, y: 50 });
    expect(await answers('opportunity', stage, { tables })).toEqual({ x: 'Won', y: 'Discovery' });
  });
  test('later entries have not happened', async () => {
    expect(await answers('opportunity', entered('last', 'Proposal'), then('2026-09-30T00:00:00Z'))).toMatchObject({
      x: t1,
    });
    expect(await answers('opportunity', entered('first', 'Won'), then('2026-10-19T00:00:00Z'))).toMatchObject({
      x: null,
    });
  });
  test('a field without history is said to hold today’s value', () => {
    const asked = { knows: 'until then' } as const;
    const { statement } = selectFor('opportunity', asked, (reader, place) => {
      reader.valueAt(place, c.field('opportunity', 'stage'));
      return reader.valueAt(place, c.field('opportunity', 'owner.team')).sql;
    });
    expect([...statement.todays]).toEqual(["opportunity's owner", "user's team"]);
  });
});
