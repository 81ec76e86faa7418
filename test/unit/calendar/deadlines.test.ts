import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { deadlineAt } from '../../../src/calendar/deadline.ts';
import { dayDeadlines, deadlines } from '../../../src/calendar/deadlines.ts';
import { localTime } from '../../../src/calendar/local-time.ts';
import { slotOf } from '../../../src/calendar/slots.ts';
import type { Opening, WorkCalendar } from '../../../src/values/agreement.ts';
import type { Unit } from '../../../src/values/tree.ts';

type Side = 'after' | 'before';

const at = (iso: string): number => Date.parse(iso) / 1000;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const opening = (weekdays: readonly number[], opens: number, closes: number): Opening[] =>
  weekdays.map((weekday) => ({ weekday, opens: opens * 60, closes: closes * 60 }));

const office: WorkCalendar = {
  slug: 'office',
  openings: opening([1, 2, 3, 4, 5], 9, 17),
  holidays: [
    { day: '2026-04-03', name: 'Good Friday' },
    { day: '2026-04-06', name: 'Easter Monday' },
  ],
};
/** Odd hours: a lunch break, a short Saturday, a late evening until midnight. */
const shop: WorkCalendar = {
  slug: 'shop',
  openings: [
    ...opening([1, 3], 8, 12),
    ...opening([1, 3], 13.25, 18.5),
    ...opening([6], 10, 10.25),
    ...opening([5], 20, 24),
  ],
  holidays: [{ day: '2026-10-28', name: 'Stocktaking' }],
};
/** Open through the clock changes. */
const always: WorkCalendar = { slug: 'always', openings: opening(everyDay, 0, 24), holidays: [] };
const nights: WorkCalendar = { slug: 'nights', openings: opening(everyDay, 1, 4), holidays: [] };
const calendars = [office, shop, always, nights];

const range = { first: slotOf(at('2026-01-01T00:00:00Z')), last: slotOf(at('2026-12-31T00:00:00Z')) };

function deadline(instant: number, amount: number, unit: Unit, side: Side, calendar: string, zone: string): number {
  const time = localTime(zone, at('2024-01-01T00:00:00Z'), at('2029-01-01T00:00:00Z'));
  const slot = slotOf(instant);
  const clock = { calendar, duration: { amount, unit }, side };
  const [row] = deadlines(clock, [slot], { first: slot, last: slot }, time, calendars);
  return deadlineAt(row![1], instant - slot * 900);
}

const said = (instant: number): string => new Date(instant * 1000).toISOString().slice(0, 19) + 'Z';
const berlin = (iso: string, amount: number, unit: Unit, side: Side = 'after'): string =>
  said(deadline(at(iso), amount, unit, side, 'office', 'Europe/Berlin'));

describe('business days', () => {
  test('end at the same clock time some working days on', () => {
    expect(berlin('2026-10-05T08:20:30Z', 1, 'business days')).toBe('2026-10-06T08:20:30Z');
    expect(berlin('2026-10-09T14:59:59Z', 1, 'business days')).toBe('2026-10-12T14:59:59Z');
  });
  test('start at the next opening where it is closed', () => {
    expect(berlin('2026-10-10T08:20:30Z', 1, 'business days')).toBe('2026-10-13T07:00:00Z');
    expect(berlin('2026-10-05T15:00:00Z', 1, 'business days')).toBe('2026-10-07T07:00:00Z');
    expect(berlin('2026-10-05T02:00:00Z', 2, 'business days')).toBe('2026-10-07T07:00:00Z');
  });
  test('pass over holidays and the change of the clock', () => {
    expect(berlin('2026-04-02T10:00:00Z', 1, 'business days')).toBe('2026-04-07T10:00:00Z');
    expect(berlin('2026-10-23T10:00:00Z', 1, 'business days')).toBe('2026-10-26T11:00:00Z');
  });
  test('run back the same way, from the closing before where it is closed', () => {
    expect(berlin('2026-10-12T08:20:00Z', 1, 'business days', 'before')).toBe('2026-10-09T08:20:00Z');
    expect(berlin('2026-10-11T08:20:00Z', 1, 'business days', 'before')).toBe('2026-10-08T15:00:00Z');
  });
  test('are clamped into hours that are shorter on the other day', () => {
    const short = (iso: string, amount: number): string =>
      said(deadline(at(iso), amount, 'business days', 'after', 'shop', 'UTC'));
    expect(short('2026-10-09T22:00:00Z', 1)).toBe('2026-10-10T10:15:00Z');
    expect(short('2026-10-09T22:00:00Z', 2)).toBe('2026-10-12T18:30:00Z');
    expect(short('2026-10-12T08:30:00Z', 3)).toBe('2026-10-17T10:00:00Z');
  });
});

