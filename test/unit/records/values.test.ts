import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnReader, field, type ColumnReader } from './read-column.ts';

let column: ColumnReader;
beforeAll(async () => {
  column = await columnReader();
});
afterAll(() => column.end());

async function valuesOf(said: string, values: readonly string[], file = ''): Promise<unknown[]> {
  const run = await column.read(said, values, file);
  expect(run.faults).toEqual([]);
  expect(run.account.rejected).toEqual([]);
  return (await run.rows('thing', 'read')).flat();
}

const utc = (text: string): number => Date.parse(`${text}Z`) / 1000;

test.each<[says: string, said: string, file: string, values: string[], expected: unknown[]]>([
  [
    'words for nothing',
    'is: text',
    "empty: ['-', Select]\n",
    ['-', ' Select ', 'unknown', 'select', 'x'],
    [null, null, 'unknown', 'select', 'x'],
  ],
  [
    "a field's words for nothing and its file's",
    "is: link to user, empty: '0'",
    "empty: '-'\n",
    ['-', '0', '00'],
    [null, null, '00'],
  ],
  [
    'what is translated is a value',
    'is: text, reads: { Unknown: not known }',
    'empty: [Unknown, x]\n',
    ['Unknown', 'x'],
    ['not known', null],
  ],
  [
    'in full, then what starts so, then any',
    "is: text, reads: { '04*': four, '*!': loud, '04 - X': exact, '*': other }",
    '',
    ['04 - X', '04 - Y', 'Hey!', 'Hm', ''],
    ['exact', 'four', 'loud', 'other', null],
  ],
  [
    'yes and no in the words of the file',
    'is: yes-no, reads: { Ja: yes, Nein: no, checked: yes }',
    '',
    ['Ja', 'Nein', 'checked', 'TRUE', ''],
    [1, 0, 1, 1, 0],
  ],
  [
    'months by name',
    'is: day, dates: [D MMM YYYY, "MMMM D, YYYY"]',
    '',
    ['12 Mar 2026', 'march 4, 2026'],
    ['2026-03-12', '2026-03-04'],
  ],
  [
    'months in German',
    'is: day, dates: [D. MMMM YYYY, D. MMM YYYY]',
    'language: de\n',
    ['12. März 2026', '1. Okt. 2026', '3. Dez 2026'],
    ['2026-03-12', '2026-10-01', '2026-12-03'],
  ],
  ['days as Japan writes them', 'is: day, dates: YYYY年M月D日', '', ['2026年3月4日'], ['2026-03-04']],
  ['weekdays', "is: day, dates: 'dddd, D MMMM YYYY'", '', ['Thursday, 12 March 2026'], ['2026-03-12']],
  [
    'clocks of twelve hours',
    "is: instant, instants: 'MMM D, YYYY h:mm A'",
    'time zone: UTC\n',
    ['Mar 12, 2026 12:04 AM', 'Mar 12, 2026 3:04\u202FPM'],
    [utc('2026-03-12T00:04'), utc('2026-03-12T15:04')],
  ],
  [
    'letters that are meant as they are',
    "is: instant, instants: 'YYYY-MM-DD HH:mm [CET]'",
    'time zone: Europe/Berlin\n',
    ['2026-01-12 15:04 CET'],
    [utc('2026-01-12T14:04')],
  ],
  [
    'an offset in a form',
    "is: instant, instants: 'D/M/YYYY H:mm Z'",
    '',
    ['12/1/2026 15:04 +0100', '2026-01-12 15:04 UTC'],
    [utc('2026-01-12T14:04'), utc('2026-01-12T15:04')],
  ],
  ['milliseconds since 1970', 'is: instant, instants: epoch ms', '', ['1773327840000'], [1_773_327_840]],
  ['seconds since 1970', 'is: instant, instants: epoch seconds', '', ['1773327840'], [1_773_327_840]],
  ['a day as its midnight in UTC', 'is: day, dates: epoch ms of a day', '', ['1773273600000'], ['2026-03-12']],
  [
    'days of a spreadsheet',
    'is: day, dates: spreadsheet days',
    '',
    ['46093', '1', '61'],
    ['2026-03-12', '1900-01-01', '1900-03-01'],
  ],
  [
    'days of a spreadsheet from 1904',
    'is: day, dates: spreadsheet days from 1904',
    '',
    ['44631', '0'],
    ['2026-03-12', '1904-01-01'],
  ],
  [
    'instants of a spreadsheet',
    'is: instant, instants: spreadsheet days',
    'time zone: UTC\n',
    ['46093.5'],
    [utc('2026-03-12T12:00')],
  ],
  [
    'a local time that never was and one that was twice',
    'is: instant',
    'time zone: Europe/Berlin\n',
    ['2026-03-29 02:30', '2026-10-25 02:30'],
    [utc('2026-03-29T01:30'), utc('2026-10-25T00:30')],
  ],
  [
    'short words',
    "is: number, numbers: '$1,234.56', short: { K: 1000, Mio: 1000000 }",
    '',
    ['$1.2K', '3 Mio.', '12'],
    [1200, 3_000_000, 12],
  ],
  ['short words at plain numbers', 'is: number', 'short: { K: 1000 }\n', ['1.5K', '7'], [1500, 7]],
  ['percents', 'is: number', '', ['12.5%', '3 %'], [12.5, 3]],
  [
    'blanks that do not break',
    "is: number, numbers: '1 234,56'",
    '',
    ['1\u00A0234,5', '1\u202F000', '12'],
    [1234.5, 1000, 12],
  ],
  ['straight and curly apostrophes', `is: number, numbers: "1'234.56"`, '', ["1'234.5", '1’000'], [1234.5, 1000]],
  [
    'thousands as India writes them',
    "is: number, numbers: '12,34,567.89'",
    '',
    ['1,00,000', '12,34,567.5', '999'],
    [100_000, 1_234_567.5, 999],
  ],
  [
    'minus behind, before and as brackets',
    "is: number, numbers: '1.234,56'",
    '',
    ['1.200,5-', '−3', '(4)'],
    [-1200.5, -3, -4],
  ],
  [
    'lengths of time',
    'is: number, lasts in: minutes, durations: [h:mm, minutes]',
    '',
    ['1:30', '01:02:30', '2h 15m', '90 min', 'PT15M', '1 day 3 hours', '1 week, 1 day and 1 h', '45', '0', '-0:30'],
    [90, 62.5, 135, 90, 15, 1620, 11_580, 45, 0, -30],
  ],
  ['minutes and seconds', 'is: number, lasts in: seconds, durations: m:ss', '', ['1:30'], [90]],
  ['lengths in German', 'is: number, lasts in: hours', 'language: de\n', ['2 Std. 30 Min.', '3 Tage'], [2.5, 72]],
])('%s', async (_, said, file, values, expected) => {
  expect(await valuesOf(field(said), values, file)).toEqual(expected);
});

const ownCurrency = `read: { from: v, is: money, means: m, numbers: '1.234,56' }
      currency: { from: v, is: text, means: c, takes: currency, reads: { $: USD } }`;

test('an amount tells its own currency, by code or sign', async () => {
  const run = await column.read(ownCurrency, ['EUR 1.200,00', '3,50 €', '$5', '7', '-2 CHF']);
  expect(run.faults).toEqual([]);
  expect(await run.rows('thing', 'read', 'currency')).toEqual([
    [120_000, 'EUR'],
    [350, 'EUR'],
    [500, 'USD'],
    [700, 'EUR'],
    [-200, 'CHF'],
  ]);
});

test('a sign that several currencies have is asked about', async () => {
  const said = 'read: { from: v, is: text, means: c, takes: currency }';
  expect((await column.read(said, ['¥5'])).faults).toEqual([
    'exports/things.csv:2:1  column "v": "¥5" has a sign that several currencies have: JPY, CNY; say which: reads: { "¥": JPY } (in sources/things.yml)',
  ]);
});
