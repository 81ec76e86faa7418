import { readFile, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workshop } from '../../unit/records/run-ingest.ts';
import type { Exports, Workshop } from '../../unit/records/run-ingest.ts';

const source = `reads: leads.csv
key: id
gives:
  - record: lead
    columns:
      created: created
      score: score
      retry on: retry
`;
const header = 'id,created,score,retry\n';
const good = '1,2026-03-02T09:00:00Z,60,2026-05-01\n';

function leads(rows: string | Uint8Array, more = ''): Exports {
  return { sources: { leads: `${source}${more}` }, files: { 'leads.csv': rows } };
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

function utf16(text: string, mark = '\uFEFF'): Uint8Array {
  return Buffer.from(`${mark}${text}`, 'utf16le');
}

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
  const { faults } = await work.ingest(leads(header + good));
  expect(faults).toEqual([]);
});
afterAll(() => work.end());

/** Each faulty file with the one line that it is answered with. */
const faulty: readonly (readonly [string, Exports, string])[] = [
  ['an empty file', leads(''), 'exports/leads.csv:1:1  the file is empty; export it again, with its header'],
  [
    'a missing required column',
    leads('id,creatd,score,retry\n'),
    'exports/leads.csv:1:1  there is no column "created" any more; it seems to be called "creatd" now; if so, write from: [created, creatd] in its place, sources/leads.yml:6',
  ],
  [
    'a missing required column that nothing is near',
    leads('id,score,retry\n'),
    'exports/leads.csv:1:1  there is no column "created"; sources/leads.yml:6 reads it; the file has id, score, retry',
  ],
  [
    'lines that end with a carriage return only',
    leads('"id","created","score","retry"\r"1","2026-03-02T09:00:00Z","60",""\r'),
    'exports/leads.csv:1:1  its lines end with a carriage return only; save it as CSV with the usual line ends, LF or CRLF',
  ],
  [
    'a separator that is neither certain nor declared',
    leads('id|created|score|retry\n1|2026-03-02T09:00:00Z|60|\n'),
    'exports/leads.csv:1:1  there is one column only, called "id|created|score|retry"; ' +
      'if values are not separated by comma, semicolon or tab, declare it in sources/leads.yml: separator: "|"',
  ],
  [
    'letters in an encoding that is neither certain nor declared',
    leads(latin1(`${header}${good}M\u00FCller,2026-03-02T09:00:00Z,60,\n`)),
    'exports/leads.csv:3:1  this line is not written in UTF-8; ' +
      'declare how the file is written in sources/leads.yml, as in: encoding: windows-1252',
  ],
  [
    'UTF-16 without a byte-order mark',
    leads(utf16(header + good, '')),
    'exports/leads.csv:1:1  this is no text in UTF-8; declare how it is written in sources/leads.yml: encoding: utf-16le',
  ],
  [
    'a date with two readings',
    leads(`${header}${good}2,2026-03-02T09:00:00Z,60,03/04/2026\n`),
    'exports/leads.csv:3:1  column "retry": two ways of writing: "2026-05-01" (line 2: YYYY-MM-DD) and "03/04/2026" (line 3: D/M/YYYY or M/D/YYYY); ' +
      'declare both: dates: [YYYY-MM-DD, D/M/YYYY], or dates: [YYYY-MM-DD, M/D/YYYY] (in sources/leads.yml)',
  ],
  [
    'a number with two readings',
    leads(`${header}${good}2,2026-03-02T09:00:00Z,"1.234,56",\n`),
    'exports/leads.csv:3:1  column "score": "1.234,56" is a number whose points, commas or signs can be read in more than one way; ' +
      'declare how numbers are written: numbers: 1,234.56, or numbers: 1.234,56 (in sources/leads.yml)',
  ],
  [
    'an instant without a zone',
    leads(`${header}1,2026-03-02 09:00,60,\n`),
    'exports/leads.csv:2:1  column "created": "2026-03-02 09:00" does not say in which time zone; ' +
      'declare it: time zone: UTC (in sources/leads.yml)',
  ],
  [
    'a day where an instant is expected',
    leads(`${header}1,2026-03-02,60,\n`),
    'exports/leads.csv:2:1  column "created": "2026-03-02" is a day, and an instant was expected; ' +
      'say that only the day is known (is: day), or which instant of it is meant (a day is: its start) (in sources/leads.yml)',
  ],
  [
    'a single field of 10 MB',
    leads(`${header}${good}2,"${'x'.repeat(10_000_000)}",60,\n`),
    'exports/leads.csv:3:1  the value that begins here in column "created" does not end, or is longer than 1,000,000 characters; ' +
      'close its quote, or export the file again',
  ],
  [
    'a quote that is never closed',
    leads(`${header}${good}2,"2026-03-02T09:00:00Z,60,\n3,2026-03-02T09:00:00Z,60,\n`),
    'exports/leads.csv:3:1  the value that begins here in column "created" does not end, or is longer than 1,000,000 characters; ' +
      'close its quote, or export the file again',
  ],
  [
    'too many rejected rows',
    leads(`${header}${good}2,2026-03-02T09:00:00Z,many,\n`),
    'exports/leads.csv:3:1  1 of 2 rows can\'t be used, and at most 1% may be; the first is in line 3: "many" in column "score" is no number; ' +
      'mend the export, or allow more in sources/leads.yml: reject at most: 5%',
  ],
  [
    'a file that is not there',
    { sources: { leads: source }, files: { 'lead.csv': header } },
    'sources/leads.yml:1:8  there is no "leads.csv" in exports; did you mean "lead.csv"?',
  ],
  [
    'a file that was cut off',
    {
      sources: { leads: source },
      files: {
        'leads.csv': header + good,
        'manifest.json': '{"files":[{"file":"leads.csv","asOf":"2026-03-03T00:00:00Z","rows":2}]}',
      },
    },
    'exports/leads.csv:1:1  the manifest says that this file has 2 rows, and 1 were read; export it again: it may have been cut off',
  ],
  [
    'a column twice',
    leads('id,created,score,retry,id\n'),
    'exports/leads.csv:1:1  two columns are called "id"; rename one of them',
  ],
];

