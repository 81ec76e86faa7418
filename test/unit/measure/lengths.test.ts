import { expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import { readMeasured } from '../../../src/store/values.ts';
import type { Measure, Metric } from '../../../src/values/agreement.ts';
import { pathToAccept as of, timeToAccept } from './time-to-accept.ts';

const asOf = '2026-11-09T05:40:00Z';

const median: Measure = { measure: 'median', of };

/** Handovers of a day with the hours until each was accepted; null: not yet. */
const handovers = (day: string, ...hours: readonly (number | null)[]): c.Row[] =>
  hours.map((hour) => {
    const assigned = c.instant(`${day}T08:00:00Z`);
    return { qualified: assigned, assigned, accepted: hour === null ? null : assigned + hour * 3600 };
  });

function agreed(how: Measure = median, more: Partial<Metric> = {}) {
  const by = c.path('handover', 'qualified');
  const unit = { unit: 'duration', of: 'hours' } as const;
  const metric = c.metric('time', [c.wording('handover', { measure: how })], { by, unit, ...more });
  return { agreement: c.agreementOf({ metrics: [metric], figures: [timeToAccept] }), catalogue: c.catalogue };
}

async function lengths(rows: readonly c.Row[], ...metric: Parameters<typeof agreed>) {
  const db = await c.storeWith({ handover: rows }, asOf);
  const { distributions } = await measure({ db, ...agreed(...metric) });
  await db.destroy();
  return distributions;
}

const october = handovers('2026-10-05', 0.5, 1.5, 1.75, 3, 9.5, null, null);

test('the newest month that is over: how many took how long, and how many are not over', async () => {
  const rows = [...handovers('2026-09-07', 40, 50), ...october, ...handovers('2026-11-03', 7, null)];
  const [found] = await lengths(rows);
  expect(found).toMatchObject({ metric: 'time', grain: 'month', period: '2026-10', beyond: 0, open: 2 });
  expect(found?.bins.map(({ from, to, records }) => [from, to, records])).toEqual([
    [0, 1, 1],
    [1, 2, 2],
    [2, 3, 0],
    [3, 4, 1],
    [4, 5, 0],
    [5, 6, 0],
    [6, 7, 0],
    [7, 8, 0],
    [8, 9, 0],
    [9, 10, 1],
  ]);
});

test('an average is sorted likewise, and a metric whose finest grain is coarser by that', async () => {
  const [month] = await lengths(october);
  expect(await lengths(october, { measure: 'average', of })).toEqual([month]);
  const [quarter] = await lengths([...handovers('2026-08-03', 2), ...october], median, { finest: 'quarter' });
  expect(quarter).toMatchObject({ grain: 'quarter', period: 'FY2026-Q3' });
  expect(quarter?.bins.reduce((sum, { records }) => sum + records, 0)).toBe(1);
});

test('a few that took far longer than nearly all stand beyond the bins', async () => {
  const many = Array.from({ length: 60 }, (_, index) => index / 10);
  const [found] = await lengths(handovers('2026-10-05', ...many, 300, 900));
  expect(found?.bins.at(-1)?.to).toBe(6);
  expect(found?.beyond).toBe(2);
});

test('negative lengths have bins', async () => {
  const [found] = await lengths(handovers('2026-10-05', -2, 1, 4));
  expect(found?.bins.map(({ from, records }) => [from, records])).toEqual([
    [-2, 1],
    [-1, 0],
    [0, 0],
    [1, 1],
    [2, 0],
    [3, 0],
    [4, 1],
  ]);
});

test('where none is over yet there are only open ones; without any there is nothing', async () => {
  expect(await lengths(handovers('2026-10-05', null))).toMatchObject([{ bins: [], beyond: 0, open: 1 }]);
  expect(await lengths(handovers('2026-11-03', 1, 2))).toEqual([]);
  expect(await lengths(october, { measure: 'largest', of })).toEqual([]);
});

test('what is counted as it stood: the lengths that were known then', async () => {
  const rows = handovers('2026-10-31', 2, 30, 300);
  const [found] = await lengths(rows, median, { asOf: 'period end' });
  expect(found).toMatchObject({ period: '2026-10', open: 2 });
  expect(found?.bins.filter(({ records }) => records > 0)).toMatchObject([{ records: 1 }]);
});

test('lengths that would be the same are read back, and stand in the store', async () => {
  const db = await c.storeWith({ handover: october }, asOf);
  const first = await measure({ db, ...agreed() });
  const again = await measure({ db, ...agreed() });
  expect(again).toMatchObject({ anew: [], distributions: first.distributions });
  expect(await readMeasured(db as never)).toMatchObject({ distributions: first.distributions });
  expect(first.distributions).toHaveLength(1);
  await db.destroy();
});
