import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import { recordsBehind } from '../../../src/measure/records-behind.ts';
import { readMeasured } from '../../../src/store/values.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { Condition } from '../../../src/values/tree.ts';

const asOf = '2026-11-09T05:40:00Z'; // a Monday, 06:40 in Berlin

const touch = c.term('touch', 'activity', {
  where: [c.test('is', { value: c.field('activity', 'direction'), other: c.literal(c.text('out')) })],
  exceptWhen: [c.test('is', { value: c.field('activity', 'automated'), other: c.yes })],
});

const touchedWithin = (days: number): Condition =>
  c.has(
    c.records('activity', {
      term: 'touch',
      when: { when: 'window', window: c.within(days, 'business days', 'after', c.moment('handover', 'assigned')) },
    }),
  );

const followedUp: Metric = c.metric(
  'followed-up',
  [
    c.wording('handover', {
      measure: { measure: 'share', countedIn: null },
      from: '2026-10-08',
      keptWhen: [touchedWithin(1)],
    }),
    c.wording('handover', {
      measure: { measure: 'share', countedIn: null },
      until: '2026-10-07',
      keptWhen: [touchedWithin(2)],
    }),
  ],
  {
    by: c.path('handover', 'qualified'),
    finest: 'week',
    breakdowns: [c.breakdown('source', c.path('handover', 'lead.source'))],
  },
);
const agreement = c.agreementOf({ metrics: [followedUp], terms: [touch] });

const handover = (lead: string | null, qualified: string, contact: string | null = null): c.Row => ({
  lead,
  contact,
  qualified: c.instant(qualified),
  assigned: c.instant(qualified),
});
const out = (lead: string | null, completed: string, more: c.Row = {}): c.Row => ({
  lead,
  completed: c.instant(completed),
  direction: 'out',
  automated: 0,
  ...more,
});

const rows = {
  lead: ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, source: key < 'c' ? 'Website' : null })),
  handover: [
    handover('a', '2026-10-05T08:00:00Z'), // Monday under the old wording: due Wednesday 10:00
    handover('b', '2026-10-08T08:00:00Z'), // Thursday under the new one: due Friday 10:00
    handover('c', '2026-10-09T08:00:00Z'), // Friday: due Monday
    handover('d', '2026-11-06T12:00:00Z'), // Friday 13:00: due Monday 13:00, which is ahead
    handover(null, '2026-11-05T08:00:00Z', 'x'), // a contact: due Friday 10:00
  ],
  activity: [
    out('a', '2026-10-07T08:00:00Z'), // to the second in time
    out('a', '2026-10-07T08:00:00Z'), // twice: still one handover
    out('b', '2026-10-09T08:00:01Z'), // a second late
    out('b', '2026-10-08T09:00:00Z', { automated: 1 }),
    out('c', '2026-10-12T07:59:00Z'),
    out('d', '2026-11-06T13:00:00Z'), // done, and waiting all the same
    out(null, '2026-11-05T09:00:00Z', { contact: 'x' }),
  ],
};

test('a share counts what was done within a business day, by the wording in force when the record qualified', async () => {
  const values = await c.valuesOf(agreement, rows, asOf);
  const weeks = values.filter(({ grain, dimension }) => grain === 'week' && dimension === '');
  expect(weeks.filter(({ records }) => records > 0)).toMatchObject([
    { period: 'week-2026-10-05', numerator: 2, denominator: 3, wording: null, status: 'complete' },
    { period: 'week-2026-11-02', value: 1, numerator: 1, denominator: 1, waiting: 1, records: 2, status: 'waiting' },
  ]);
  expect(weeks.map(({ period, value, wording, status }) => [period, value, wording, status])).toEqual([
    ['week-2026-10-05', 2 / 3, null, 'complete'],
    ['week-2026-10-12', null, '2026-10-08', 'complete'],
    ['week-2026-10-19', null, '2026-10-08', 'complete'],
    ['week-2026-10-26', null, '2026-10-08', 'complete'],
    ['week-2026-11-02', 1, '2026-10-08', 'waiting'],
    ['week-2026-11-09', null, '2026-10-08', 'so far'],
  ]);
});

