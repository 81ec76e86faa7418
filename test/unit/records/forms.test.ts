import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noSuchDay, readIso } from '../../../src/records/forms/clock-reading.ts';
import { compileDateForm } from '../../../src/records/forms/date-form.ts';
import { readInstant } from '../../../src/records/forms/instant.ts';
import { minorUnits } from '../../../src/records/forms/minor-units.ts';
import { compileNumberForm } from '../../../src/records/forms/number-form.ts';
import { dayNumberOf, dayOfNumber } from '../../../src/calendar/local-date.ts';

/** Form, text, and the day and second of the day that it says. */
test.each([
  ['D/M/YYYY', '3/4/2026', '2026-04-03', null],
  ['M/D/YYYY', '3/4/2026', '2026-03-04', null],
  ['YYYYMMDD', '20260304', '2026-03-04', null],
  ['DD.MM.YYYY', '04.03.2026', '2026-03-04', null],
  ['MM/DD/YY', '03/04/26', '2026-03-04', null],
  ['D.M.YY', '4.3.69', '2069-03-04', null],
  ['D.M.YY', '4.3.70', '1970-03-04', null],
  ['MM/DD/YY h:mm A', '03/04/26 08:55 PM', '2026-03-04', 75_300],
  ['M/D/YYYY H:mm', '3/4/2026 0:05', '2026-03-04', 300],
  ['M/D/YYYY h:mm A', '3/4/2026 12:05 AM', '2026-03-04', 300],
  ['M/D/YYYY h:mm A', '3/4/2026 1:05 PM', '2026-03-04', 47_100],
])('%s reads %s', (form, text, day, seconds) => {
  const reading = compileDateForm(form)?.(text);
  expect(reading).toMatchObject({ seconds, offset: null });
  expect(typeof reading === 'object' && reading ? dayOfNumber(reading.dayNumber) : null).toBe(day);
});

test.each([
  ['D/M/YYYY', '31/02/2026', noSuchDay],
  ['D/M/YYYY', '29/02/2023', noSuchDay],
  ['D/M/YYYY', '2026-02-01', null],
  ['DD/MM/YYYY', '1/2/2026', null],
  ['MM/DD/YY', '03/04/2026', null],
  ['M/D/YYYY H:mm', '3/4/2026 25:00', noSuchDay],
])('%s does not read %s', (form, text, expected) => {
  expect(compileDateForm(form)?.(text)).toBe(expected);
});

test.each(['D/M', 'YYYY', 'D/D/M/YYYY', 'M/D/YYYY mm', 'M/D/YYYY h:mm', ''])('"%s" is no form', (form) => {
  expect(compileDateForm(form)).toBeNull();
});

test.each([
  ['2026-11-09T05:40:00.000Z', 1_794_202_800],
  ['2026-11-09T05:40:00Z', 1_794_202_800],
  ['2026-11-09T06:40:00+01:00', 1_794_202_800],
  ['2024-01-22T16:14:25.000+0000', 1_705_940_065],
  ['2026-11-09 05:40:00Z', 1_794_202_800],
  ['2026-11-09T05:40:00', null],
  ['2026-11-09', null],
  ['2026-02-30T05:40:00Z', null],
])('%s is the instant %s', (text, instant) => {
  expect(readInstant(text)).toBe(instant);
});

test('29 February is a day in leap years only', () => {
  expect([2024, 2000, 2023, 1900].map((year) => readIso(`${year}-02-29`) === noSuchDay)).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test.each([
  ['1,234.56', '1,234,567.8', '1234567.8'],
  ['1.234,56', '-1.234,5', '-1234.5'],
  ['1.234,56', '1.234', '1234'],
  ['1.234,56', '1.23', null],
  ['1 234,56', '1 234,5', '1234.5'],
  ['1234,56', '12,5', '12.5'],
  ['$1,234.56', '$200,000', '200000'],
  ['$1,234.56', '-$5', '-5'],
  ['$1,234.56', '(5.10)', '-5.10'],
  ['$1,234.56', '7', '7'],
  ['1.234,56 €', '3.000 €', '3000'],
  ['1,234.56', '12,34', null],
  ['1,234.56', 'n/a', null],
])('%s reads %s as %s', (form, text, decimal) => {
  expect(compileNumberForm(form)?.(text)).toBe(decimal);
});

test.each([
  ['12.5', 2, 1250],
  ['12.345', 2, 1235],
  ['-12.345', 2, -1235],
  ['-12.3449', 2, -1234],
  ['0.004', 2, 0],
  ['1.2E+7', 2, 1_200_000_000],
  ['7000', 0, 7000],
  ['7000.5', 0, 7001],
  ['1.005', 3, 1005],
  ['99999999999999999', 2, null],
])('%s with %i digits is %s minor units', (decimal, digits, minor) => {
  expect(minorUnits(decimal, digits)).toBe(minor);
});

test('minor units of an amount do not depend on a plus before it, which is counted in another way', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 16 });
  const decimal = fc.tuple(digits, fc.constantFrom('', '.'), digits).map((parts) => parts.join(''));
  fc.assert(
    fc.property(decimal, fc.nat(3), (text, places) => {
      expect(minorUnits(text, places)).toBe(minorUnits(`+${text}`, places));
    }),
    { numRuns: 1000 },
  );
});

test('days are those of the platform, in every year, and what lies past the end of a month is counted on', () => {
  const days = (year: number, month: number, day: number): number =>
    new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
  for (let year = -1; year <= 2500; year += 1)
    for (const [month, day] of [
      [1, 1],
      [2, 29],
      [3, 1],
      [12, 31],
      [13, 1],
      [-7, 1],
      [4, 31],
    ] as const)
      expect(dayNumberOf({ year, month, day })).toBe(days(year, month, day));
  expect(readIso('0001-01-01')).toMatchObject({ dayNumber: -719_162 });
});
