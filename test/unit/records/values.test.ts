import { afterAll, beforeAll, expect, test } from 'vitest';
import { workshop, type IngestRun, type Workshop } from './run-ingest.ts';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
  // What faults stop leaves the database before it as it was, so there has to be one.
  await read('read: { from: v, is: text, means: m }', ['a']);
});
afterAll(() => work.end());

/** Reads a column of values by what is said of it, and of the file. */
function read(said: string, values: readonly string[], file = ''): Promise<IngestRun> {
  return work.ingest({
    sources: {
      things: `reads: things.csv
key: id
as of: 2026-12-01T00:00:00Z
reject at most: 100%
separator: ","
declares: { kind: thing, plural: things, happens: created, means: a thing }
${file}gives:
  - record: thing
    columns:
      created: { always: 2026-01-01, is: day, means: when }
      ${said}
`,
    },
    files: { 'things.csv': `id,v\n${values.map((value, index) => `${index},"${value}"`).join('\n')}\n` },
  });
}

async function valuesOf(said: string, values: readonly string[], file = ''): Promise<unknown[]> {
  const run = await read(said, values, file);
  expect(run.faults).toEqual([]);
  expect(run.account.rejected).toEqual([]);
  return (await run.rows('thing', 'read')).flat();
}

const field = (more: string): string => `read: { from: v, means: m, ${more} }`;
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
  const run = await read(ownCurrency, ['EUR 1.200,00', '3,50 €', '$5', '7', '-2 CHF']);
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
  expect((await read(said, ['¥5'])).faults).toEqual([
    'exports/things.csv:2:1  column "v": "¥5" has a sign that several currencies have: JPY, CNY; say which: reads: { "¥": JPY } (in sources/things.yml)',
  ]);
});

test.each<[says: string, said: string, file: string, values: string[], faults: string[]]>([
  [
    'a date that may be two',
    'is: day',
    '',
    ['03/04/2026'],
    [
      'exports/things.csv:2:1  column "v": "03/04/2026" may be 3 April 2026 or 4 March 2026; declare which: dates: D/M/YYYY, or dates: M/D/YYYY (in sources/things.yml)',
    ],
  ],
  [
    'a date in a second form',
    'is: day',
    '',
    ['2026-01-05', '25/12/2026'],
    [
      'exports/things.csv:3:1  column "v": two ways of writing: "2026-01-05" (line 2: YYYY-MM-DD) and "25/12/2026" (line 3: D/M/YYYY); declare both: dates: [YYYY-MM-DD, D/M/YYYY] (in sources/things.yml)',
    ],
  ],
  [
    'a second form first',
    'is: day',
    '',
    ['25/12/2026', '2026-01-05'],
    [
      'exports/things.csv:2:1  column "v": "25/12/2026" may be 25 December 2026; declare which: dates: D/M/YYYY (in sources/things.yml)',
      'exports/things.csv:3:1  column "v": two ways of writing: "25/12/2026" (line 2: D/M/YYYY) and "2026-01-05" (line 3: YYYY-MM-DD); declare both: dates: [D/M/YYYY, YYYY-MM-DD] (in sources/things.yml)',
    ],
  ],
  [
    'two forms, none declared',
    'is: day',
    '',
    ['25/12/2026', '12/31/2026'],
    [
      'exports/things.csv:2:1  column "v": "25/12/2026" may be 25 December 2026; declare which: dates: D/M/YYYY (in sources/things.yml)',
      'exports/things.csv:3:1  column "v": two ways of writing: "25/12/2026" (line 2: D/M/YYYY) and "12/31/2026" (line 3: M/D/YYYY); nothing tells which of the two any other value is in, so export the column in one form (in sources/things.yml)',
    ],
  ],
  [
    'two forms, one declared',
    'is: day, dates: M/D/YYYY',
    '',
    ['1/5/2026', '25/12/2026'],
    [
      'exports/things.csv:3:1  column "v": two ways of writing: "1/5/2026" (line 2: M/D/YYYY) and "25/12/2026" (line 3: D/M/YYYY); nothing tells which of the two any other value is in, so export the column in one form (in sources/things.yml)',
    ],
  ],
  [
    'another form, one declared',
    'is: day, dates: M/D/YYYY',
    '',
    ['1/5/2026', '5.1.2026'],
    [
      'exports/things.csv:3:1  column "v": two ways of writing: "1/5/2026" (line 2: M/D/YYYY) and "5.1.2026" (line 3: D.M.YYYY or M.D.YYYY); declare both: dates: [M/D/YYYY, D.M.YYYY], or dates: [M/D/YYYY, M.D.YYYY] (in sources/things.yml)',
    ],
  ],
  [
    'months by name, not declared',
    'is: day',
    '',
    ['12. März 2026'],
    [
      'exports/things.csv:2:1  column "v": "12. März 2026" may be 12 March 2026; declare which: dates: D. MMMM YYYY with language: de, or dates: D. MMM YYYY with language: de (in sources/things.yml)',
    ],
  ],
  [
    'letters of a zone',
    'is: instant',
    '',
    ['2026-01-12 15:04 CET'],
    [
      'exports/things.csv:2:1  column "v": "2026-01-12 15:04 CET" names its time zone by the letters "CET", which may stand for several; declare the zone and the letters: time zone: Europe/Berlin, instants: YYYY-MM-DD HH:mm [CET] (in sources/things.yml)',
    ],
  ],
  [
    'K that nobody declared',
    'is: number',
    '',
    ['1.2M'],
    [
      'exports/things.csv:2:1  column "v": "1.2M" ends with "M", and nothing says how much that stands for; declare it: short: { M: 1000000 } (in sources/things.yml)',
    ],
  ],
  [
    'numbers in two forms',
    "is: number, numbers: '1.234,56'",
    '',
    ['1.234,5', '1,234.5'],
    [
      'exports/things.csv:3:1  column "v": "1,234.5" (line 3) is not written like 1.234,56, as "1.234,5" is, but like 1,234.56 or 12,34,567.89; export the column in one form, or declare the one that all are in: numbers: 1,234.56 (in sources/things.yml)',
    ],
  ],
  [
    'percents beside none',
    'is: number',
    '',
    ['0.8', '80%'],
    [
      'exports/things.csv:3:1  column "v": two ways of writing: "0.8" (line 2) and "80%" (line 3); if both are percents, declare it: numbers: 1234.56% (in sources/things.yml)',
    ],
  ],
  [
    'half a clock',
    'is: number, lasts in: minutes',
    '',
    ['1:30', '45'],
    [
      'exports/things.csv:2:1  column "v": "1:30" may be 1 hours and 30 minutes, or 1 minutes and 30 seconds; declare which: durations: h:mm, or durations: m:ss (in sources/things.yml)',
      'exports/things.csv:3:1  column "v": "45" is a length of time without a unit; declare it: durations: minutes (in sources/things.yml)',
    ],
  ],
  [
    'another currency',
    "is: money, numbers: '1,234.56'",
    '',
    ['$5'],
    [
      'exports/things.csv:2:1  column "v": "$5" is in $, and its row is in EUR; declare the currency of the file (currency: USD), or take it from the amount (currency: { from: Amount, takes: currency, reads: { "$": USD } }) (in sources/things.yml)',
    ],
  ],
])('%s is asked about', async (_, said, file, values, faults) => {
  expect((await read(field(said), values, file)).faults).toEqual(faults);
});