test("a month that ends before the wording's change has the old one", async () => {
  const early = { ...rows, handover: [handover('a', '2026-09-28T08:00:00Z'), ...rows.handover] };
  const values = await c.valuesOf(agreement, early, asOf);
  const months = values.filter(({ grain, dimension }) => grain === 'month' && dimension === '');
  expect(months.map(({ period, wording }) => [period, wording])).toEqual([
    ['2026-09', 'the beginning'],
    ['2026-10', null],
    ['2026-11', '2026-10-08'],
  ]);
});

test('the parts of a breakdown add up to the whole', async () => {
  const values = await c.valuesOf(agreement, rows, asOf);
  const october = values.filter(({ period }) => period === '2026-10');
  expect(october.map(({ member, numerator, denominator }) => [member, numerator, denominator])).toEqual([
    ['', 2, 3],
    ['Not recorded', 1, 1],
    ['Website', 1, 2],
  ]);
});

test('a record dated past the as-of day lies ahead', async () => {
  const late = { handover: [handover('a', '2026-11-05T08:00:00Z'), handover('b', '2026-12-01T08:00:00Z')] };
  const values = await c.valuesOf(agreement, late, asOf);
  const months = values.filter(({ grain, dimension }) => grain === 'month' && dimension === '');
  expect(months.map(({ period, status }) => [period, status])).toEqual([
    ['2026-11', 'so far'],
    ['2026-12', 'ahead'],
  ]);
});

describe('the records behind a value', () => {
  test('are its facts, and add up to it in every period and for every member', async () => {
    const db = await c.storeWith(rows, asOf);
    const { values } = await measure({ db, agreement, catalogue: c.catalogue });
    for (const value of values) {
      const { dimension, member } = value;
      const behind = await recordsBehind({
        db,
        agreement,
        catalogue: c.catalogue,
        metric: 'followed-up',
        period: value.period,
        ...(dimension && { member: { dimension, name: member } }),
      });
      const count = (state: string): number => behind.filter((one) => one.state === state).length;
      expect([behind.length, count('in time'), count('waiting'), count('in time') + count('late')]).toEqual([
        value.records,
        value.numerator,
        value.waiting,
        value.denominator,
      ]);
    }
    await db.destroy();
  });

  test('can be told one by one', async () => {
    const db = await c.storeWith(rows, asOf);
    await measure({ db, agreement, catalogue: c.catalogue });
    const task = { db, agreement, catalogue: c.catalogue, metric: 'followed-up' };
    const week = await recordsBehind({ ...task, period: 'week-2026-10-05' });
    expect(week.map(({ key, day, state }) => [key, day, state])).toEqual([
      ['handover-0', '2026-10-05', 'in time'],
      ['handover-1', '2026-10-08', 'late'],
      ['handover-2', '2026-10-09', 'in time'],
    ]);
    expect(await recordsBehind({ ...task, period: '2019-01' })).toEqual([]);
    await db.destroy();
  });

  test('are not told by an agreement that was not measured', async () => {
    const db = await c.storeWith(rows, asOf);
    await measure({ db, agreement: c.agreementOf({ terms: [touch] }), catalogue: c.catalogue });
    await expect(
      recordsBehind({ db, agreement, catalogue: c.catalogue, metric: 'followed-up', period: 'all' }),
    ).rejects.toThrow('the agreement has changed since it was measured');
    await db.destroy();
  });
});

test('values, readings and stretches are kept in the store, in place of earlier ones', async () => {
  const db = await c.storeWith(rows, asOf);
  const uncountable = c.metric('no-score', [c.wording('lead')], { missing: ["lead's score"] });
  const both = { ...agreement, metrics: [followedUp, uncountable] };
  await measure({ db, agreement: both, catalogue: c.catalogue });
  const { problems, anew, ...measured } = await measure({ db, agreement: both, catalogue: c.catalogue });
  const { values, readings, stretches } = measured;
  expect({ problems, anew }).toEqual({ problems: [], anew: [] });
  expect(await readMeasured(db as never)).toEqual(measured);
  expect(stretches.map(({ grain }) => grain)).toEqual(['week', 'month']);
  expect(readings).toEqual([
    { metric: 'followed-up', asOf: c.instant(asOf), missing: [], todays: [] },
    { metric: 'no-score', asOf: null, missing: ["lead's score"], todays: [] },
  ]);
  expect(values.some(({ metric }) => metric === 'no-score')).toBe(false);
  await db.destroy();
});

