import { expect, test } from 'vitest';
import { distributionFigure } from '../../../../src/story/figures/distribution-figure.ts';
import { subjectOf } from '../../../../src/story/subject.ts';
import type { Measure, Metric } from '../../../../src/values/agreement.ts';
import type { Distribution } from '../../../../src/values/distribution.ts';
import { agreement, followedUp, monthly, published, reading, target, wording } from '../made-up.ts';

const time = {
  from: 'handover',
  links: [],
  field: 'response time',
  type: { is: 'duration', unit: 'business hours' },
  figure: true,
} as const;

const hours = (measure: Measure, over: Partial<Metric> = {}, level: number | null = 6): Metric => ({
  ...followedUp,
  slug: 'response-time',
  title: 'Response time',
  promise: null,
  unit: { unit: 'duration', of: 'business hours' },
  wordings: [
    { ...wording, measure, keptWhen: [], target: level === null ? null : target(level, null, 'at most'), broken: null },
  ],
  ...over,
});
const median: Measure = { measure: 'median', of: time };

const lie = (over: Partial<Distribution> = {}): Distribution => ({
  metric: 'response-time',
  grain: 'month',
  period: '2026-10',
  from: '2026-10-01',
  to: '2026-10-31',
  bins: [2, 6, 7, 0].map((records, index) => ({ from: index * 2, to: index * 2 + 2, records })),
  beyond: 3,
  open: 2,
  ...over,
});

const drawn = (metric: Metric, distribution: Distribution | null, value = 4.2) =>
  distributionFigure(
    subjectOf({
      metric,
      agreement,
      values: published(metric, monthly(metric, [value])),
      reading: reading(metric),
      distribution,
    }),
  );
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

test('lengths are columns, and apart from them what took longer and what is not over', () => {
  const figure = drawn(hours(median), lie());
  expect(figure?.bars.map(({ from, count, became }) => [from, count, became])).toEqual([
    [0, 2, 'plain'],
    [2, 6, 'plain'],
    [4, 7, 'plain'],
    [6, 0, 'plain'],
  ]);
  expect(figure?.bars[1]?.says).toBe('2 to under 4 business hours: 6');
  expect(figure?.beyond).toEqual({ count: 3, amount: '3', label: 'longer', says: '8 business hours or longer: 3' });
  expect(figure?.open).toEqual({ count: 2, amount: '2', label: 'not over yet', says: 'Not over yet: 2' });
  expect(figure?.lengths).toMatchObject({ from: 0, to: 8 });
  expect(figure?.lengths.ticks.map(({ label }) => label)).toEqual(['0', '2', '4', '6', '8']);
  expect(figure?.counts.to).toBeGreaterThanOrEqual(7);
});

test('the number itself stands on it, and what was agreed of it', () => {
  const figure = drawn(hours(median), lie());
  expect(plain(figure?.middle?.label)).toBe('half within 4.2 business hours');
  expect(plain(figure?.agreed?.label)).toBe('target: half within 6 business hours');
  const tail = drawn(hours({ measure: 'percentile', of: time, percent: 90 }), lie());
  expect(plain(tail?.middle?.label)).toBe('90 of 100 within 4.2 business hours');
  const average = drawn(hours({ measure: 'average', of: time }, {}, null), lie());
  expect(plain(average?.middle?.label)).toBe('average: 4.2 business hours');
  expect(average?.agreed).toBeNull();
});

test('the scale goes on to what was agreed where that is near; far off it is left out', () => {
  const within = lie({ beyond: 0 });
  expect(drawn(hours(median, {}, 11), within)).toMatchObject({ lengths: { to: 12 }, agreed: { value: 11 } });
  expect(drawn(hours(median, {}, 40), within)).toMatchObject({ lengths: { to: 8 }, agreed: null });
  expect(drawn(hours(median, {}, 40), lie())).toMatchObject({ lengths: { to: 8 }, agreed: { value: 40 } });
});

test('its table has a row for each column that is drawn or could be', () => {
  expect(drawn(hours(median), lie({ open: 0 }))?.table).toEqual({
    head: ['How long', 'Qualified leads'],
    rows: [
      ['0 to under 2 business hours', '2'],
      ['2 to under 4 business hours', '6'],
      ['4 to under 6 business hours', '7'],
      ['6 to under 8 business hours', '0'],
      ['8 business hours or longer', '3'],
    ],
  });
});

test('without lengths there is no drawing', () => {
  expect(drawn(hours(median), null)).toBeNull();
  expect(drawn(hours(median), lie({ bins: [], beyond: 0 }))).toBeNull();
});