describe("a file that can't be read stops the run with one line that names the place and the mend", () => {
  test.each(faulty)('%s', async (_, exports, line) => {
    const before = await readFile(work.database);
    const { faults, account } = await work.ingest(exports);
    expect(faults).toEqual([line]);
    expect(account.files).toEqual([]);
    expect(await readFile(work.database), 'the database built before').toEqual(before);
    expect(await readdir(dirname(work.database))).not.toContain('records.db.new');
  });

  test('all faults of all files come in one run', async () => {
    const { faults } = await work.ingest({
      sources: {
        leads: source,
        users: 'reads: users.csv\nkey: id\ngives: [{ record: user, columns: { team: team } }]\n',
      },
      files: {
        'leads.csv': `${header}1,2026-03-02,60,03/04/2026\n2,2026-03-02T09:00:00Z,,03/04/2026\n`,
        'users.csv': '',
      },
    });
    expect(faults.map((fault) => fault.slice(0, 44))).toEqual([
      'exports/leads.csv:2:1  column "created": "20',
      'exports/leads.csv:3:1  column "retry": "03/0',
      'exports/users.csv:1:1  the file is empty; ex',
    ]);
  });
});

/** Each faulty row, and what is kept of it. */
const rejected: readonly (readonly [string, string, object])[] = [
  [
    'a date that is in no calendar',
    '9,2026-03-02T09:00:00Z,60,31/02/2026',
    { line: 3, column: 'retry', value: '31/02/2026', reason: 'is no day of the calendar' },
  ],
  [
    'an ISO date that is in no calendar',
    '9,2026-03-02T09:00:00Z,60,2025-02-30',
    { line: 3, column: 'retry', value: '2025-02-30', reason: 'is no day of the calendar' },
  ],
  [
    'a row that is too short',
    '9,2026-03-02T09:00:00Z',
    { line: 3, column: '', value: '', reason: 'has 2 values, and the header has 4 columns' },
  ],
  [
    'a missing id',
    ',2026-03-02T09:00:00Z,60,',
    { line: 3, column: 'id', value: '', reason: 'is empty: the row has no id' },
  ],
  [
    'words for a number',
    '9,2026-03-02T09:00:00Z,lots,',
    { line: 3, column: 'score', value: 'lots', reason: 'is no number' },
  ],
  [
    'text after a closing quote',
    '"9"x,2026-03-02T09:00:00Z,60,',
    { line: 3, column: '', value: '', reason: 'has a value that goes on after its closing quote' },
  ],
];