describe('business hours', () => {
  test('run only while open', () => {
    expect(berlin('2026-10-05T13:00:00Z', 4, 'business hours')).toBe('2026-10-06T09:00:00Z');
    expect(berlin('2026-10-09T20:00:00Z', 1, 'business hours')).toBe('2026-10-12T08:00:00Z');
  });
  test('that end on a closing end at the next opening', () => {
    expect(berlin('2026-10-09T11:00:00Z', 4, 'business hours')).toBe('2026-10-12T07:00:00Z');
    expect(berlin('2026-10-09T10:59:59Z', 4, 'business hours')).toBe('2026-10-09T14:59:59Z');
  });
  test('jump in the middle of a quarter hour where minutes are no multiple of 15', () => {
    expect(berlin('2026-10-05T14:29:59Z', 30, 'business minutes')).toBe('2026-10-05T14:59:59Z');
    expect(berlin('2026-10-05T14:09:59Z', 50, 'business minutes')).toBe('2026-10-05T14:59:59Z');
    expect(berlin('2026-10-05T14:10:00Z', 50, 'business minutes')).toBe('2026-10-06T07:00:00Z');
  });
});

describe('days, weeks and months', () => {
  test('end at the same clock time, through the change of the clock', () => {
    expect(berlin('2026-10-24T10:00:00Z', 1, 'days')).toBe('2026-10-25T11:00:00Z');
    expect(berlin('2026-10-25T11:00:00Z', 1, 'days', 'before')).toBe('2026-10-24T10:00:00Z');
    expect(berlin('2026-03-28T01:30:00Z', 1, 'days')).toBe('2026-03-29T01:30:00Z');
    expect(berlin('2026-10-20T10:00:00Z', 1, 'weeks')).toBe('2026-10-27T11:00:00Z');
    expect(berlin('2026-10-24T10:00:00Z', 24, 'hours')).toBe('2026-10-25T10:00:00Z');
  });
  test('calendar days end with their day, and begin with it to the other side', () => {
    expect(berlin('2026-10-24T10:00:00Z', 1, 'calendar days')).toBe('2026-10-25T22:59:59Z');
    expect(berlin('2026-10-26T10:00:00Z', 1, 'calendar days', 'before')).toBe('2026-10-24T22:00:00Z');
  });
  test("are clamped at a month's end, the leap day included", () => {
    expect(berlin('2026-01-31T10:00:00Z', 1, 'months')).toBe('2026-02-28T10:00:00Z');
    expect(berlin('2028-01-31T10:00:00Z', 1, 'months')).toBe('2028-02-29T10:00:00Z');
    expect(berlin('2026-03-31T10:00:00Z', 1, 'months', 'before')).toBe('2026-02-28T11:00:00Z');
  });
});

/** The local clock, looked up plainly. */
function plainClock(zone: string): (instant: number) => { day: string; weekday: number; minutes: number } {
  const known = new Map<number, { day: string; weekday: number; minutes: number }>();
  return (instant) => {
    const quarter = Math.floor(instant / 900);
    let start = known.get(quarter);
    if (!start) {
      const local = Temporal.Instant.fromEpochMilliseconds(quarter * 900_000).toZonedDateTimeISO(zone);
      start = {
        day: local.toPlainDate().toString(),
        weekday: local.dayOfWeek,
        minutes: local.hour * 60 + local.minute,
      };
      known.set(quarter, start);
    }
    return { ...start, minutes: start.minutes + Math.floor((instant - quarter * 900) / 60) };
  };
}

const zones = ['Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe'] as const;
const clocks = new Map(zones.map((zone) => [zone as string, plainClock(zone)]));

function isOpen(calendar: WorkCalendar, zone: string, instant: number): boolean {
  const { day, weekday, minutes } = clocks.get(zone)!(instant);
  if (calendar.holidays.some((holiday) => holiday.day === day)) return false;
  return calendar.openings.some((one) => one.weekday === weekday && one.opens <= minutes && minutes < one.closes);
}

