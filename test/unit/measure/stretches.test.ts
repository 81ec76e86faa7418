import { expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import type { Agreement, Metric, Term } from '../../../src/values/agreement.ts';
import type { Condition } from '../../../src/values/tree.ts';

/** Monday, 9 November, 06:40 in Berlin; the same time of October is the 9th, 06:40, or 04:40 in UTC. */
const asOf = '2026-11-09T05:40:00Z';

async function stretchesOf(agreement: Agreement, rows: Readonly<Record<string, readonly c.Row[]>>) {
  const db = await c.storeWith(rows, asOf);
  const { stretches } = await measure({ db, agreement, catalogue: c.catalogue });
  await db.destroy();
  return stretches;
}

const assigned = c.moment('handover', 'assigned');
const window = c.within(1, 'business days', 'after', assigned);
const unassigned: Condition = c.test('has not happened', { moment: assigned });
const byQualified = { by: c.path('handover', 'qualified'), finest: 'week' } as const;

const followedUp = c.metric(
  'followed-up',
  [
    c.wording('handover', {
      measure: { measure: 'share', countedIn: null },
      keptWhen: [c.has(c.records('activity', { when: { when: 'window', window } }))],
      exceptWhen: [unassigned],
    }),
  ],
  byQualified,
);
const counting = (slug: string, ...keptWhen: Condition[]): Metric =>
  c.metric(slug, [c.wording('handover', { keptWhen })], byQualified);

const handover = (lead: string, qualified: string, more: c.Row = {}): c.Row => ({
  lead,
  qualified: c.instant(qualified),
  assigned: c.instant(qualified),
  ...more,
});
const touch = (lead: string, completed: string): c.Row => ({ lead, completed: c.instant(completed) });

const rows = {
  handover: [
    handover('a', '2026-10-05T08:00:00Z', { accepted: c.instant('2026-10-09T04:40:00Z') }), // due Tuesday
    handover('b', '2026-10-06T08:00:00Z', { accepted: c.instant('2026-10-09T04:40:01Z') }), // due Wednesday
    handover('c', '2026-10-08T08:00:00Z'), // due Friday the 9th at 10:00: ahead
    handover('d', '2026-10-07T08:00:00Z', { assigned: c.instant('2026-10-09T07:00:00Z') }), // not assigned yet
    handover('e', '2026-10-09T04:40:01Z'), // not qualified yet
    handover('f', '2026-10-01T08:00:00Z'),
    handover('g', '2026-11-02T08:00:00Z'),
  ],
  activity: [
    touch('a', '2026-10-05T09:00:00Z'),
    touch('b', '2026-10-07T08:00:01Z'),
    touch('c', '2026-10-08T09:00:00Z'),
    touch('d', '2026-10-09T08:00:00Z'),
    touch('f', '2026-10-09T04:40:01Z'),
  ],
};

test('what was due is judged, what was ahead waits, what came later is not there', async () => {
  // a in time; b and f late; c waits; d and e are not promised yet. Of the third quarter and of 2025 there are no records.
  expect(await stretchesOf(c.agreementOf({ metrics: [followedUp] }), rows)).toEqual([
    {
      metric: 'followed-up',
      grain: 'week',
      running: 'week-2026-11-09',
      earlier: 'week-2026-11-02',
      until: c.instant('2026-11-02T05:40:00Z'),
      value: null,
      numerator: 0,
      denominator: 0,
      waiting: 0,
      records: 0,
    },
    {
      metric: 'followed-up',
      grain: 'month',
      running: '2026-11',
      earlier: '2026-10',
      until: c.instant('2026-10-09T04:40:00Z'),
      value: 1 / 3,
      numerator: 1,
      denominator: 3,
      waiting: 1,
      records: 4,
    },
  ]);
});

test('a touch, or a moment, after the end does not count then, however it is asked for', async () => {
  const accepted = c.moment('handover', 'accepted');
  const lately = c.within(2, 'business days', 'before', { moment: 'now' });
  const metrics = [
    counting('all'),
    counting('touched', c.has(c.records('activity'))),
    counting('untouched', c.has(c.records('activity'), 'exactly', 0)),
    counting('accepted', c.test('has happened', { moment: accepted })),
    counting('known', c.test('is known', { value: c.field('handover', 'accepted') })),
    counting(
      'after',
      c.test('is before or after', { moment: accepted, order: 'after', than: c.moment('handover', 'qualified') }),
    ),
    counting('lately', c.test('is within', { moment: c.moment('handover', 'qualified'), window: lately })),
  ];
  const months = (await stretchesOf(c.agreementOf({ metrics }), rows)).filter(({ grain }) => grain === 'month');
  // The touch of d and of f came later; so did b's acceptance, by a second. Two business days before are Wednesday morning.
  expect(months.map(({ metric, value }) => [metric, value])).toEqual([
    ['all', 5],
    ['touched', 3],
    ['untouched', 2],
    ['accepted', 1],
    ['known', 1],
    ['after', 1],
    ['lately', 2],
  ]);
});

const closedSum = c.metric(
  'won',
  [c.wording('opportunity', { measure: { measure: 'sum', of: c.path('opportunity', 'amount') } })],
  { by: c.path('opportunity', 'closed'), finest: 'month' },
);
const deal = (closed: string, amount: number, created: string | null = '2026-09-01T08:00:00Z'): c.Row => ({
  closed,
  amount,
  currency: 'EUR',
  created: created === null ? null : c.instant(created),
});
const deals = [
  deal('2026-09-20', 1),
  deal('2026-10-05', 10),
  deal('2026-10-05', 100, '2026-10-20T08:00:00Z'), // entered later
  deal('2026-10-08', 1_000, null), // nothing tells when it was entered
  deal('2026-10-09', 10_000), // a day is known by its date
  deal('2026-10-10', 100_000),
];

test('a record that was made later is not there, though its own day is earlier', async () => {
  const found = await stretchesOf(c.agreementOf({ metrics: [closedSum] }), { opportunity: deals });
  expect(found.map(({ earlier, value, records }) => [earlier, value, records])).toEqual([['2026-10', 11_010, 3]]);
});

test('a related record that was made later is not there either', async () => {
  const fromLeads: Term = c.term('from leads', 'opportunity', { where: [c.has(c.records('lead'))] });
  const metric = c.metric('from-leads', [c.wording('opportunity', { term: 'from leads' })], {
    by: c.path('opportunity', 'closed'),
  });
  const lead = (opportunity: string, created: string | null): c.Row => ({
    opportunity,
    created: created && c.instant(created),
  });
  const leads = [
    lead('opportunity-1', '2026-10-01T08:00:00Z'),
    lead('opportunity-3', null),
    lead('opportunity-4', '2026-10-09T05:00:00Z'),
  ];
  const found = await stretchesOf(c.agreementOf({ metrics: [metric], terms: [fromLeads] }), {
    opportunity: deals,
    lead: leads,
  });
  expect(found.map(({ earlier, value }) => [earlier, value])).toEqual([['2026-10', 2]]);
});

test('a ratio is that of its two metrics; a conversion has none', async () => {
  const spend = c.metric(
    'spend',
    [c.wording('spend', { measure: { measure: 'sum', of: c.path('spend', 'amount') } })],
    { by: c.path('spend', 'month') },
  );
  const ratio = c.metric('ratio', [
    c.wording('opportunity', { measure: { measure: 'ratio', of: 'won', per: 'spend', perIs: 'value' } }),
  ]);
  const ripening = c.metric(
    'ripening',
    [c.wording('lead', { measure: { measure: 'conversion', within: { amount: 30, unit: 'days' }, countedIn: null } })],
    { by: c.path('lead', 'created') },
  );
  const paid = ['2026-09-01', '2026-10-01'].map((month) => ({ month, amount: 5_505, currency: 'EUR' }));
  const made = [{ created: c.instant('2026-10-01T08:00:00Z') }];
  const found = await stretchesOf(c.agreementOf({ metrics: [ratio, closedSum, spend, ripening] }), {
    opportunity: deals,
    spend: paid,
    lead: made,
  });
  expect(found.filter(({ metric }) => metric === 'ripening')).toEqual([]);
  expect(found.find(({ metric }) => metric === 'ratio')).toMatchObject({
    earlier: '2026-10',
    value: 2,
    numerator: 11_010,
    denominator: 5_505,
    records: 3,
  });
});

test('the earlier wording judges the earlier stretch', async () => {
  const touched = c.has(c.records('activity'));
  const metric = c.metric(
    'changed',
    [
      c.wording('handover', { from: '2026-10-06', keptWhen: [touched] }),
      c.wording('handover', { until: '2026-10-05' }),
    ],
    byQualified,
  );
  const found = await stretchesOf(c.agreementOf({ metrics: [metric] }), rows);
  // a and f as they came, of b, c and d those touched by then.
  expect(found.find(({ grain }) => grain === 'month')).toMatchObject({ value: 4, records: 4 });
});
