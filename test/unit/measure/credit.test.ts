import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import { recordsBehind } from '../../../src/measure/records-behind.ts';
import type { Measure, Metric } from '../../../src/values/agreement.ts';
import type { Breakdown, CreditModel } from '../../../src/values/breakdown.ts';

const asOf = '2026-11-09T05:40:00Z';

const byCampaign = (agreed: CreditModel, beside: readonly CreditModel[] = []): Breakdown => ({
  dimension: 'campaign',
  cut: { cut: 'value', path: c.path('opportunity', 'campaign') },
  credit: {
    agreed,
    touches: c.records('campaign touch', {
      when: { when: 'order', order: 'on or before', than: c.moment('opportunity', 'created') },
    }),
    path: c.path('campaign touch', 'campaign'),
    beside,
  },
  clauseOf: null,
});

const deals = (measure: Measure, breakdown: Breakdown, keptWhen: Metric['wordings'][0]['keptWhen'] = []): Metric =>
  c.metric('deals', [c.wording('opportunity', { measure, keptWhen })], {
    by: c.path('opportunity', 'closed'),
    breakdowns: [breakdown],
  });

const amount: Measure = { measure: 'sum', of: c.path('opportunity', 'amount') };
const even: CreditModel = { model: 'even' };
const created = c.instant('2026-09-01T08:00:00Z');

/** A deal of 1.00 euro that closed in October, credited to the fair by hand. */
const deal = (key: string, more: c.Row = {}): c.Row => ({
  key,
  created,
  closed: '2026-10-05',
  amount: 100,
  currency: 'EUR',
  campaign: 'fair',
  ...more,
});
const touch = (opportunity: string, campaign: string | null, day: string): c.Row => ({
  opportunity,
  campaign,
  at: c.instant(`2026-08-${day}T08:00:00Z`),
});

/** One deal after three touches: an advert, a mailing, a webinar. */
const three = {
  opportunity: [deal('one')],
  campaign_touch: [touch('one', 'webinar', '20'), touch('one', 'advert', '01'), touch('one', 'mailing', '10')],
};

async function october(metric: Metric, tables: Readonly<Record<string, readonly c.Row[]>>, dimension = 'campaign') {
  const values = await c.valuesOf(c.agreementOf({ metrics: [metric] }), tables, asOf);
  return c.series(values, 'month', dimension).filter((line) => line.startsWith('2026-10'));
}

describe('an amount of 1.00 after three touches', () => {
  const by = (model: CreditModel): Promise<string[]> => october(deals(amount, byCampaign(model)), three);
  test('goes to the first, or to the last', async () => {
    expect(await by({ model: 'first touch' })).toEqual(['2026-10 advert 100']);
    expect(await by({ model: 'last touch' })).toEqual(['2026-10 webinar 100']);
  });
  test('in even parts, with the cent that remains to the earliest', async () => {
    expect(await by(even)).toEqual(['2026-10 advert 34', '2026-10 mailing 33', '2026-10 webinar 33']);
  });
  test('by the weights of their positions', async () => {
    const weights: CreditModel = { model: 'by position', first: 40, last: 35, between: 25 };
    expect(await by(weights)).toEqual(['2026-10 advert 40', '2026-10 mailing 25', '2026-10 webinar 35']);
  });
  test('or where it is recorded', async () => {
    expect(await by({ model: 'recorded' })).toEqual(['2026-10 fair 100']);
  });
});

test('of two touches first and last share by their weights: 40 to 20 gives two thirds and one third', async () => {
  const weights: CreditModel = { model: 'by position', first: 40, last: 20, between: 40 };
  const two = { opportunity: [deal('one')], campaign_touch: three.campaign_touch.slice(0, 2) };
  expect(await october(deals(amount, byCampaign(weights)), two)).toEqual(['2026-10 advert 67', '2026-10 webinar 33']);
  const ends: CreditModel = { model: 'by position', first: 0, last: 0, between: 100 };
  expect(await october(deals(amount, byCampaign(ends)), two)).toEqual(['2026-10 advert 50', '2026-10 webinar 50']);
});

test('a loss is split like a gain', async () => {
  const loss = { ...three, opportunity: [deal('one', { amount: -100 })] };
  expect(await october(deals(amount, byCampaign(even)), loss)).toEqual([
    '2026-10 advert -34',
    '2026-10 mailing -33',
    '2026-10 webinar -33',
  ]);
});

test('a count is split to the millionth, and a deal counts among the records of each that it credits', async () => {
  const metric = deals({ measure: 'count' }, byCampaign(even));
  const values = await c.valuesOf(c.agreementOf({ metrics: [metric] }), three, asOf);
  const members = values.filter(({ grain, dimension }) => grain === 'year' && dimension === 'campaign');
  expect(members.map(({ member, value, records }) => [member, value, records])).toEqual([
    ['advert', 0.333334, 1],
    ['mailing', 0.333333, 1],
    ['webinar', 0.333333, 1],
  ]);
  expect(c.series(values, 'year')).toEqual(['FY2026 1']);
});

