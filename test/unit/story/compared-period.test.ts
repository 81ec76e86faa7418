import { expect, test } from 'vitest';
import { comparedPeriod, membersIn } from '../../../src/story/figures/compared-period.ts';
import { subjectOf } from '../../../src/story/subject.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import { agreement, delivered, effectiveness, followedUp, monthly, reading, row } from './made-up.ts';

const member = (name: string, value: PublishedValue): PublishedValue => ({
  ...value,
  dimension: 'source',
  member: name,
});

/** The period that a page compares two sources in, by what they have in October, in the third quarter and in 2026 so far. */
function periodFor(
  metric: Metric,
  month: [number, number],
  quarter: [number, number],
  year: [number, number],
): string | undefined {
  const wholes = [
    ...monthly(metric, [[20, 30]]),
    row(metric, 'FY2026-Q3', [60, 90]),
    row(metric, '2026-01', [200, 300], { grain: 'year', period: 'FY2026', to: '2026-12-31', status: 'so far' }),
  ];
  const members = wholes.flatMap((whole, index) => {
    const [kept, all] = [month, quarter, year][index] ?? [0, 0];
    return ['Event', 'Webinar'].map((name) =>
      member(name, { ...whole, numerator: kept, denominator: all, records: all }),
    );
  });
  const subject = subjectOf({ metric, agreement, values: [...wholes, ...members], reading: reading(metric) });
  return comparedPeriod(subject, [...wholes, ...members], 'source')?.period;
}

test('members are compared in the newest month that is over, if most have enough records in it', () => {
  expect(periodFor(followedUp, [8, 10], [20, 30], [90, 100])).toBe('2026-10');
});

test('else in the newest quarter that is over, else in the year so far', () => {
  expect(periodFor(followedUp, [8, 9], [20, 30], [90, 100])).toBe('FY2026-Q3');
  expect(periodFor(followedUp, [1, 2], [5, 9], [10, 30])).toBe('FY2026');
  expect(periodFor(followedUp, [1, 1], [1, 2], [2, 4])).toBe('FY2026');
});

test('what stood when the month began is not compared with what stood when the year did', () => {
  expect(periodFor({ ...followedUp, by: null, asOf: 'period start' }, [1, 2], [5, 9], [10, 30])).toBe('2026-10');
  expect(periodFor({ ...followedUp, by: null, asOf: 'period end' }, [1, 2], [5, 9], [10, 30])).toBe('2026-10');
});

test('what adds up is never too few', () => {
  expect(periodFor(delivered, [1, 1], [3, 3], [9, 9])).toBe('2026-10');
});

test('a campaign that cost money and brought nothing is compared too', () => {
  const whole = row(effectiveness, 'FY2026-Q3', [100, 50]);
  const fair = member('Trade fair', { ...whole, value: 0, numerator: 0, denominator: 60, records: 0 });
  const idle = member('Idle', { ...whole, value: null, numerator: 0, denominator: 0, records: 0 });
  expect(membersIn([whole, fair, idle], 'source', whole)).toEqual([fair]);
});
