import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import { recordsBehind } from '../../../src/measure/records-behind.ts';
import type { Metric } from '../../../src/values/agreement.ts';

/** Monday, 9 November, 06:40 in Berlin. */
const asOf = '2026-11-09T05:40:00Z';

const unaccepted = c.test('has not happened', { moment: c.moment('handover', 'accepted') });
const open = (more: Partial<Metric> = {}): Metric =>
  c.metric('open', [c.wording('handover', { keptWhen: [unaccepted] })], {
    asOf: 'period end',
    adds: { periods: false, members: true },
    breakdowns: [c.breakdown('source', c.path('handover', 'lead.source'))],
    ...more,
  });

const handover = (lead: string, qualified: string | null, accepted: string | null): c.Row => ({
  lead,
  qualified: qualified && c.instant(qualified),
  accepted: accepted && c.instant(accepted),
});
const rows = {
  lead: [
    { key: 'web', source: 'Website' },
    { key: 'fair', source: 'Event' },
  ],
  handover: [
    handover('web', '2026-08-10T08:00:00Z', '2026-09-05T08:00:00Z'),
    handover('web', '2026-09-20T08:00:00Z', null),
    handover('fair', '2026-10-31T22:59:59Z', '2026-11-05T08:00:00Z'), // the last second of October in Berlin
    handover('fair', '2026-10-31T23:00:00Z', null), // the first of November
    handover('web', '2026-11-09T05:40:01Z', null), // after the export
    handover('fair', null, null), // nobody knows since when: it was there all the time
  ],
};

const agreement = (...metrics: readonly Metric[]) => c.agreementOf({ metrics });

describe('as things stood at the end of each period, what came later has not happened', () => {
  test('from the first record to the as-of instant, by all grains', async () => {
    const values = await c.valuesOf(agreement(open()), rows, asOf);
    expect(c.series(values, 'month')).toEqual(['2026-08 2', '2026-09 2', '2026-10 3', '2026-11 3']);
    expect(c.series(values, 'quarter')).toEqual(['FY2026-Q3 2', 'FY2026-Q4 3']);
    expect(c.series(values, 'year')).toEqual(['FY2026 3']);
    expect(c.series(values, 'all')).toEqual(['all 3']);
    expect(c.series(values, 'undated')).toEqual([]);
    expect(c.series(values, 'month', 'source')).toEqual([
      '2026-08 Event 1',
      '2026-09 Event 1',
      '2026-10 Event 2',
      '2026-11 Event 2',
      '2026-08 Website 1',
      '2026-09 Website 1',
      '2026-10 Website 1',
      '2026-11 Website 1',
    ]);
  });

  test('what is past is complete, what runs is so far', async () => {
    const values = await c.valuesOf(agreement(open()), rows, asOf);
    const months = values.filter(({ grain, dimension }) => grain === 'month' && dimension === '');
    expect(months.map(({ status }) => status)).toEqual(['complete', 'complete', 'complete', 'so far']);
  });

  test('at one local date there is one value', async () => {
    const october = await c.valuesOf(agreement(open({ asOf: { day: '2026-10-31' } })), rows, asOf);
    expect(october.filter(({ dimension }) => dimension === '')).toMatchObject([
      { grain: 'all', period: 'all', from: '2026-08-10', to: '2026-10-31', value: 3, status: 'complete' },
    ]);
    const ahead = await c.valuesOf(agreement(open({ asOf: { day: '2026-12-31' } })), rows, asOf);
    expect(ahead.filter(({ dimension }) => dimension === '')).toMatchObject([
      { value: 3, to: '2026-11-09', status: 'so far' },
    ]);
  });

  test('by the wording in force on its last day', async () => {
    const wordings = [
      c.wording('handover', { from: '2026-10-01', keptWhen: [unaccepted] }),
      c.wording('handover', { until: '2026-09-30' }),
    ] as const;
    const values = await c.valuesOf(agreement({ ...open({ breakdowns: [] }), wordings }), rows, asOf);
    expect(c.series(values, 'month')).toEqual(['2026-08 2', '2026-09 3', '2026-10 3', '2026-11 3']);
    const months = values.filter(({ grain }) => grain === 'month');
    expect(months.map(({ wording }) => wording)).toEqual([
      'the beginning',
      'the beginning',
      '2026-10-01',
      '2026-10-01',
    ]);
  });

  test('what waited then does so', async () => {
    const window = c.within(1, 'business days', 'after', c.moment('handover', 'qualified'));
    const quick = c.test('is within', { moment: c.moment('handover', 'accepted'), window });
    const share = c.wording('handover', { measure: { measure: 'share', countedIn: null }, keptWhen: [quick] });
    const some = {
      handover: [
        handover('web', '2026-10-29T08:00:00Z', '2026-10-30T08:00:00Z'), // Thursday, due Friday 09:00: in time
        handover('web', '2026-10-30T09:00:00Z', '2026-11-02T09:00:00Z'), // due Monday, 2 November
      ],
    };
    const values = await c.valuesOf(agreement({ ...open({ breakdowns: [] }), wordings: [share] }), some, asOf);
    expect(values.filter(({ grain }) => grain === 'month')).toMatchObject([
      { period: '2026-10', value: 1, denominator: 1, waiting: 1, records: 2, status: 'complete' },
      { period: '2026-11', value: 1, denominator: 2, waiting: 0, records: 2, status: 'so far' },
    ]);
  });
});

test('the period before the running one, as it stood after as much time', async () => {
  const db = await c.storeWith(rows, asOf);
  const { stretches } = await measure({ db, agreement: agreement(open()), catalogue: c.catalogue });
  await db.destroy();
  expect(stretches.map(({ grain, earlier, until, value }) => [grain, earlier, until, value])).toEqual([
    ['month', '2026-10', c.instant('2026-10-09T04:40:00Z'), 2],
    ['quarter', 'FY2026-Q3', c.instant('2026-08-09T04:40:00Z'), 1],
    ['year', 'FY2025', c.instant('2025-11-09T05:40:00Z'), 1],
  ]);
});

test('the records behind each value add up to it', async () => {
  const db = await c.storeWith(rows, asOf);
  const task = { db, agreement: agreement(open()), catalogue: c.catalogue };
  const { values } = await measure(task);
  for (const { period, dimension, member, records, value } of values) {
    const of = dimension && { member: { dimension, name: member } };
    const behind = await recordsBehind({ ...task, metric: 'open', period, ...of });
    expect([period, member, behind.length, behind.length]).toEqual([period, member, records, value]);
  }
  await db.destroy();
});

test('fields without a history hold what they hold today, and it is said which', async () => {
  const db = await c.storeWith(rows, asOf);
  const { readings } = await measure({ db, agreement: agreement(open()), catalogue: c.catalogue });
  await db.destroy();
  expect(readings.map(({ todays }) => todays)).toEqual([["handover's lead", "lead's source"]]);
});
