import { expect, test } from 'vitest';
import { dayOfNumber, numberOfDay } from '../../../src/calendar/local-date.ts';
import { periodNamed, periodOf, periodsBetween } from '../../../src/calendar/periods.ts';
import { cutGrains } from '../../../src/calendar/periods.ts';

const calendarYear = { weekStarts: 1, fiscalYearStarts: 1 };
const sundays = { weekStarts: 7, fiscalYearStarts: 7 };

const names = (day: string, shape: typeof calendarYear): string[] =>
  cutGrains.map((grain) => periodOf(grain, day, shape).name);

test('a day lies in a week, a month, a quarter and a year', () => {
  expect(names('2026-10-07', calendarYear)).toEqual([
    '2026-10-07',
    'week-2026-10-05',
    '2026-10',
    'FY2026-Q4',
    'FY2026',
  ]);
  expect(periodOf('week', '2026-10-07', calendarYear)).toEqual({
    grain: 'week',
    name: 'week-2026-10-05',
    from: '2026-10-05',
    to: '2026-10-11',
  });
});

test('weeks start on the day that the company says', () => {
  expect(periodOf('week', '2026-10-04', sundays).name).toBe('week-2026-10-04');
  expect(periodOf('week', '2026-10-04', calendarYear).name).toBe('week-2026-09-28');
});

test('a fiscal year is named for the calendar year that it ends in', () => {
  expect(names('2026-07-01', sundays).slice(3)).toEqual(['FY2027-Q1', 'FY2027']);
  expect(names('2026-06-30', sundays).slice(3)).toEqual(['FY2026-Q4', 'FY2026']);
  expect(periodOf('year', '2026-12-31', sundays)).toMatchObject({ from: '2026-07-01', to: '2027-06-30' });
  expect(periodOf('quarter', '2027-02-10', sundays)).toMatchObject({
    name: 'FY2027-Q3',
    from: '2027-01-01',
    to: '2027-03-31',
  });
});

test('the leap day is in February, and only in leap years', () => {
  expect(periodOf('month', '2024-02-10', calendarYear).to).toBe('2024-02-29');
  expect(periodOf('month', '2100-02-10', calendarYear).to).toBe('2100-02-28');
});

test('a week belongs to one period although it spans two years', () => {
  expect(periodsBetween('week', '2025-12-30', '2026-01-06', calendarYear).map(({ name }) => name)).toEqual([
    'week-2025-12-29',
    'week-2026-01-05',
  ]);
  const { to } = periodOf('year', '2026-03-01', sundays);
  expect(periodsBetween('year', to, dayOfNumber(numberOfDay(to) + 1), sundays).at(-1)?.name).toBe('FY2027');
});

test('a name leads back to its period', () => {
  for (const shape of [calendarYear, sundays]) {
    for (const day of ['2024-02-29', '2026-06-30', '2026-07-01', '2026-12-31']) {
      for (const grain of cutGrains) {
        const period = periodOf(grain, day, shape);
        expect(periodNamed(period.name, shape)).toEqual(period);
      }
    }
  }
});

test('what is no period has none', () => {
  for (const name of ['all', '2026-13', 'week-2026-10-06', 'FY2026-Q5', 'October', '2026-02-30']) {
    expect(periodNamed(name, calendarYear)).toBeNull();
  }
});
