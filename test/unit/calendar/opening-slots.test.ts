import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dayClock } from '../../../src/calendar/day-clock.ts';
import { days, months } from '../../../src/calendar/days.ts';
import { numberOfDay } from '../../../src/calendar/local-date.ts';
import { localTime } from '../../../src/calendar/local-time.ts';
import { numberedDates, numberedDays, openingSlots, workingQuarters } from '../../../src/calendar/opening-slots.ts';
import { slotOf } from '../../../src/calendar/slots.ts';
import type { WorkCalendar } from '../../../src/values/agreement.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const [from, until] = [at('2024-01-01T00:00:00Z'), at('2029-01-01T00:00:00Z')];
const calendar = (openings: readonly (readonly [weekday: number, opens: number, closes: number])[]): WorkCalendar => ({
  slug: 'test',
  openings: openings.map(([weekday, opens, closes]) => ({ weekday, opens: opens * 60, closes: closes * 60 })),
  holidays: [{ day: '2026-10-28', name: 'Stocktaking' }],
});
const shop = calendar([
  [1, 8, 12],
  [1, 13.25, 18.5],
  [3, 8, 12],
  [5, 20, 24],
]);

describe("a day's clock", () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Africa/Cairo'];
  const [first, last] = [numberOfDay('2026-01-01'), numberOfDay('2026-12-31')];
  test.each(zones)('says the instant of every quarter hour of a year in %s', (zone) => {
    const time = localTime(zone, from, until);
    for (let day = first; day <= last; day += 1) {
      const { starts, change, shift } = dayClock(day, time);
      const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
      const wrong = Array.from({ length: 97 }, (_, quarter) => quarter * 900).filter((clock) => {
        const wall = date.toPlainDateTime().add({ seconds: clock });
        const instant = wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds / 1000;
        return starts + clock + (clock >= change ? shift : 0) !== instant;
      });
      expect(wrong, date.toString()).toEqual([]);
    }
  });
});

describe('opening time', () => {
  const time = localTime('Europe/Berlin', from, until);
  const range = { first: '2026-10-19', last: '2026-11-02' };
  const of = numberedDays(shop, range);
  test('is open or not for whole slots, and adds up', () => {
    const slots = { first: slotOf(at('2026-10-19T00:00:00Z')), last: slotOf(at('2026-11-01T23:45:00Z')) };
    let passed: number | null = null;
    for (const { slot, before, open } of openingSlots(of, slots, time)) {
      const local = Temporal.Instant.fromEpochMilliseconds(slot * 900_000).toZonedDateTimeISO('Europe/Berlin');
      const minutes = local.hour * 60 + local.minute;
      const isOpen =
        local.toPlainDate().toString() !== '2026-10-28' &&
        shop.openings.some((one) => one.weekday === local.dayOfWeek && one.opens <= minutes && minutes < one.closes);
      expect(open, local.toString()).toBe(isOpen ? 1 : 0);
      if (passed !== null) expect(before, local.toString()).toBe(passed);
      passed = before + open * 900;
    }
  });
  test('a clock starts where it is open, or with the next opening', () => {
    const start = (iso: string) => {
      const slot = slotOf(at(iso));
      const [row] = openingSlots(of, { first: slot, last: slot }, time);
      const { startsOn, clock, lastDay } = row!;
      return [
        of[startsOn]!.number - numberOfDay('2026-10-19'),
        clock / 3600,
        of[lastDay]!.number - numberOfDay('2026-10-19'),
      ];
    };
    expect(start('2026-10-19T07:30:00Z')).toEqual([0, 9.5, 0]); // Monday, half past nine in Berlin
    expect(start('2026-10-19T10:30:00Z')).toEqual([0, 13.25, 0]); // at lunch
    expect(start('2026-10-19T20:00:00Z')).toEqual([2, 8, 0]); // Monday evening: Wednesday
    expect(start('2026-10-25T12:00:00Z')).toEqual([7, 8, 4]); // Sunday: Monday, last worked on Friday
    expect(start('2026-10-27T12:00:00Z')).toEqual([11, 20, 7]); // before the holiday on Wednesday: Friday night
  });
  test('a date that is no working day has the number of the next', () => {
    const numbers = [...numberedDates(of, { first: '2026-10-23', last: '2026-10-30' })];
    const [friday] = numbers[0]!.slice(1) as [number];
    expect(numbers.map(([day, number, open]) => `${day} ${number - friday} ${open}`)).toEqual([
      '2026-10-23 0 1',
      '2026-10-24 1 0',
      '2026-10-25 1 0',
      '2026-10-26 1 1',
      '2026-10-27 2 0',
      '2026-10-28 2 0',
      '2026-10-29 2 0',
      '2026-10-30 2 1',
    ]);
  });
  test("a clock time is held within each day's hours", () => {
    const rows = [...workingQuarters(of, time)].filter(
      ({ number }) => of[number]!.number === numberOfDay('2026-10-26'),
    );
    const said = [7, 8.5, 12.5, 19].map((hour) => {
      const { instant, moves, open } = rows[hour * 4]!;
      return `${new Date(instant * 1000).toISOString().slice(11, 16)} ${moves} ${open}`;
    });
    expect(said).toEqual(['07:00 0 0', '07:30 1 1', '11:30 1 0', '17:30 0 0']);
  });
});

test('days have their fiscal year and quarter, their names and their place in the month', () => {
  const time = localTime('Asia/Kolkata', from, until);
  const [row] = days({ first: '2026-03-31', last: '2026-04-01' }, { weekStarts: 7, fiscalYearStarts: 4 }, time);
  expect(row).toMatchObject({
    fiscalYear: 2026,
    fiscalQuarter: 4,
    monthName: 'March',
    weekday: 'Tuesday',
    monthDay: 31,
    month: 2026 * 12 + 2,
    starts: at('2026-03-30T18:30:00Z'),
  });
  expect([...months({ first: '2028-01-31', last: '2028-03-01' })]).toEqual([
    [2028 * 12, numberOfDay('2028-01-01'), 31],
    [2028 * 12 + 1, numberOfDay('2028-02-01'), 29],
    [2028 * 12 + 2, numberOfDay('2028-03-01'), 31],
  ]);
});
