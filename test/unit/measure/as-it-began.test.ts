import { describe, expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import { recordsBehind } from '../../../src/measure/records-behind.ts';
import type { Metric } from '../../../src/values/agreement.ts';

/** Monday, 9 November, 06:40 in Berlin. */
const asOf = '2026-11-09T05:40:00Z';

const accepted = c.test('has happened', { moment: c.moment('handover', 'accepted') });
const frozen = (more: Partial<Metric> = {}): Metric =>
  c.metric(
    'frozen',
    [c.wording('handover', { measure: { measure: 'share', countedIn: null }, keptWhen: [accepted] })],
    {
      asOf: 'period start',
      adds: { periods: false, members: false },
      ...more,
    },
  );

const handover = (key: string, qualified: string | null, accepted: string | null): c.Row => ({
  key,
  lead: 'web',
  qualified: qualified && c.instant(qualified),
  accepted: accepted && c.instant(accepted),
});
const rows = {
  lead: [{ key: 'web', source: 'Website' }],
  handover: [
    handover('a', '2026-08-10T08:00:00Z', '2026-09-05T08:00:00Z'),
    handover('b', '2026-09-20T08:00:00Z', null),
    handover('c', '2026-10-31T22:59:59Z', '2026-11-05T08:00:00Z'), // the last second of October in Berlin
    handover('d', '2026-10-31T23:00:00Z', '2026-11-05T08:00:00Z'), // the first of November
    handover('e', null, null), // nobody knows since when: it was there all the time
  ],
};

const agreement = (...metrics: readonly Metric[]) => c.agreementOf({ metrics });

describe('what was there when a period began is kept, or not, by its end', () => {
  test('in every period but all time, which has no start', async () => {
    const values = await c.valuesOf(agreement(frozen()), rows, asOf);
    const said = values
      .filter(({ dimension }) => dimension === '')
      .map(({ period, numerator, denominator, status }) => `${period} ${numerator} of ${denominator}, ${status}`);
    expect(said).toEqual([
      '2026-08 0 of 1, complete',
      '2026-09 1 of 2, complete',
      '2026-10 1 of 3, complete',
      '2026-11 2 of 4, so far',
      'FY2026-Q3 0 of 1, complete',
      'FY2026-Q4 1 of 3, so far',
      'FY2026 0 of 1, so far',
    ]);
  });

  test('with the records of then behind it', async () => {
    const db = await c.storeWith(rows, asOf);
    const task = { db, agreement: agreement(frozen()), catalogue: c.catalogue };
    const { stretches } = await measure(task);
    const behind = await recordsBehind({ ...task, metric: 'frozen', period: '2026-11' });
    await db.destroy();
    expect(behind.map(({ key, state }) => `${key} ${state}`)).toEqual(['a in time', 'b late', 'c in time', 'e late']);
    expect(stretches).toEqual([]);
  });

  test('by the wording of the first day', async () => {
    const wordings = [
      c.wording('handover', { from: '2026-10-01', keptWhen: [accepted] }),
      c.wording('handover', { until: '2026-09-30' }),
    ] as const;
    const values = await c.valuesOf(agreement({ ...frozen(), wordings }), rows, asOf);
    const months = values.filter(({ grain }) => grain === 'month');
    expect(months.map(({ period, value, wording }) => `${period} ${value} by ${wording}`)).toEqual([
      '2026-08 1 by the beginning',
      '2026-09 2 by the beginning',
      '2026-10 1 by 2026-10-01',
      '2026-11 1 by 2026-10-01',
    ]);
  });
});

test('the period that is counted has ends of its own, though others begin with it', async () => {
  const due = c.test('is before or after', {
    moment: c.moment('handover', 'qualified'),
    order: 'after',
    than: { moment: 'period', which: 'start' },
  });
  const since = c.metric('since', [c.wording('handover', { keptWhen: [due] })], {
    asOf: 'period end',
    adds: { periods: false, members: true },
  });
  const values = await c.valuesOf(agreement(since), rows, asOf);
  // Ends on one day: of September and of the third quarter; of the running month, quarter and year. 'd' is of the first day itself.
  expect(c.series(values, 'month')).toEqual(['2026-08 1', '2026-09 1', '2026-10 1', '2026-11 0']);
  expect(c.series(values, 'quarter')).toEqual(['FY2026-Q3 2', 'FY2026-Q4 2']);
  expect(c.series(values, 'year')).toEqual(['FY2026 4']);
});
