import { expect, test } from 'vitest';
import { isBetter, usualOf } from '../../../src/story/usual.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import { agreement, delivered, effectiveness, feedback, followedUp, monthly, row, spend, wins } from './made-up.ts';

const usual = (metric: Metric, values: readonly PublishedValue[], restated?: readonly PublishedValue[]) =>
  usualOf({ metric, agreement, values, restated }, 'month');
const share = (kept: number, of = 20): [number, number] => [kept, of];
/** 80% and 90%, one after the other. */
const wobble = (months: number) => Array.from({ length: months }, (_, index) => share(index % 2 === 0 ? 16 : 18));

test('complete periods are judged: none that waits, ripens or runs', () => {
  const months = monthly(feedback, [...wobble(13), [10, 12, 8]], share(1));
  const found = usual(feedback, months);
  expect(found.points).toHaveLength(13);
  expect(found).toMatchObject({ none: null, newest: '2026-09', tooFew: 0, since: null });
  const ripening = months.map((month) => ({ ...month, status: 'maturing' }) as const);
  expect(usual(feedback, ripening)).toMatchObject({ none: 'too early', newest: null, points: [] });
});

test('periods of under ten records are left out, and break no run', () => {
  const months = monthly(feedback, [...wobble(12), ...Array.from({ length: 4 }, () => share(19)), share(0, 6), ...Array.from({ length: 4 }, () => share(19))]); // prettier-ignore
  const found = usual(feedback, months);
  expect(found.tooFew).toBe(1);
  expect(found.points).toHaveLength(20);
  expect(found.signals.filter(({ rules }) => rules.includes('run')).map(({ period, run }) => [period, run])).toEqual([
    ['2026-09', 8],
    ['2026-10', 9],
  ]);
  expect(usual(feedback, monthly(feedback, Array.from({ length: 20 }, () => share(5, 6))))).toMatchObject({ none: 'too early', tooFew: 20 }); // prettier-ignore
});

test('the range begins anew where the way of counting changed; a new target alone changes nothing', () => {
  expect(usual(followedUp, monthly(followedUp, wobble(24)))).toMatchObject({
    since: '2026-01-01',
    none: 'too early',
    points: { length: 10 },
  });
  expect(usual(delivered, monthly(delivered, [...Array(30).keys()]))).toMatchObject({ since: null, none: null });
});

test('periods are taken by today’s wording where there was another', () => {
  const [today, ...before] = followedUp.wordings;
  const later: Metric = { ...followedUp, wordings: [{ ...today, from: '2025-09-15' }, ...before] };
  const values = monthly(later, wobble(24));
  const restated = monthly(later, wobble(24).map(([kept, of]) => share(kept - 6, of))); // prettier-ignore
  const found = usual(later, values, restated);
  expect(found.points[0]).toEqual({ period: '2025-10', value: 0.6 });
  expect(found.limits?.centre).toBeCloseTo(0.55);
});

test('a number made of others changes with them', () => {
  const [today] = spend.wordings;
  const changed = { ...spend, wordings: [{ ...today, from: '2026-04-01' }, { ...today, until: '2026-03-31', term: 'other' }] } as const; // prettier-ignore
  const found = usualOf(
    { metric: effectiveness, agreement: { metrics: [wins, changed] }, values: [row(effectiveness, 'FY2026-Q1', 3), row(effectiveness, 'FY2026-Q2', 4)] },
    'quarter',
  ); // prettier-ignore
  expect(found).toMatchObject({ since: '2026-04-01', points: [{ period: 'FY2026-Q2', value: 4 }] });
});

test('what carries over from period to period, and dates, have no usual range', () => {
  const months = monthly(delivered, Array<number>(30).fill(20));
  expect(usual({ ...delivered, asOf: 'period end' }, months)).toMatchObject({ none: 'carries over', limits: null });
  expect(usual({ ...delivered, asOf: 'period start' }, months)).toMatchObject({ none: 'carries over', limits: null });
  expect(usual({ ...delivered, running: 'year' }, months)).toMatchObject({ none: 'carries over', signals: [] });
  expect(usual({ ...delivered, unit: { unit: 'day' } }, months).none).toBe('day');
});

test('which way is good: as the metric says, else as its target does', () => {
  expect(isBetter({ ...followedUp, better: 'lower' }, 'below', '2026-10-31')).toBe(true);
  expect(isBetter({ ...followedUp, better: null }, 'below', '2026-10-31')).toBe(false);
  expect(isBetter({ ...wins, better: null }, 'below', '2026-10-31')).toBeNull();
});