test.each<[says: string, said: string, value: string, reason: string]>([
  ['no day', 'is: day, dates: D/M/YYYY', '31/02/2026', 'is no day of the calendar'],
  ['no date', 'is: day', 'soon', 'is no date'],
  ['no length', 'is: number, lasts in: minutes', 'long', 'is no length of time, such as 2h 15m, 90 min or 1:02:03'],
  [
    'a unit that has no length',
    'is: number, lasts in: minutes',
    '2 months',
    'has "months" for a unit; expected weeks, days, hours, minutes or seconds',
  ],
  ['no midnight', 'is: day, dates: epoch ms of a day', '1773327840000', 'is no day of the calendar'],
  ['29 February 1900', 'is: day, dates: spreadsheet days', '60', 'is no day of the calendar'],
  ['no truth', 'is: yes-no', 'Ja', 'is neither yes nor no'],
])('%s is refused', async (_, said, value, reason) => {
  const run = await read(field(said), [value]);
  expect(run.faults).toEqual([]);
  expect(run.account.rejected.map((row) => row.reason)).toEqual([reason]);
});

test.each<[says: string, said: string, file: string, fault: string]>([
  [
    'forms that take one another for other days',
    'is: day, dates: [D/M/YYYY, M/D/YYYY]',
    '',
    'sources/things.yml:11:50  a text can be one day as D/M/YYYY and another as M/D/YYYY; declare one of them, or one for each column',
  ],
  [
    'a language that is none',
    'is: day',
    'language: Deutsch?\n',
    'sources/things.yml:7:11  "Deutsch?" is no form of language; write its code, like de, fr or pt-BR',
  ],
  [
    'a short word that is no power of ten',
    'is: number, short: { K: 1024 }',
    '',
    'sources/things.yml:11:53  "K: 1024" is no form of short; write what one of it is, like K: 1000 or Mio: 1000000',
  ],
  [
    'a form of lengths that is none',
    'is: number, lasts in: minutes, durations: mm',
    '',
    'sources/things.yml:11:7  "mm" is no form of durations; it is one of h:mm, m:ss, seconds, minutes, hours, days, weeks',
  ],
  [
    'lengths without a unit',
    'is: number, durations: h:mm',
    '',
    'sources/things.yml:11:7  "durations" needs the unit that the field is kept in; say it, as in: lasts in: minutes',
  ],
  [
    'a length that is a text',
    'is: text, lasts in: minutes',
    '',
    'sources/things.yml:11:7  "read" is no number, so it can\'t be a length of time',
  ],
  [
    'otherwise beside any',
    "is: text, reads: { '*': x }, otherwise: y",
    '',
    'sources/things.yml:11:7  "otherwise" is never reached, as "*" reads every other value; leave out one of them',
  ],
  [
    'a currency of what is no text',
    'is: number, takes: currency',
    '',
    'sources/things.yml:11:7  "read" is no text, so "takes" says nothing',
  ],
])('%s is a fault', async (_, said, file, fault) => {
  expect((await read(field(said), ['x'], file)).faults[0]).toBe(fault);
});
