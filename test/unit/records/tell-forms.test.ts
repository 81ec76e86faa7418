import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileDateForm } from '../../../src/records/forms/date-form.ts';
import { compileNumberForm } from '../../../src/records/forms/number-form.ts';
import { formsOfDates, formsOfNumbers } from '../../../src/records/forms/tell-forms.ts';

const brief = (told: ReturnType<typeof formsOfNumbers>): unknown[] =>
  told.map(({ form, language, fits, of, sure }) => [language ? `${form} ${language}` : form, `${fits}/${of}`, sure]);

test.each<[string[], unknown[]]>([
  [['2026-01-05', ' ', '2026-01-06T10:00:00Z'], [['YYYY-MM-DD', '2/2', true]]],
  [
    ['03/04/2026', '05/06/2026'],
    [
      ['D/M/YYYY', '2/2', false],
      ['M/D/YYYY', '2/2', false],
    ],
  ],
  [
    ['03/04/2026', '25/06/2026'],
    [
      ['D/M/YYYY', '2/2', true],
      ['M/D/YYYY', '1/2', false],
    ],
  ],
  // Nobody needs to ask where both forms say the same day.
  [['04/04/2026'], [['D/M/YYYY', '1/1', true]]],
  [
    ['2026-01-05', '25/12/2026'],
    [
      ['YYYY-MM-DD', '1/2', false],
      ['D/M/YYYY', '1/2', false],
    ],
  ],
  [['1 Apr 2026', '2 Mär 2026'], [['D MMM YYYY de', '2/2', true]]],
  [['Mar 12, 2026 3:04 PM'], [['MMM D, YYYY h:mm A', '1/1', true]]],
  // Nearly ISO 8601, with an hour of one digit.
  [
    ['2020-02-01 12:55:16', '2020-02-04 2:02:21'],
    [
      ['YYYY-M-D H:mm:ss', '2/2', true],
      ['YYYY-MM-DD', '1/2', false],
    ],
  ],
  [['31/02/2026', 'soon'], []],
])('dates %j are written as %j', (texts, expected) => {
  expect(brief(formsOfDates(texts))).toEqual(expected);
});

test('it is told which value decides, and which leaves it open', () => {
  const tells = (texts: string[]): string | undefined => formsOfDates(texts)[0]?.tell;
  expect(tells(['03/04/2026', '25/06/2026'])).toBe('"25/06/2026" is 25 June 2026 as D/M/YYYY and nothing as M/D/YYYY');
  expect(tells(['03/04/2026'])).toBe(
    '"03/04/2026" is 3 April 2026 as D/M/YYYY, or 4 March 2026 as M/D/YYYY, and no value tells which',
  );
  expect(tells(['2026-01-05', 'soon'])).toBe('1 of 2 are written as YYYY-MM-DD, such as "2026-01-05"; "soon" is not');
});

test('dates tell whether they have a time and a zone', () => {
  const [told] = formsOfDates(['2026-01-05 10:00', '2026-01-06 10:00']);
  expect([told?.hasTime, told?.hasZone]).toEqual([true, false]);
});

test.each<[string[], unknown[]]>([
  [['1', '2.5'], [['1234.56', '2/2', true]]],
  [
    ['1.234', '2'],
    [
      ['1234.56', '2/2', false],
      ['1.234,56', '2/2', false],
    ],
  ],
  [['1.234,50', '2'], [['1.234,56', '2/2', true]]],
  [['12.5%', '3%'], [['1,234.56%', '2/2', true]]],
  [['$1,200.50 '], [['$1,234.56', '1/1', true]]],
  [['soon'], []],
])('all of the numbers %j are written as %j', (texts, expected) => {
  expect(brief(formsOfNumbers(texts).filter(({ fits, of }) => fits === of))).toEqual(expected);
});

/** Writes a date by a form, in English and without the reader's help. */
function write(form: string, date: Date): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const hours = date.getUTCHours();
  const pad = (number: number): string => String(number).padStart(2, '0');
  const name = (shown: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en-US', { ...shown, timeZone: 'UTC' }).format(date);
  const said: Record<string, string> = {
    YYYY: String(year),
    YY: pad(year % 100),
    MM: pad(month),
    M: String(month),
    DD: pad(day),
    D: String(day),
    MMMM: name({ month: 'long' }),
    MMM: name({ month: 'short' }),
    dddd: name({ weekday: 'long' }),
    HH: pad(hours),
    H: String(hours),
    h: String(hours % 12 || 12),
    mm: pad(date.getUTCMinutes()),
    ss: pad(date.getUTCSeconds()),
    A: hours < 12 ? 'AM' : 'PM',
  };
  return form.replaceAll(/YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|HH|H|h|mm|ss|A/g, (piece) => said[piece] ?? piece);
}

test('a date written in a declared form reads back', () => {
  const dates = fc.constantFrom(
    'D/M/YYYY',
    'MM/DD/YY',
    'YYYYMMDD',
    'D. MMMM YYYY',
    'MMM D, YYYY',
    'dddd, D MMMM YYYY',
    'D-MMM-YY',
    'YYYY年M月D日',
  );
  const times = fc.constantFrom('', ' HH:mm:ss', ' H:mm:ss', ' h:mm:ss A', ', h:mm:ss A');
  const seconds = fc.integer({ min: 0, max: 3_155_759_999 });
  fc.assert(
    fc.property(dates, times, seconds, (date, time, since) => {
      const reading = compileDateForm(date + time)?.(write(date + time, new Date(since * 1000)));
      expect(reading).toEqual({
        dayNumber: Math.floor(since / 86_400),
        seconds: time === '' ? null : since % 86_400,
        offset: null,
      });
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('a number written in a declared form reads back', () => {
  const forms = fc.constantFrom(
    ['1,234.56', 'en-US'],
    ['1.234,56', 'de-DE'],
    ['1 234,56', 'fr-FR'],
    ["1'234.56", 'de-CH'],
    ['12,34,567.89', 'en-IN'],
  );
  fc.assert(
    fc.property(forms, fc.integer({ min: -1e12, max: 1e12 }), ([form = '', locale], hundredths) => {
      const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(hundredths / 100);
      expect(Number(compileNumberForm(form)?.(text))).toBe(hundredths / 100);
    }),
    { numRuns: 500, seed: 7 },
  );
});
