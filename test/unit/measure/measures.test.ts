import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import type { Measure, Metric, Wording } from '../../../src/values/agreement.ts';

const asOf = '2026-11-09T05:40:00Z';
const amount = c.path('opportunity', 'amount');

/** Deals by the day they closed: four in October, none in September, two in August. */
const deals: readonly c.Row[] = [
  { closed: '2026-08-03', amount: 1_000, currency: 'EUR', type: 'New' },
  { closed: '2026-08-31', amount: 500, currency: 'EUR', type: 'New' },
  { closed: '2026-10-01', amount: 100, currency: 'EUR', type: 'New' },
  { closed: '2026-10-15', amount: 200, currency: 'EUR', type: 'New' },
  { closed: '2026-10-20', amount: null, currency: 'EUR', type: 'Renewal' },
  { closed: '2026-10-31', amount: 700, currency: 'EUR', type: null },
];

function dealMetric(measure: Measure, more: Partial<Metric> = {}): Metric {
  return c.metric('deals', [c.wording('opportunity', { measure })], { by: c.path('opportunity', 'closed'), ...more });
}

async function byMonth(measure: Measure, rows = deals): Promise<string[]> {
  const values = await c.valuesOf(c.agreementOf({ metrics: [dealMetric(measure)] }), { opportunity: rows }, asOf);
  return c.series(values, 'month');
}

describe('measures of a field leave out the records where it is empty', () => {
  test('sum', async () => {
    expect(await byMonth({ measure: 'sum', of: amount })).toEqual([
      '2026-08 1500',
      '2026-09 0',
      '2026-10 1000',
      '2026-11 0',
    ]);
  });
  test('average', async () => {
    const months = await byMonth({ measure: 'average', of: amount });
    expect(months).toEqual(['2026-08 750', '2026-09 not known', `2026-10 ${1000 / 3}`, '2026-11 not known']);
  });
  test('median, halfway between the two in the middle', async () => {
    const months = await byMonth({ measure: 'median', of: amount });
    expect(months).toEqual(['2026-08 750', '2026-09 not known', '2026-10 200', '2026-11 not known']);
  });
  test('smallest and largest', async () => {
    expect((await byMonth({ measure: 'smallest', of: amount }))[2]).toBe('2026-10 100');
    expect((await byMonth({ measure: 'largest', of: amount }))[2]).toBe('2026-10 700');
  });
  test('count different', async () => {
    const months = await byMonth({ measure: 'count different', of: c.path('opportunity', 'type') });
    expect(months).toEqual(['2026-08 1', '2026-09 0', '2026-10 2', '2026-11 0']);
  });
});

test('a percentile lies between two records by a straight line', async () => {
  const months = await byMonth({ measure: 'percentile', of: amount, percent: 90 });
  // Of 100, 200 and 700 the ninth tenth lies four fifths of the way from the second to the third.
  expect(months).toEqual(['2026-08 950', '2026-09 not known', '2026-10 600', '2026-11 not known']);
  expect((await byMonth({ measure: 'percentile', of: amount, percent: 100 }))[2]).toBe('2026-10 700');
});

describe('the earliest and latest of moments are local dates, as days since 1970', () => {
  const october = Date.parse('2026-10-01') / 86_400_000;
  test('of days', async () => {
    const closed = c.path('opportunity', 'closed');
    expect((await byMonth({ measure: 'earliest', of: closed })).slice(1)).toEqual([
      '2026-09 not known',
      `2026-10 ${october}`,
      '2026-11 not known',
    ]);
    expect((await byMonth({ measure: 'latest', of: closed }))[2]).toBe(`2026-10 ${october + 30}`);
  });
  test('of instants', async () => {
    const rows = [
      { closed: '2026-10-05', created: c.instant('2026-09-30T22:00:00Z') }, // midnight in Berlin
      { closed: '2026-10-06', created: c.instant('2026-10-02T21:59:59Z') },
      { closed: '2026-10-06', created: null },
    ];
    const created = c.path('opportunity', 'created');
    expect(await byMonth({ measure: 'earliest', of: created }, rows)).toEqual([
      `2026-10 ${october}`,
      '2026-11 not known',
    ]);
    expect((await byMonth({ measure: 'latest', of: created }, rows))[0]).toBe(`2026-10 ${october + 1}`);
  });
});

test('a share counted in an amount is a part of what all records add up to; the records stay records', async () => {
  const isNew = c.test('is', { value: c.field('opportunity', 'type'), other: c.literal(c.text('New')) });
  const share = c.metric(
    'new-business',
    [c.wording('opportunity', { measure: { measure: 'share', countedIn: amount }, keptWhen: [isNew] })],
    { by: c.path('opportunity', 'closed') },
  );
  const values = await c.valuesOf(c.agreementOf({ metrics: [share] }), { opportunity: deals }, asOf);
  expect(values.filter(({ grain }) => grain === 'month')).toMatchObject([
    { period: '2026-08', value: 1, numerator: 1500, denominator: 1500, records: 2 },
    { period: '2026-09', value: null, numerator: 0, denominator: 0, records: 0 },
    { period: '2026-10', value: 0.3, numerator: 300, denominator: 1000, records: 4, waiting: 0 },
    { period: '2026-11', value: null },
  ]);
});

