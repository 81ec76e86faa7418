import { expect, test } from 'vitest';
import { checkStatement } from '../../../src/story/check/check-statement.ts';
import { findingOf } from '../../../src/story/finding-of.ts';
import type { Material } from '../../../src/story/subject.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { FixedMark, PeriodTarget, PublishedValue } from '../../../src/values/value.ts';
import { agreement, closed, delivered, followedUp, monthly, place, published, reading, row } from './made-up.ts';

const about = (metric: Metric, values: readonly PublishedValue[], more: Partial<Material> = {}): Material => ({
  metric,
  agreement,
  values,
  reading: reading(metric),
  ...more,
});

/** The sentence of a kind, which must be true. */
function said(kind: string, material: Material): string | undefined {
  const statement = findingOf(material).context.find((one) => one.kind === kind);
  expect(statement ? checkStatement(statement, [material]) : []).toEqual([]);
  return statement?.words.replaceAll('\u00a0', ' ');
}

const november = (metric: Metric, target: number, byNow: number | null): PeriodTarget => ({
  metric: metric.slug, grain: 'month', period: '2026-11', way: 'at least', target, broken: null, byNow, said: '', steps: [],
}); // prettier-ignore

test('pace: where the running period of what adds up should be by now', () => {
  const counts = (byNow: number | null) =>
    about(delivered, monthly(delivered, [24], 6), { targets: [november(delivered, 22, byNow)] });
  expect(said('pace', counts(6.29))).toBe('At an even pace, about 6 of November’s 22 would be due by now.');
  expect(said('pace', counts(null))).toBeUndefined();
  expect(said('pace', counts(0))).toBeUndefined();
  expect(said('pace', counts(0.4))).toBeUndefined();
  const money = about(closed, monthly(closed, [7_000_000], 1_200_000), {
    targets: [november(closed, 6_000_000, 1_714_286)],
  });
  expect(said('pace', money)).toBe('At an even pace, about 17,100 of November’s 60,000 euros would be due by now.');
});

const closedAt = (value: number, mark: FixedMark['mark']): FixedMark => ({
  metric: followedUp.slug, grain: 'month', period: '2026-10', closed: '2026-11-06', fixed: '2026-11-09', mark, value,
  target: 0.9, broken: 0.8, unit: 'share', seal: 'abc',
}); // prettier-ignore

function closedOctober(value: number, mark: FixedMark['mark']): Material {
  const fixed = closedAt(value, mark);
  return about(
    followedUp,
    monthly(followedUp, [[81, 100]]).map((row) => ({ ...row, mark: fixed.mark, fixed })),
  );
}

test('a number that changed after its period closed stands beside what it was then', () => {
  const slipping = { mark: 'slipping', why: null } as const;
  expect(said('restatement', closedOctober(0.83, slipping))).toBe('When October closed it was 83%; today it is 81%.');
  expect(said('restatement', closedOctober(0.81, slipping))).toBeUndefined();
});

test('a mark that would be another today stays, and no distance contradicts it', () => {
  const material = closedOctober(0.92, { mark: 'kept', why: null });
  expect(said('restatement', material)).toBe('October closed as kept at 92%, and that stands; today it is 81%.');
  const { mark, title } = findingOf(material);
  expect([mark.mark, title.words]).toEqual(['kept', 'Sales followed up 81% of October’s qualified leads in time.']);
  expect(checkStatement(title, [material])).toEqual([]);
});

test('records without a date are said, and are on no chart', () => {
  const undated = row(delivered, '2026-10', 12, { grain: 'undated', period: 'undated', from: '', to: '', records: 12 });
  const material = about(delivered, published(delivered, [...monthly(delivered, [24]), undated]));
  expect(said('undated', material)).toBe('12 qualified leads have no date and so stand in no month.');
  expect(said('undated', about(delivered, monthly(delivered, [24])))).toBeUndefined();
});

test('an agreement past its review date says so', () => {
  const due = (reviewBy: string) => about({ ...followedUp, reviewBy }, monthly(followedUp, [[95, 100]]));
  expect(said('review', due('2026-11-08'))).toBe('The teams were to review this by 8 November 2026.');
  expect(said('review', due('2026-11-09'))).toBeUndefined();
});

test('what fields are missing is said only where filling them could change the mark', () => {
  const type = { is: 'text' } as const;
  const needs = [{ from: 'handover', links: ['lead'], field: 'source', type, figure: false }];
  const metric = { ...followedUp, needs, at: place };
  const between = (low: number, high: number) =>
    about(metric, published(metric, [row(metric, '2026-10', [91, 100], { low, high })]));
  expect(said('bounds', between(0.88, 0.92))).toBe(
    'Some records lack their lead’s source: filled in, the number could be 88% to 92%, and the mark another.',
  );
  expect(said('bounds', between(0.905, 0.92))).toBeUndefined();
});

test('periods that have not had their full time: one, two, and more with the year of both where one is told', () => {
  const maturing = (...periods: string[]) =>
    about(followedUp, [
      ...monthly(followedUp, [[90, 100]]).map((one) => ({ ...one, period: '2024-10', from: '2024-10-01', to: '2024-10-31' })),
      ...periods.map((period) => row(followedUp, period, [50, 60], { status: 'maturing' })),
    ]);
  expect(said('maturing', maturing('2026-09'))).toBe('September has not had its full time yet.');
  expect(said('maturing', maturing('2026-08', '2026-09'))).toBe('August and September have not had their full time yet.');
  expect(said('maturing', maturing('2026-07', '2026-08', '2026-09'))).toBe(
    'From July to September, no month has had its full time yet.',
  );
  expect(said('maturing', maturing('2025-07', '2026-08', '2026-09'))).toBe(
    'From July 2025 to September 2026, no month has had its full time yet.',
  );
}); // prettier-ignore
