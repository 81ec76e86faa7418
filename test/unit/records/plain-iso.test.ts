import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daySeconds } from '../../../src/calendar/local-date.ts';
import { noSuchDay, readIso } from '../../../src/records/forms/clock-reading.ts';
import { plainDay, plainInstant } from '../../../src/records/forms/plain-iso.ts';

test.each([
  ['2026-11-09T05:40:00Z', 1_794_202_800],
  ['2026-11-09T05:40:00.000Z', 1_794_202_800],
  ['2026-11-09T05:40:00.999+0000', 1_794_202_800],
  ['2024-02-29T23:59:59.000Z', 1_709_251_199],
  ['0001-01-01T00:00:00Z', -62_135_596_800],
  ['2023-02-29T05:40:00.000Z', null],
  ['2026-11-09T24:00:00Z', null],
  ['2026-11-09T05:40:00.000+0100', null],
  ['2026-11-09T05:40:00', null],
  ['2026-11-09', null],
  ['', null],
])('%s is plainly the instant %s', (text, instant) => {
  expect(plainInstant(text)).toBe(instant);
});

test.each([
  ['1970-01-02', 1],
  ['2000-02-29', 11_016],
  ['1900-02-29', null],
  ['2026-13-01', null],
  ['2026-1-01', null],
  ['2026-11-09T', null],
])('%s is plainly the day %s', (text, day) => {
  expect(plainDay(text)).toBe(day);
});

/** ISO 8601 in the forms that CRMs write, and parts that are of no calendar. */
const two = fc.integer({ min: 0, max: 61 }).map((number) => String(number).padStart(2, '0'));
const date = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
  .map((parts) => parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'));
const written = fc
  .tuple(
    date,
    fc.constantFrom('T', ' ', ''),
    fc.tuple(two, two, two).map((parts) => parts.join(':')),
    fc.constantFrom('', '.000', '.9', ',123', '.12a'),
    fc.constantFrom('Z', '', '+0000', '-0000', '+00:00', '+0130', 'UTC', ' Z', 'z'),
  )
  .map((parts) => parts.join(''));

/** The same with a letter changed, put in or taken out. */
const slipped = fc
  .tuple(
    fc.oneof(date, written),
    fc.nat(28),
    fc.constantFrom('', '0', '9', ':', '-', ' ', 'Z', 'x', '٣', '💡'),
    fc.boolean(),
  )
  .map(([text, at, letter, over]) => text.slice(0, at) + letter + text.slice(over ? at + 1 : at));

test('what is read plainly is what the whole reader of ISO 8601 makes of it', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(date, written, slipped, fc.string()), (text) => {
      const reading = readIso(text);
      const whole = typeof reading === 'object' ? reading : null;
      const day = plainDay(text);
      const instant = plainInstant(text);
      if (day !== null) expect(whole).toEqual({ dayNumber: day, seconds: null, offset: null });
      if (instant !== null && whole?.seconds !== undefined)
        expect(whole.dayNumber * daySeconds + (whole.seconds ?? NaN) - (whole.offset ?? NaN)).toBe(instant);
      else expect(instant).toBeNull();
      if (reading === noSuchDay) expect([day, instant]).toEqual([null, null]);
      read += Number(day !== null) + Number(instant !== null);
    }),
    { numRuns: 20_000, seed: 9 },
  );
  expect(read).toBeGreaterThan(2000);
});
