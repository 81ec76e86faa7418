import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clockOf, dayOf, instantOf, localDayOf, textOfDay } from '../../../scripts/sample/berlin-time.ts';
import { afterHours, holidaysOf, workdayFrom } from '../../../scripts/sample/office.ts';

const at = (text: string): number => Date.parse(text) / 1000;
const text = (instant: number): string => new Date(instant * 1000).toISOString();

describe("the made-up company's clock", () => {
  it('knows the holidays that the sample agreement lists', () => {
    const calendars = readFileSync('data/sample/agreement/calendars.yml', 'utf8');
    const listed = [...calendars.matchAll(/^ +(\d{4}-\d\d-\d\d):/gm)].map((match) => match[1]);
    const known = [2023, 2024, 2025, 2026, 2027].flatMap((year) =>
      [...holidaysOf(year)].sort((a, b) => a - b).map(textOfDay),
    );
    expect(known).toEqual(listed);
  });

  it('turns to summer time on the last Sunday of March and back on that of October', () => {
    expect(text(instantOf(dayOf(2026, 3, 28), 12 * 3600))).toBe('2026-03-28T11:00:00.000Z');
    expect(text(instantOf(dayOf(2026, 3, 29), 12 * 3600))).toBe('2026-03-29T10:00:00.000Z');
    expect(text(instantOf(dayOf(2026, 10, 25), 12 * 3600))).toBe('2026-10-25T11:00:00.000Z');
    expect(clockOf(at('2026-11-09T05:40:00Z'))).toBe(6 * 3600 + 40 * 60);
    expect(textOfDay(localDayOf(at('2026-10-31T23:30:00Z')))).toBe('2026-11-01');
  });

  it('counts hours and days of work over weekends and holidays', () => {
    // Friday 30 October 2026, 16:00 in Berlin: one hour is left, three more on Monday.
    expect(text(afterHours(at('2026-10-30T15:00:00Z'), 4))).toBe('2026-11-02T11:00:00.000Z');
    // 2 April 2026 is the Thursday before Easter: the next working day is Tuesday the 7th.
    expect(textOfDay(workdayFrom(dayOf(2026, 4, 3)))).toBe('2026-04-07');
    // A Saturday goes on with Monday.
    expect(textOfDay(workdayFrom(dayOf(2026, 10, 31)))).toBe('2026-11-02');
  });
});