test('without a date to go by there is all time, by the wording in force, at the rates of when each record came to be', async () => {
  const wordings = [
    c.wording('opportunity', { measure: { measure: 'sum', of: amount }, from: '2026-10-01' }),
    c.wording('opportunity', { measure: { measure: 'count' }, until: '2026-09-30' }),
  ] as const;
  const currencies = {
    kind: 'plan',
    rates: [{ currency: 'USD', from: '2026-01-01', to: '2026-12-31', rate: 0.5 }],
  } as const;
  const rows = [
    { created: c.instant('2026-10-05T08:00:00Z'), amount: 100, currency: 'USD' },
    { created: null, amount: 10, currency: 'EUR' },
  ];
  const agreement = c.agreementOf({ metrics: [c.metric('all', wordings)], currencies });
  const values = await c.valuesOf(agreement, { opportunity: rows }, asOf);
  expect(values).toMatchObject([{ grain: 'all', value: 60, records: 2, wording: '2026-10-01', status: 'so far' }]);
});

test('a median is that of the records of each period and member, never of medians', async () => {
  const median = dealMetric(
    { measure: 'median', of: amount },
    { breakdowns: [c.breakdown('type', c.path('opportunity', 'type'))] },
  );
  const values = await c.valuesOf(c.agreementOf({ metrics: [median] }), { opportunity: deals }, asOf);
  expect(c.series(values, 'year')).toEqual(['FY2026 500']);
  expect(c.series(values, 'year', 'type')).toEqual([
    'FY2026 New 350',
    'FY2026 Not recorded 700',
    'FY2026 Renewal not known',
  ]);
});

describe('money', () => {
  const rates = [
    { currency: 'USD', from: '2026-01-01', to: '2026-12-31', rate: 0.89 },
    { currency: 'JPY', from: null, to: null, rate: 0.0062 },
  ];
  const inCurrencies = (...rows: [number, string][]): c.Row[] =>
    rows.map(([minor, currency]) => ({ closed: '2026-10-05', amount: minor, currency }));
  const sum = async (rows: readonly c.Row[], of: Metric = dealMetric({ measure: 'sum', of: amount })) =>
    c.valuesOf(c.agreementOf({ metrics: [of], currencies: { kind: 'plan', rates } }), { opportunity: rows }, asOf);

  test('is changed record by record, half a cent away from zero', async () => {
    // 50 US cents are 44.5 euro cents: 45 each, twice 90; with a minus, -45.
    expect(c.series(await sum(inCurrencies([50, 'USD'], [50, 'USD'])), 'year')).toEqual(['FY2026 90']);
    expect(c.series(await sum(inCurrencies([-50, 'USD'])), 'year')).toEqual(['FY2026 -45']);
  });
  test('without minor units: 1,000 yen are 6.20 euros', async () => {
    expect(c.series(await sum(inCurrencies([1000, 'JPY'])), 'year')).toEqual(['FY2026 620']);
  });
  test('without a rate on the day is not known, and a problem', async () => {
    const db = await c.storeWith({ opportunity: inCurrencies([100, 'CHF'], [100, 'EUR']) }, asOf);
    const agreement = c.agreementOf({ metrics: [dealMetric({ measure: 'sum', of: amount })] });
    const { values, problems } = await measure({ db, agreement, catalogue: c.catalogue });
    await db.destroy();
    expect(c.series(values, 'year')).toEqual(['FY2026 not known']);
    expect(problems.map(({ says }) => says)).toEqual([
      `1 amount of "deals" can't be counted: no rate is agreed for its currency and day`,
    ]);
  });
  test('without a day for the rate is a problem that says so', async () => {
    const { says, fix } = await daylessProblem();
    expect(`${says}; ${fix}`).toBe(
      '2 stage changes have no opportunity, so "rate on: its opportunity\'s created" is empty for them; leave them out with "its opportunity is found"',
    );
  });
  test('in a condition is compared in the reporting currency', async () => {
    const large = c.test('is at least', {
      value: c.field('opportunity', 'amount'),
      least: c.literal({ literal: 'money', minor: 8_900, currency: 'EUR' }),
    });
    const metric = c.metric('large', [c.wording('opportunity', { term: 'large' })], {
      by: c.path('opportunity', 'closed'),
    });
    const agreement = c.agreementOf({
      metrics: [metric],
      terms: [c.term('large', 'opportunity', { where: [large] })],
      currencies: { kind: 'plan', rates },
    });
    const rows = inCurrencies([10_000, 'USD'], [9_999, 'USD'], [9_999, 'EUR'], [8_000, 'EUR']);
    expect(c.series(await c.valuesOf(agreement, { opportunity: rows }, asOf), 'year')).toEqual(['FY2026 2']);
  });
});

