import { expect, test } from 'vitest';
import * as c from './company.ts';
import { measure } from '../../../src/measure/measure.ts';
import { recordsBehind } from '../../../src/measure/records-behind.ts';
import type { Measure } from '../../../src/values/agreement.ts';
import { pathToAccept as of, timeToAccept } from './time-to-accept.ts';

const asOf = '2026-11-09T05:40:00Z';

/** Handovers of October with the hours until each was accepted; null: not yet. */
const waiting = (...hours: readonly (number | null)[]): c.Row[] =>
  hours.map((hour) => {
    const assigned = c.instant('2026-10-05T08:00:00Z');
    return { qualified: assigned, assigned, accepted: hour === null ? null : assigned + hour * 3600 };
  });
const unassigned: c.Row = { qualified: c.instant('2026-10-05T08:00:00Z'), assigned: null, accepted: null };

async function october(how: Measure, rows: readonly c.Row[], figure = timeToAccept) {
  const metric = c.metric('time', [c.wording('handover', { measure: how })], { by: c.path('handover', 'qualified') });
  const agreement = c.agreementOf({ metrics: [metric], figures: [figure], terms: [c.term('quick', 'handover')] });
  const values = await c.valuesOf(agreement, { handover: rows }, asOf);
  const value = values.find(({ period }) => period === '2026-10');
  return [value?.value, value?.records];
}

const median: Measure = { measure: 'median', of };

test('what is not over yet is longer than any: a median counts it', async () => {
  expect(await october(median, waiting(1, 3, null))).toEqual([3, 3]);
  expect(await october(median, waiting(5, 1, 3, null, null))).toEqual([5, 5]);
});

test('a median that lies among what is not over yet is not reached', async () => {
  expect(await october(median, waiting(1, 3, null, null))).toEqual([null, 4]);
  expect(await october(median, waiting(1, null, null))).toEqual([null, 3]);
  expect(await october(median, waiting(null))).toEqual([null, 1]);
});

test('a percentile likewise', async () => {
  // Of 1, 3 and two that are not over the first quarter lies three quarters of the way from 1 to 3.
  const rows = waiting(1, 3, null, null);
  expect(await october({ measure: 'percentile', of, percent: 25 }, rows)).toEqual([2.5, 4]);
  expect(await october({ measure: 'percentile', of, percent: 90 }, rows)).toEqual([null, 4]);
});

test('what has not begun is no duration, and other measures leave out what is not over', async () => {
  expect(await october(median, [...waiting(1, 3), unassigned])).toEqual([2, 3]);
  expect(await october({ measure: 'average', of }, waiting(1, 3, null))).toEqual([2, 3]);
  expect(await october({ measure: 'largest', of }, waiting(1, 3, null))).toEqual([3, 3]);
});

test('a figure of a term is open only for its records', async () => {
  const none = c.term('quick', 'handover', { where: [c.test('is known', { value: c.field('handover', 'rejected') })] });
  const metric = c.metric('time', [c.wording('handover', { measure: median })], {
    by: c.path('handover', 'qualified'),
  });
  const agreement = c.agreementOf({
    metrics: [metric],
    figures: [{ ...timeToAccept, term: 'quick' }],
    terms: [none],
  });
  const rows = [
    ...waiting(1, null),
    ...waiting(5, 7).map((row) => ({ ...row, rejected: c.instant('2026-10-09T08:00:00Z') })),
  ];
  const values = await c.valuesOf(agreement, { handover: rows }, asOf);
  expect(values.find(({ period }) => period === '2026-10')).toMatchObject({ value: 6, records: 4 });
});

test('the records behind it are all of them, with their hours where these are known', async () => {
  const db = await c.storeWith({ handover: waiting(1, 3, null) }, asOf);
  const metric = c.metric('time', [c.wording('handover', { measure: median })], {
    by: c.path('handover', 'qualified'),
  });
  const task = { db, agreement: c.agreementOf({ metrics: [metric], figures: [timeToAccept] }), catalogue: c.catalogue };
  await measure(task);
  const behind = await recordsBehind({ ...task, metric: 'time', period: '2026-10' });
  await db.destroy();
  expect(behind.map(({ amount, state }) => [amount, state])).toEqual([
    [1, 'counted'],
    [3, 'counted'],
    [null, 'counted'],
  ]);
});