test('a share’s parts are split, too', async () => {
  const won = c.test('is', { value: c.field('opportunity', 'stage'), other: c.literal(c.text('Won')) });
  const metric = deals({ measure: 'share', countedIn: null }, byCampaign(even), [won]);
  const tables = {
    opportunity: [deal('one', { stage: 'Won' }), deal('two', { stage: 'Lost' })],
    campaign_touch: [touch('one', 'advert', '01'), touch('one', 'mailing', '02'), touch('two', 'advert', '03')],
  };
  const values = await c.valuesOf(c.agreementOf({ metrics: [metric] }), tables, asOf);
  const year = values.filter(({ grain, dimension }) => grain === 'year' && dimension === 'campaign');
  expect(year.map(({ member, numerator, denominator, value }) => [member, numerator, denominator, value])).toEqual([
    ['advert', 0.5, 1.5, 1 / 3],
    ['mailing', 0.5, 0.5, 1],
  ]);
});

test('without touches a deal goes where it is recorded, and later touches led to nothing', async () => {
  const tables = {
    opportunity: [deal('one'), deal('two', { campaign: null }), deal('three')],
    campaign_touch: [{ ...touch('three', 'webinar', '01'), at: c.instant('2026-09-02T08:00:00Z') }],
  };
  expect(await october(deals(amount, byCampaign(even)), tables)).toEqual([
    '2026-10 Not recorded 100',
    '2026-10 fair 200',
  ]);
});

test('touches of one moment stand in the order of their rows; one that names no campaign is one all the same', async () => {
  const tables = {
    opportunity: [deal('one')],
    campaign_touch: [touch('one', 'mailing', '01'), touch('one', 'advert', '01'), touch('one', null, '01')],
  };
  const model: CreditModel = { model: 'first touch' };
  expect(await october(deals(amount, byCampaign(model)), tables)).toEqual(['2026-10 mailing 100']);
  expect(await october(deals(amount, byCampaign({ model: 'last touch' })), tables)).toEqual([
    '2026-10 Not recorded 100',
  ]);
});

test('what other models say stands beside, under dimensions of their own', async () => {
  const metric = deals(amount, byCampaign(even, [{ model: 'recorded' }, { model: 'first touch' }]));
  const values = await c.valuesOf(c.agreementOf({ metrics: [metric] }), three, asOf);
  const dimensions = values.filter(({ grain }) => grain === 'all').map(({ dimension, member }) => [dimension, member]);
  expect(dimensions).toEqual([
    ['', ''],
    ['campaign', 'advert'],
    ['campaign', 'mailing'],
    ['campaign', 'webinar'],
    ['campaign, as recorded', 'fair'],
    ['campaign, by first touch', 'advert'],
  ]);
});

test('behind a member stand the deals that it gets credit for, with its part of each', async () => {
  const agreement = c.agreementOf({ metrics: [deals(amount, byCampaign(even, [{ model: 'last touch' }]))] });
  const tables = {
    opportunity: [deal('one'), deal('two'), deal('three')],
    campaign_touch: [...three.campaign_touch, touch('one', 'advert', '30'), touch('two', 'advert', '02')],
  };
  const db = await c.storeWith(tables, asOf);
  await measure({ db, agreement, catalogue: c.catalogue });
  const behind = async (dimension: string, name: string) => {
    const member = { dimension, name };
    const found = await recordsBehind({ db, agreement, catalogue: c.catalogue, metric: 'deals', period: '2026-10', member }); // prettier-ignore
    return found.map(({ key, day, state, amount }) => [key, day, state, amount]);
  };
  // Of four touches the first and the last are the advert's.
  expect(await behind('campaign', 'advert')).toEqual([
    ['one', '2026-10-05', 'counted', 50],
    ['two', '2026-10-05', 'counted', 100],
  ]);
  expect(await behind('campaign', 'fair')).toEqual([['three', '2026-10-05', 'counted', 100]]);
  expect(await behind('campaign, by last touch', 'advert')).toEqual([
    ['one', '2026-10-05', 'counted', 100],
    ['two', '2026-10-05', 'counted', 100],
  ]);
  await db.destroy();
});

test('credit adds up to exactly the whole, in every period and by every model', async () => {
  const model = fc.oneof(
    fc.constantFrom<CreditModel>({ model: 'recorded' }, { model: 'first touch' }, { model: 'last touch' }, even),
    fc.integer({ min: 0, max: 100 }).map((first): CreditModel => {
      const last = Math.floor((100 - first) / 3);
      return { model: 'by position', first, last, between: 100 - first - last };
    }),
  );
  const number = fc.option(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }));
  const day = fc.constantFrom('2026-10-05', '2026-09-30', '2026-10-06', null);
  const deal = fc.record({
    amount: number,
    closed: day,
    touches: fc.array(fc.constantFrom('a', 'b', 'c', null), { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deal, { maxLength: 6 }), model, async (some, agreed) => {
      const tables = {
        opportunity: some.map(({ amount, closed }, index) => ({
          key: `${index}`,
          created,
          amount,
          closed,
          currency: 'EUR',
          campaign: 'd',
        })),
        campaign_touch: some.flatMap(({ touches }, index) =>
          touches.map((campaign) => touch(`${index}`, campaign, '01')),
        ),
      };
      const values = await c.valuesOf(c.agreementOf({ metrics: [deals(amount, byCampaign(agreed))] }), tables, asOf);
      const sums = new Map<string, number>();
      for (const { grain, period, dimension, value } of values) {
        const key = `${grain} ${period}`;
        const sign = dimension === '' ? 1 : -1;
        sums.set(key, (sums.get(key) ?? 0) + sign * (value ?? Number.NaN));
      }
      expect([...sums].filter(([, difference]) => difference !== 0)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
