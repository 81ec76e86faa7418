import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseBomb } from '../../../../src/records/files/limits.ts';
import { workshop } from '../run-ingest.ts';
import type { IngestRun, Workshop } from '../run-ingest.ts';
import { rowOf, workbookOf, zipOf } from './packed.ts';

const header = 'Id,Source,Account,Retry\n';
const good = `${header}a,Web,x,2026-05-01\n`;
const lead = (reads: string, more = ''): string =>
  `reads: ${reads}\nkey: Id\nas of: 2026-10-01T00:00:00Z\n${more}gives:\n  - record: lead\n    columns: { source: Source, account: Account, retry on: Retry }\n`;

let shop: Workshop;
beforeAll(async () => void (shop = await workshop()));
afterAll(() => shop.end());

/** Reads a file after a good one, which leaves a database to look at. */
async function read(file: string, content: string | Uint8Array, more = ''): Promise<IngestRun> {
  await shop.ingest({ sources: { lead: lead('Lead.csv') }, files: { 'Lead.csv': good } });
  const reads = /\.xlsx?$/.test(file) ? file : 'Lead.csv';
  return shop.ingest({ sources: { lead: lead(reads, more) }, files: { [file]: content } });
}

/** The ZIP with one of the entry's fields in its directory changed. */
function patched(zip: Buffer, at: number, change: (value: number) => number): Buffer {
  const bytes = Buffer.from(zip);
  const directory = bytes.indexOf(Buffer.from('PK\u0001\u0002'));
  bytes.writeUInt32LE(change(bytes.readUInt32LE(directory + at)), directory + at);
  return bytes;
}
const called = (zip: Buffer, name: string): Buffer =>
  Buffer.from(zip.toString('latin1').replaceAll('Lead.csv', name), 'latin1');

const climbing = 'this ZIP holds a file with a path that leads out of it';
const noZip = 'do not use it: no CRM makes such a ZIP';
const tooLong =
  'the first line is longer than 1,000,000 characters; see whether it is a table with a header, and export it again';
const flags = 8;
const unpackedSize = 24;
const zip = () => zipOf({ 'Lead.csv': good });

type Content = string | Uint8Array;

/** What is wrong, in which file, how it is made, what is said of it, and what its source says besides. */
type Faulty = readonly [
  wrong: string,
  file: string,
  make: () => Content | Promise<Content>,
  says: string,
  more?: string,
];