test('joins repeat no row: many touches, members and stage changes leave a count as it is', async () => {
  const hasTouch = c.has(c.records('activity', { term: 'touch' }));
  const busy = c.term('busy', 'handover', {
    where: [{ is: 'any', of: [hasTouch, c.test('is found', { links: ['lead'] })] }],
  });
  const metric = c.metric('busy', [c.wording('handover', { term: 'busy' })], {
    by: c.path('handover', 'qualified'),
    breakdowns: [c.breakdown('owner', c.path('handover', 'lead.owner.team'))],
  });
  const many = { ...rows, activity: Array.from({ length: 50 }, () => out('a', '2026-10-05T09:00:00Z')) };
  const values = await c.valuesOf(c.agreementOf({ metrics: [metric], terms: [touch, busy] }), many, asOf);
  expect(c.series(values, 'all')).toEqual(['all 4']);
});

test('a record whose term is undecided waits, and does not count yet', async () => {
  const quick = c.term('quick', 'handover', {
    where: [
      c.test('is within', {
        moment: c.moment('handover', 'accepted'),
        window: c.within(7, 'days', 'after', c.moment('handover', 'qualified')),
      }),
    ],
  });
  const metric = c.metric('quick', [c.wording('handover', { term: 'quick' })], { by: c.path('handover', 'qualified') });
  const accepted = (qualified: string, at: string | null): c.Row => ({
    ...handover('a', qualified),
    accepted: at && c.instant(at),
  });
  const some = [
    accepted('2026-10-01T08:00:00Z', '2026-10-02T08:00:00Z'),
    accepted('2026-10-02T08:00:00Z', null),
    accepted('2026-11-05T08:00:00Z', '2026-11-06T08:00:00Z'),
  ];
  const values = await c.valuesOf(c.agreementOf({ metrics: [metric], terms: [quick] }), { handover: some }, asOf);
  expect(values.filter(({ grain }) => grain === 'month')).toMatchObject([
    { period: '2026-10', value: 1, waiting: 0, records: 1, status: 'complete' },
    { period: '2026-11', value: 0, waiting: 1, records: 1, status: 'so far' },
  ]);
});

test('in a conversion related records count only while its window is open', async () => {
  const metric = c.metric(
    'answered',
    [
      c.wording('handover', {
        measure: { measure: 'conversion', within: { amount: 2, unit: 'business days' }, countedIn: null },
        keptWhen: [c.has(c.records('activity', { term: 'touch' }))],
      }),
    ],
    { by: c.path('handover', 'qualified') },
  );
  const some = {
    handover: [handover('a', '2026-10-05T08:00:00Z'), handover('b', '2026-10-05T08:00:00Z')],
    activity: [out('a', '2026-10-07T08:00:00Z'), out('b', '2026-10-07T08:00:01Z')],
  };
  const values = await c.valuesOf(c.agreementOf({ metrics: [metric], terms: [touch] }), some, asOf);
  expect(values.find(({ period }) => period === '2026-10')).toMatchObject({
    numerator: 1,
    denominator: 2,
    status: 'complete',
  });
});

test('records are told where a wording that is not in force yet brings a clock of its own', async () => {
  const accepted = c.moment('handover', 'accepted');
  const window = { moment: accepted, window: c.within(3, 'business days', 'after', c.moment('handover', 'assigned')) };
  const quick = c.metric(
    'quick',
    [
      c.wording('handover', { from: '2026-12-01', keptWhen: [c.test('is within', window)] }),
      c.wording('handover', { until: '2026-11-30' }),
    ],
    { asOf: 'period end' },
  );
  const both = { ...agreement, metrics: [followedUp, quick] };
  const db = await c.storeWith(rows, asOf);
  await measure({ db, agreement: both, catalogue: c.catalogue });
  const task = { db, agreement: both, catalogue: c.catalogue, metric: 'followed-up' };
  expect(await recordsBehind({ ...task, period: 'week-2026-10-05' })).toHaveLength(3);
  await db.destroy();
});