describe('a faulty row is rejected with its place and reason, and the run goes on', () => {
  test.each(rejected)('%s', async (_, row, kept) => {
    const { faults, account } = await work.ingest(
      leads(`${header}${good}${row}\n3,2026-03-02T10:00:00Z,,\n`, 'reject at most: 50%\n'),
    );
    expect(faults).toEqual([]);
    expect(account.rejected).toEqual([{ file: 'leads.csv', ...kept }]);
    expect(account.files[0]).toMatchObject({ rows: 3, gaveRecords: 2, rejected: 1, made: { lead: 2 } });
  });
});

/** The same two rows, written differently. */
const text = `${header}Gr\u00F6\u00DFe,2026-03-02T09:00:00Z,60,2026-05-01\n\u5F35,2026-03-02T10:00:00Z,,\n`;
const readable: readonly (readonly [string, string | Uint8Array, string])[] = [
  ['UTF-8', text, ''],
  ['a byte-order mark', `\uFEFF${text}`, ''],
  ['UTF-16 with its mark', utf16(text), ''],
  ['CRLF', text.replaceAll('\n', '\r\n'), ''],
  ['semicolons', text.replaceAll(',', ';'), ''],
  ['tabs', text.replaceAll(',', '\t'), ''],
  ['another separator, declared', text.replaceAll(',', '|'), 'separator: "|"\n'],
  ['every value in quotes', text.replaceAll(/[^,\n]+/g, '"$&"'), ''],
  ['no line end at the end', text.trimEnd(), ''],
  ['empty lines', text.replaceAll('\n', '\n\n'), ''],
];

describe('what is certain or declared is read as it is', () => {
  test.each(readable)('%s', async (_, content, more) => {
    const run = await work.ingest(leads(content, more));
    expect(run.faults).toEqual([]);
    expect(await run.rows('lead', 'key', 'created', 'score', 'retry_on')).toEqual([
      ['Gr\u00F6\u00DFe', 1_772_442_000, 60, '2026-05-01'],
      ['\u5F35', 1_772_445_600, null, null],
    ]);
  });

  test('letters in a declared encoding', async () => {
    const run = await work.ingest(
      leads(latin1(`${header}M\u00FCller,2026-03-02T09:00:00Z,60,\n`), 'encoding: windows-1252\n'),
    );
    expect(await run.rows('lead', 'key')).toEqual([['M\u00FCller']]);
  });

  test('a file with a header only', async () => {
    const { faults, account } = await work.ingest(leads(header));
    expect(faults).toEqual([]);
    expect(account.files).toMatchObject([{ rows: 0, gaveRecords: 0, asOf: null, made: {} }]);
  });

  test('a quoted line end, which moves the lines of later rows', async () => {
    const rows = `${header}"a\nb",2026-03-02T09:00:00Z,60,\nc,2026-03-02T09:00:00Z,x,\n`;
    const { account } = await work.ingest(leads(rows, 'reject at most: 50%\n'));
    expect(account.rejected).toMatchObject([{ line: 4, value: 'x' }]);
  });
});