const faulty: readonly Faulty[] = [
  [
    'an encrypted file in a ZIP',
    'All.zip',
    async () => patched(await zip(), flags, (value) => value | 1),
    'exports/All.zip/Lead.csv:1:1  "Lead.csv" in this ZIP is encrypted; unpack it with its password, and put the files here as they are',
  ],
  ...(
    [
      ['C:ad.csv', 'a drive'],
      ['a\\Le.csv', 'backslashes'],
      ['/ead.csv', 'a path from the root'],
      ['../d.csv', 'a path that climbs'],
      ['a\nb\\.csv', 'backslashes and a line end', 'a b\\.csv'],
    ] as const satisfies readonly (readonly [string, string, string?])[]
  ).map(
    ([name, says, shown = name]) =>
      [
        `a ZIP with ${says}`,
        'All.zip',
        async () => called(await zip(), name),
        `exports/All.zip:1:1  ${climbing}: "${shown}"; ${noZip}`,
      ] as const,
  ),
  [
    'a size in the directory that lies',
    'All.zip',
    async () => patched(await zip(), unpackedSize, (value) => value - 5),
    'exports/All.zip/Lead.csv:1:1  this ZIP is damaged or was cut short; download it again, and see whether it has its whole size',
  ],
  [
    'a ZIP inside a ZIP',
    'All.zip',
    async () => zipOf({ 'Lead.csv': good, 'in.zip': await zip() }),
    'exports/All.zip/in.zip:1:1  this is a ZIP inside a ZIP; unpack the outer one',
  ],
  [
    'a file of no bytes in a ZIP',
    'All.zip',
    () => zipOf({ 'Lead.csv': '' }),
    'exports/All.zip/Lead.csv:1:1  the file is empty; export it again, with its header',
  ],
  [
    'a bomb',
    'All.zip',
    () => zipOf({ 'Lead.csv': Buffer.alloc(101_000_000) }),
    'exports/All.zip/Lead.csv:1:1  "Lead.csv" in it unpacks to more than 200 times its size and 100 MB, as no export does; export it again, and unpack it yourself if it is right',
  ],
  [
    'a line that does not end',
    'Lead.csv.gz',
    () => gzipSync(Buffer.alloc(40_000_000, 'ab')),
    `exports/Lead.csv.gz:1:1  ${tooLong}`,
  ],
  [
    'a row that does not end',
    'Lead.csv.gz',
    () => gzipSync(Buffer.concat([Buffer.from(`${header}a`), Buffer.alloc(9_000_000, ',b')])),
    'exports/Lead.csv.gz:2:1  the row that begins here is longer than 8,000,000 characters; export the file again',
  ],
  [
    'two million columns',
    'Lead.csv',
    () => `Id,Source,Account,Retry${',c'.repeat(2_000_000)}\n`,
    `exports/Lead.csv:1:1  ${tooLong}`,
  ],
  [
    'letters of another encoding than was declared',
    'Lead.csv',
    () => Buffer.concat([Buffer.from(`${good}b,`), Buffer.from([0x93, 0xff]), Buffer.from(',x,\n')]),
    'exports/Lead.csv:3:1  this line is not written in shift_jis; declare how the file is written in sources/lead.yml, as in: encoding: windows-1252',
    'encoding: Shift_JIS\n',
  ],
  [
    'letters in UTF-8 where windows-1252 is declared',
    'Lead.csv',
    () => Buffer.from(`${good}b,Caf\u00e9,\n`),
    'exports/Lead.csv:3:1  this line is written in UTF-8, and windows-1252 is declared; take "encoding" out of sources/lead.yml',
    'encoding: windows-1252\n',
  ],
  [
    'letters in UTF-8 where ISO-8859-15 is declared, the first of them cut by the end of a piece',
    'Lead.csv',
    () => Buffer.from(`${good}b,${'x'.repeat(65_535 - good.length - 2)}\u00e9\n`),
    'exports/Lead.csv:3:1  this line is written in UTF-8, and iso-8859-15 is declared; take "encoding" out of sources/lead.yml',
    'encoding: ISO-8859-15\n',
  ],
  [
    'a byte that windows-1252 has no letter for',
    'Lead.csv',
    () =>
      Buffer.concat([Buffer.from(`${good}b,Caf\u00e9\nc,`, 'latin1'), Buffer.from([0x8f, 0x81]), Buffer.from(',x\n')]),
    'exports/Lead.csv:4:1  this line is not written in windows-1252, where the byte 8F is no letter; declare how the file is written in sources/lead.yml, as in: encoding: macintosh',
    'encoding: windows-1252\n',
  ],
  [
    'a login page',
    'Lead.csv',
    () => '<!DOCTYPE html><html><body>Log in</body></html>',
    'exports/Lead.csv:1:1  this is a web page, not an export: most likely a login page was saved; log in, and download the export again',
  ],
  [
    'a workbook with a password',
    'Lead.xlsx',
    () => Buffer.from('D0CF11E0A1B11AE1000000000000', 'hex'),
    'exports/Lead.xlsx:1:1  this workbook has a password, or is of the old form .xls; save it without a password, as .xlsx or CSV',
  ],
  [
    'a workbook of the old form',
    'Lead.xls',
    () => Buffer.from('D0CF11E0A1B11AE1000000000000', 'hex'),
    'exports/Lead.xls:1:1  this is a workbook of the old form .xls; save it as .xlsx or CSV',
  ],
  [
    'a workbook with merged cells in its header',
    'Lead.xlsx',
    () =>
      workbookOf({
        sheets: { A: rowOf(1, 'Id', 'Source', 'Account', 'Retry') },
        behind: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
      }),
    'exports/Lead.xlsx:1:1  cells of the header are merged: A1:B1; unmerge them, so that each has its value',
  ],
  [
    'a workbook with two sheets, of which none is named',
    'Lead.xlsx',
    () => workbookOf({ sheets: { A: rowOf(1, 'Id'), B: rowOf(1, 'Id') } }),
    'exports/Lead.xlsx:1:1  this workbook has several sheets: A, B; name one in sources/lead.yml: sheet: A',
  ],
];

describe('is refused with its place and its mend, and what was built before stays', () => {
  const cases = faulty.map(([wrong, file, make, says, more = '']) => ({ wrong, file, make, says, more }));
  it.each(cases)('$wrong', async ({ file, make, says, more }) => {
    const content = await make();
    await read('Lead.csv', good);
    const before = await readFile(shop.database);
    const reads = /\.xlsx?$/.test(file) ? file : 'Lead.csv';
    const { faults, account } = await shop.ingest({ sources: { lead: lead(reads, more) }, files: { [file]: content } });
    expect(faults[0]).toBe(says);
    expect(account.files).toEqual([]);
    expect(before.equals(await readFile(shop.database))).toBe(true);
  });
});

