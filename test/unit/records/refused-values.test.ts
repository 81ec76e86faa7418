import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnReader, field, type ColumnReader } from './read-column.ts';

let column: ColumnReader;
beforeAll(async () => {
  column = await columnReader();
});
afterAll(() => column.end());

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
  expect((await column.read(field(said), values, file)).faults).toEqual(faults);
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
  const run = await column.read(field(said), [value]);
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
  expect((await column.read(field(said), ['x'], file)).faults[0]).toBe(fault);
});
