import { describe, expect, test } from 'vitest';
import { company } from '../berlin-company.ts';
import * as c from './company.ts';
import { elapsedOf } from '../../../src/measure/elapsed.ts';
import type { Grain } from '../../../src/values/period.ts';

/** `2026-10 until 2026-10-09T04:40:00Z`: the stretch of a grain, for files that were written at an instant and on a local date. */
function stretch(grain: Grain, asOf: string, day: string, finest: Grain = 'week'): string | null {
  const metric = c.metric('m', [c.wording('lead')], { by: c.path('lead', 'created'), finest });
  const found = elapsedOf(metric, { instant: c.instant(asOf), day }, company).find((one) => one.grain === grain);
  return found
    ? `${found.earlier} until ${new Date(found.asOf.instant * 1000).toISOString().replace('.000', '')}, ${found.asOf.day}`
    : null;
}

describe('as much of the period before has passed as of the running one, by days and clock time', () => {
  test.each<[Grain, string]>([
    ['week', 'week-2026-11-02 until 2026-11-02T05:40:00Z, 2026-11-02'],
    // In October Berlin was two hours ahead, in November it is one.
    ['month', '2026-10 until 2026-10-09T04:40:00Z, 2026-10-09'],
    // 9 November is the 40th day of the fourth quarter, 9 August that of the third.
    ['quarter', 'FY2026-Q3 until 2026-08-09T04:40:00Z, 2026-08-09'],
    ['year', 'FY2025 until 2025-11-09T05:40:00Z, 2025-11-09'],
  ])('%s', (grain, expected) => {
    expect(stretch(grain, '2026-11-09T05:40:00Z', '2026-11-09')).toBe(expected);
  });

  test('a shorter period ends with its last second', () => {
    expect(stretch('month', '2026-03-31T08:00:00Z', '2026-03-31')).toBe(
      '2026-02 until 2026-02-28T22:59:59Z, 2026-02-28',
    );
    expect(stretch('month', '2026-03-28T08:00:00Z', '2026-03-28')).toBe(
      '2026-02 until 2026-02-28T08:00:00Z, 2026-02-28',
    );
    expect(stretch('quarter', '2026-06-30T08:00:00Z', '2026-06-30')).toBe(
      'FY2026-Q1 until 2026-03-31T21:59:59Z, 2026-03-31',
    );
  });

  test('a clock time that the change to summer time skips lies an hour later; of two the first is meant', () => {
    expect(stretch('month', '2026-04-29T00:30:00Z', '2026-04-29')).toBe(
      '2026-03 until 2026-03-29T01:30:00Z, 2026-03-29',
    );
    expect(stretch('month', '2026-11-25T01:30:00Z', '2026-11-25')).toBe(
      '2026-10 until 2026-10-25T00:30:00Z, 2026-10-25',
    );
    // The second 02:30 of Sunday, 25 October: six days and two and a half hours into the week by the clock.
    expect(stretch('week', '2026-10-25T01:30:00Z', '2026-10-25')).toBe(
      'week-2026-10-12 until 2026-10-18T00:30:00Z, 2026-10-18',
    );
  });

  test('none where nothing has passed yet, and none of a day', () => {
    const midnight = '2026-10-31T23:00:00Z';
    expect(stretch('month', midnight, '2026-11-01')).toBeNull();
    expect(stretch('quarter', midnight, '2026-11-01')).toBe('FY2026-Q3 until 2026-07-31T22:00:00Z, 2026-08-01');
    expect(stretch('day', '2026-11-09T05:40:00Z', '2026-11-09', 'day')).toBeNull();
    expect(stretch('week', '2026-11-09T05:40:00Z', '2026-11-09', 'month')).toBeNull();
  });
});
