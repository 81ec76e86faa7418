import { expect, test } from 'vitest';
import { emptyStore } from '../../engines/empty-store.ts';
import { readMeasured, writeMeasured, type Measured } from '../../../src/store/values.ts';
import type { MetricValue } from '../../../src/values/value.ts';

const value: MetricValue = {
  metric: 'bookings',
  grain: 'month',
  period: '2026-10',
  from: '2026-10-01',
  to: '2026-10-31',
  dimension: '',
  member: '',
  value: 12_345_678_901,
  numerator: null,
  denominator: null,
  waiting: 1,
  records: 7,
  low: 0.5,
  high: null,
  target: 20_000_000_000,
  broken: null,
  wording: 'the beginning',
  status: 'so far',
};

const measured: Measured = {
  values: [value, { ...value, period: '2026-11', value: null }],
  restated: [{ ...value, wording: '2026-10-01' }],
  readings: [
    { metric: 'bookings', asOf: 1_794_000_000, missing: [], todays: ["opportunity's owner"] },
    { metric: 'spend', asOf: null, missing: ['spend rows'], todays: [] },
  ],
  stretches: [],
  distributions: [
    {
      metric: 'response-time',
      grain: 'month',
      period: '2026-10',
      from: '2026-10-01',
      to: '2026-10-31',
      bins: [
        { from: 0, to: 0.5, records: 12 },
        { from: 0.5, to: 1, records: 7 },
      ],
      beyond: 2,
      open: 1,
    },
  ],
  targets: [
    {
      metric: 'bookings',
      grain: 'month',
      period: '2026-10',
      way: 'at least',
      target: 20_000_000_000,
      broken: null,
      byNow: 0.25,
      said: 'at least 200,000,000 a month',
      steps: [{ how: 'plan', metric: 'plan', period: 'FY2027-Q1', value: null }],
    },
  ],
};

test('what a run came to is read back as it was written, in place of the run before', async () => {
  const db = await emptyStore();
  await writeMeasured(db as never, { ...measured, values: [], targets: [] });
  await writeMeasured(db as never, measured);
  expect(await readMeasured(db as never)).toEqual(measured);
  await db.destroy();
});