/** Minute by minute until the opening time is used up and it is open again. */
function walk(calendar: WorkCalendar, zone: string, from: number, seconds: number, side: Side): number {
  let left = seconds;
  for (let instant = from; ;) {
    const next = side === 'after' ? Math.floor(instant / 60) * 60 + 60 : Math.ceil(instant / 60) * 60 - 60;
    if (isOpen(calendar, zone, Math.min(instant, next))) {
      const stretch = Math.abs(next - instant);
      if (left < stretch) return side === 'after' ? instant + left : instant - left;
      left -= stretch;
    }
    instant = next;
  }
}

test('business time is what a walk minute by minute finds, to both sides', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: range.first * 900, max: range.last * 900 }),
      fc.integer({ min: 0, max: 20 * 60 }),
      fc.constantFrom<Side>('after', 'before'),
      fc.constantFrom(...calendars),
      fc.constantFrom(...zones),
      (instant, minutes, side, calendar, zone) => {
        const found = deadline(instant, minutes, 'business minutes', side, calendar.slug, zone);
        expect(said(found)).toBe(said(walk(calendar, zone, instant, minutes * 60, side)));
      },
    ),
    { numRuns: 400 },
  );
});

test('a business day later is the same clock time, or a bound of the hours, some working days on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: range.first * 900, max: range.last * 900 }),
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom(office, shop),
      fc.constantFrom(...zones),
      (instant, amount, calendar, zone) => {
        const start = isOpen(calendar, zone, instant) ? instant : walk(calendar, zone, instant, 0, 'after');
        const local = Temporal.Instant.fromEpochMilliseconds(start * 1000).toZonedDateTimeISO(zone);
        const openingsOn = (day: Temporal.PlainDate): Opening[] =>
          calendar.holidays.some((holiday) => holiday.day === day.toString())
            ? []
            : calendar.openings.filter((one) => one.weekday === day.dayOfWeek);
        let day = local.toPlainDate();
        for (let left = amount; left > 0;) {
          day = day.add({ days: 1 });
          if (openingsOn(day).length > 0) left -= 1;
        }
        const open = Math.min(...openingsOn(day).map((one) => one.opens)) * 60;
        const close = Math.max(...openingsOn(day).map((one) => one.closes)) * 60;
        const clock = local.hour * 3600 + local.minute * 60 + local.second;
        const second = Math.min(Math.max(clock, open), close);
        const midnight = day.toPlainDateTime();
        const due = midnight.add({ seconds: second }).toZonedDateTime(zone).epochMilliseconds / 1000;
        expect(said(deadline(instant, amount, 'business days', 'after', calendar.slug, zone))).toBe(said(due));
      },
    ),
    { numRuns: 300 },
  );
});

test('a window of days counts local dates, and working days from the next one', () => {
  const due = (day: string, amount: number, unit: Unit, side: Side = 'after'): string =>
    [
      ...dayDeadlines({ calendar: 'office', duration: { amount, unit }, side }, { first: day, last: day }, calendars),
    ][0]![1];
  expect(due('2026-10-09', 1, 'business days')).toBe('2026-10-12');
  expect(due('2026-10-10', 1, 'business days')).toBe('2026-10-13');
  expect(due('2026-10-10', 0, 'business days')).toBe('2026-10-12');
  expect(due('2026-10-11', 1, 'business days', 'before')).toBe('2026-10-08');
  expect(due('2026-04-02', 1, 'business days')).toBe('2026-04-07');
  expect(due('2024-02-28', 1, 'days')).toBe('2024-02-29');
  expect(due('2024-01-31', 1, 'months')).toBe('2024-02-29');
  expect(due('2026-10-10', 2, 'weeks', 'before')).toBe('2026-09-26');
});

test('a calendar that is never open has no deadlines', () => {
  const closed: WorkCalendar = { slug: 'closed', openings: [], holidays: [] };
  const clock = { calendar: 'closed', duration: { amount: 1, unit: 'business days' }, side: 'after' } as const;
  const time = localTime('UTC', 0, 1);
  expect([...deadlines(clock, [range.first], range, time, [closed])]).toEqual([]);
});