describe('a ratio is sum over sum', () => {
  const spent: readonly c.Row[] = [
    { month: '2026-07-01', amount: 600, currency: 'EUR', source: 'Fair' },
    { month: '2026-10-01', amount: 500, currency: 'EUR', source: 'Fair' },
    { month: '2026-10-01', amount: 300, currency: 'EUR', source: 'Web' },
  ];
  const won = c.metric('won', [c.wording('opportunity', { measure: { measure: 'sum', of: amount } })], {
    by: c.path('opportunity', 'closed'),
    breakdowns: [c.breakdown('source', c.path('opportunity', 'source'))],
  });
  const spend = c.metric(
    'spend',
    [c.wording('spend', { measure: { measure: 'sum', of: c.path('spend', 'amount') } })],
    {
      by: c.path('spend', 'month'),
      breakdowns: [c.breakdown('source', c.path('spend', 'source'))],
    },
  );
  const ratio = c.metric(
    'effect',
    [c.wording('opportunity', { measure: { measure: 'ratio', of: 'won', per: 'spend', perIs: 'value' } })],
    {
      finest: 'month',
      breakdowns: [c.breakdown('source', c.path('opportunity', 'source'))],
    },
  );
  const rows = {
    opportunity: [
      { closed: '2026-10-05', amount: 1_000, currency: 'EUR', source: 'Fair' },
      { closed: '2026-09-05', amount: 400, currency: 'EUR', source: 'Event' },
    ],
    spend: spent,
  };

  test('in every period and for every member of either, not known over zero', async () => {
    const all = await c.valuesOf(c.agreementOf({ metrics: [ratio, won, spend] }), rows, asOf);
    const values = all.filter(({ metric }) => metric === 'effect');
    expect(c.series(values, 'month')).toEqual([
      '2026-07 0',
      '2026-08 not known',
      '2026-09 not known',
      '2026-10 1.25',
      '2026-11 not known',
    ]);
    expect(c.series(values, 'all')).toEqual(['all 1']);
    expect(c.series(values, 'all', 'source')).toEqual([
      'all Event not known',
      'all Fair 0.9090909090909091',
      'all Web 0',
    ]);
    const october = values.find(({ period, dimension }) => period === '2026-10' && dimension === '');
    expect(october).toMatchObject({ numerator: 1000, denominator: 800, records: 1, status: 'complete' });
    expect(values.find(({ period, dimension }) => period === '2026-11' && dimension === '')).toMatchObject({
      status: 'so far',
    });
  });
});

describe('a conversion counts those that have had the whole window', () => {
  const converted = c.test('has happened', { moment: c.moment('lead', 'converted') });
  const wording: Wording = c.wording('lead', {
    measure: { measure: 'conversion', within: { amount: 30, unit: 'days' }, countedIn: null },
    keptWhen: [converted],
  });
  const metric = c.metric('conversion', [wording], { by: c.path('lead', 'created') });
  const lead = (created: string, converted: string | null): c.Row => ({
    created: c.instant(created),
    converted: converted && c.instant(converted),
  });
  const rows = [
    lead('2026-09-01T10:00:00Z', '2026-09-20T10:00:00Z'),
    lead('2026-09-02T10:00:00Z', '2026-10-20T10:00:00Z'), // too late: after its window
    lead('2026-09-03T10:00:00Z', null),
    lead('2026-10-05T10:00:00Z', '2026-10-06T10:00:00Z'),
    lead('2026-10-20T10:00:00Z', '2026-10-21T10:00:00Z'), // its window is open until 19 November
  ];

  test('and a period with younger ones is maturing', async () => {
    const values = await c.valuesOf(c.agreementOf({ metrics: [metric] }), { lead: rows }, asOf);
    const months = values.filter(({ grain }) => grain === 'month');
    expect(months).toMatchObject([
      { period: '2026-09', numerator: 1, denominator: 3, waiting: 0, records: 3, status: 'complete' },
      { period: '2026-10', numerator: 1, denominator: 1, waiting: 1, records: 2, status: 'maturing' },
      { period: '2026-11', value: null, records: 0, status: 'so far' },
    ]);
  });
});

/** Of a sum of changes in dollars whose deals nobody knows. */
async function daylessProblem() {
  const changes = [1, 2].map((day) => ({
    at: 1_790_841_600 + day,
    opportunity: `gone-${day}`,
    amount: 100,
    currency: 'USD',
  }));
  const db = await c.storeWith({ stage_change: changes }, asOf);
  const wording = c.wording('stage change', { measure: { measure: 'sum', of: c.path('stage change', 'amount') } });
  const rateOn = c.path('stage change', 'opportunity.created');
  const metric = c.metric('changes', [wording], { by: c.path('stage change', 'at'), rateOn });
  const { problems } = await measure({ db, agreement: c.agreementOf({ metrics: [metric] }), catalogue: c.catalogue });
  await db.destroy();
  const [problem, ...others] = problems;
  expect(others).toEqual([]);
  if (!problem) throw new Error('There is no problem');
  return problem;
}