it('a header alone is a file of no rows', async () => {
  const { faults, account } = await read('Lead.csv', header);
  expect([faults, account.files.map(({ rows }) => rows)]).toEqual([[], [0]]);
});

it('what unpacks to far more than is packed is refused, also where only the bytes tell', () => {
  expect(() => refuseBomb(1_000_000, 100_000_001, null)).not.toThrow();
  expect(() => refuseBomb(500_000, 100_000_001, null)).toThrow('it unpacks to more than 200 times its size and 100 MB');
});

const all = 'reject at most: 100%\n';
const cell = (place: string, value: string, more = ''): string => `<c r="${place}"${more}>${value}</c>`;
const sheet = (...rows: readonly string[]): string =>
  rowOf(1, 'Id', 'Source', 'Account', 'Retry') +
  rows.map((cells, index) => `<row r="${index + 2}">${cells}</row>`).join('');

describe('is a row that is turned away, by its own cell', () => {
  const damaged = 'is an id that a spreadsheet has damaged: export again as text';
  it.each<readonly [string, string, () => Promise<Uint8Array> | string, readonly string[]]>([
    [
      'an id that a spreadsheet took for a number',
      'Lead.csv',
      () => `${header}5.805E+18,Web,x,\n`,
      ['Id', '5.805E+18', damaged],
    ],
    ['a link that was', 'Lead.csv', () => `${header}a,Web,"1,23E+17",\n`, ['Account', '1,23E+17', damaged]],
    [
      'an id that a workbook keeps as a number',
      'Lead.xlsx',
      () => workbookOf({ sheets: { A: sheet(cell('A2', '<v>5.805E+18</v>')) } }),
      ['Id', '5.805E+18', damaged],
    ],
    [
      'a formula without a result',
      'Lead.xlsx',
      () => workbookOf({ sheets: { A: sheet(cell('A2', '<v>1</v>') + cell('B2', '<f>1+1</f>')) } }),
      ['Source', '', 'is a formula whose result was not saved'],
    ],
    [
      "a spreadsheet's error",
      'Lead.xlsx',
      () => workbookOf({ sheets: { A: sheet(cell('A2', '<v>1</v>') + cell('B2', '<v>#REF!</v>', ' t="e"')) } }),
      ['Source', '#REF!', "is a spreadsheet's error"],
    ],
  ])('%s', async (_, file, make, [column, value, reason]) => {
    const { faults, account } = await read(file, await make(), all);
    expect(faults).toEqual([]);
    expect(account.rejected).toEqual([{ file, line: 2, column, value, reason }]);
  });
});

describe('the days of a workbook count', () => {
  const days = (numbers: readonly number[]) =>
    sheet(
      ...numbers.map(
        (number, at) => cell(`A${at + 2}`, `<v>${number}</v>`) + cell(`D${at + 2}`, `<v>${number}</v>`, ' s="1"'),
      ),
    );

  it('from 1900, with the 29 February that never was', async () => {
    const book = await workbookOf({ formats: ['yyyy-mm-dd'], sheets: { A: days([59, 60, 61, 46000]) } });
    const run = await read('Lead.xlsx', book, all);
    expect(await run.rows('lead', 'key', 'retry_on')).toEqual([
      ['59', '1900-02-28'],
      ['61', '1900-03-01'],
      ['46000', '2025-12-09'],
    ]);
    expect(run.account.rejected).toMatchObject([{ line: 3, value: '1900-02-29', reason: 'is no day of the calendar' }]);
  });

  it('or from 1904', async () => {
    const book = await workbookOf({ from1904: true, formats: ['yyyy-mm-dd'], sheets: { A: days([0, 44538]) } });
    expect(await (await read('Lead.xlsx', book, all)).rows('lead', 'retry_on')).toEqual([
      ['1904-01-01'],
      ['2025-12-09'],
    ]);
  });
});

it('all faulty files are told at once', async () => {
  const sources = { lead: lead('Lead.csv'), deal: lead('Deal.csv'), task: lead('Task.xlsx') };
  const files = { 'Lead.csv': '<html></html>', 'Deal.csv': '', 'Task.xlsx': Buffer.from('D0CF11E0A1B11AE1', 'hex') };
  expect((await shop.ingest({ sources, files })).faults.map((line) => line.split(':')[0])).toEqual([
    'exports/Lead.csv',
    'exports/Deal.csv',
    'exports/Task.xlsx',
  ]);
});
