import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { localTime } from '../../../src/calendar/local-time.ts';
import { slots, slotOf, slotRange } from '../../../src/calendar/slots.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const from = at('2020-01-01T00:00:00Z');
const until = at('2030-01-01T00:00:00Z');
const berlin = localTime('Europe/Berlin', from, until);

const shown = (local: number): string => new Date(local * 1000).toISOString().slice(0, 19);
const said = (instant: number): string => new Date(instant * 1000).toISOString();

test("shows Berlin's clock, an hour ahead in winter and two in summer", () => {
  expect(shown(berlin.local(at('2026-01-15T23:30:00Z')))).toBe('2026-01-16T00:30:00');
  expect(shown(berlin.local(at('2026-07-15T22:30:00Z')))).toBe('2026-07-16T00:30:00');
});

test('a clock time that is skipped lies later by the gap, one that comes twice is the first', () => {
  expect(said(berlin.instant(at('2026-03-29T02:30:00Z')))).toBe('2026-03-29T01:30:00.000Z');
  expect(said(berlin.instant(at('2026-10-25T02:30:00Z')))).toBe('2026-10-25T00:30:00.000Z');
});

test.each(['Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Chatham', 'UTC'])(
  'agrees with Temporal in %s, both ways',
  (zone) => {
    const time = localTime(zone, from, until);
    fc.assert(
      fc.property(fc.integer({ min: from, max: until - 90_000 }), (second) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(zone);
        expect(shown(time.local(second))).toBe(zoned.toPlainDateTime().toString({ smallestUnit: 'second' }));
        const wall = Temporal.PlainDateTime.from(shown(second));
        expect(time.instant(second)).toBe(wall.toZonedDateTime(zone).epochMilliseconds / 1000);
      }),
      { numRuns: 300 },
    );
    for (const { from: change } of time.stretches.slice(1)) {
      for (const beside of [-7200, -1800, -1, 0, 1, 1800, 7200]) {
        const local = change + beside + 3600 * 2;
        const wall = Temporal.PlainDateTime.from(shown(local));
        expect(time.instant(local)).toBe(wall.toZonedDateTime(zone).epochMilliseconds / 1000);
      }
    }
  },
);

test('a local day has 92 quarter hours when the clock is put forward, and 100 when it is put back', () => {
  const counts = new Map<string, number>();
  const range = slotRange(at('2026-03-27T00:00:00Z'), at('2026-10-27T00:00:00Z'));
  for (const [, day] of slots(range, berlin)) counts.set(day, (counts.get(day) ?? 0) + 1);
  expect([counts.get('2026-03-28'), counts.get('2026-03-29'), counts.get('2026-10-25')]).toEqual([96, 92, 100]);
});

test('the day of a half-hour zone begins on the half hour', () => {
  const kolkata = localTime('Asia/Kolkata', from, until);
  const midnight = slotOf(at('2026-10-04T18:30:00Z'));
  expect([...slots({ first: midnight - 1, last: midnight }, kolkata)].map(([, day]) => day)).toEqual([
    '2026-10-04',
    '2026-10-05',
  ]);
});
