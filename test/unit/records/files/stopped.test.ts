import { gzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gunzipped } from '../../../../src/records/files/gzip.ts';
import { workshop } from '../run-ingest.ts';
import type { Workshop } from '../run-ingest.ts';
import { rowOf, workbookOf, zipOf } from './packed.ts';

const header = 'Id,Source\n';
const good = `${header}a,Web\n`;
const lead = (reads: string, more = ''): Record<string, string> => ({
  lead: `reads: ${reads}\nkey: Id\nas of: 2026-10-01T00:00:00Z\n${more}gives:\n  - record: lead\n    columns: { source: Source }\n`,
});

let shop: Workshop;
beforeAll(async () => void (shop = await workshop()));
afterAll(() => shop.end());

/** The ZIP with the unpacked size of its entry changed in its directory. */
function withSize(zip: Buffer, size: number): Buffer {
  const bytes = Buffer.from(zip);
  bytes.writeUInt32LE(size, bytes.indexOf(Buffer.from('PK\u0001\u0002')) + 24);
  return bytes;
}

type Faulty = readonly [wrong: string, file: string, make: () => Buffer | Promise<Buffer>, says: string, more?: string];

/** What is wrong, in which file, how it is made, what is said of it, and what its source says besides. */
const faulty: readonly Faulty[] = [
  [
    'a page with a table',
    'Lead.csv',
    () => Buffer.from('<table><tr><td>Id</td></tr></table>'),
    'exports/Lead.csv:1:1  this is a web page, not an export: most likely a login page was saved; log in, and download the export again',
  ],
  [
    'a gzip of no bytes',
    'Lead.csv.gz',
    () => Buffer.alloc(0),
    'exports/Lead.csv.gz:1:1  the file is empty; export it again, with its header',
  ],
  [
    'a gzip of an empty file',
    'Lead.csv.gz',
    () => gzipSync(''),
    'exports/Lead.csv.gz:1:1  the file is empty; export it again, with its header',
  ],
  [
    'a size that is said too large',
    'All.zip',
    async () => withSize(await zipOf({ 'Lead.csv': good }), 5000),
    'exports/All.zip/Lead.csv:1:1  this ZIP is damaged or was cut short; download it again, and see whether it has its whole size',
  ],
  [
    'a bomb that says that it is small',
    'All.zip',
    async () =>
      withSize(await zipOf({ 'Lead.csv': Buffer.concat([Buffer.from(good), Buffer.alloc(3_000_000, 'b,x\n')]) }), 100),
    'exports/All.zip/Lead.csv:1:1  this ZIP is damaged or was cut short; download it again, and see whether it has its whole size',
  ],
  [
    'half of a pair in UTF-16',
    'Lead.csv',
    () =>
      Buffer.concat([
        Buffer.from(good, 'utf16le'),
        Buffer.from('b,', 'utf16le'),
        Buffer.from([0x00, 0xd8]),
        Buffer.from(',\n', 'utf16le'),
      ]),
    'exports/Lead.csv:3:1  this line is not written in utf-16le; declare how the file is written in sources/lead.yml, as in: encoding: windows-1252',
    'encoding: UTF-16LE\n',
  ],
  [
    'letters of windows-1252, not declared',
    'Lead.csv',
    () => Buffer.from(`${good}b,Caf\u00e9\n`, 'latin1'),
    'exports/Lead.csv:3:1  this line is not written in UTF-8; declare how the file is written in sources/lead.yml, as in: encoding: windows-1252',
  ],
  [
    'UTF-16 without a mark, not declared',
    'Lead.csv',
    () => Buffer.from(good, 'utf16le'),
    'exports/Lead.csv:1:1  this is no text in UTF-8; declare how it is written in sources/lead.yml: encoding: utf-16le',
  ],
  [
    'a column whose name is broken',
    'Lead.csv',
    () => Buffer.from('Id,"Sour\nce"\na,Web\n'),
    'exports/Lead.csv:1:1  there is no column "Source" any more; it seems to be called "Sour ce" now; if so, write from: [Source, "Sour\\nce"] in its place, sources/lead.yml:6',
  ],
  [
    'more columns than a table has',
    'Lead.csv',
    () => Buffer.from(`Id,Source${Array.from({ length: 29_998 }, (_, at) => `,c${at}`).join('')}\n`),
    'exports/Lead.csv:1:1  the header has 30,000 columns, and at most 20,000 are read; export fewer columns',
  ],
  [
    'a workbook whose rows go back',
    'Lead.xlsx',
    () => workbookOf({ sheets: { A: rowOf(1, 'Id', 'Source') + rowOf(6, 'a', 'Web') + rowOf(2, 'b', 'Web') } }),
    'exports/Lead.xlsx:1:1  this workbook is damaged or was cut short; open it in a spreadsheet, save it again, or export it as CSV',
  ],
  [
    'a workbook with a row in another one',
    'Lead.xlsx',
    () =>
      workbookOf({
        sheets: {
          A: rowOf(1, 'Id', 'Source') + rowOf(6, 'a', 'Web').replace('</row>', '') + rowOf(7, 'b', 'Web') + '</row>',
        },
      }),
    'exports/Lead.xlsx:1:1  this workbook is damaged or was cut short; open it in a spreadsheet, save it again, or export it as CSV',
  ],
  [
    'an empty workbook',
    'Lead.xlsx',
    () => workbookOf({ sheets: { A: '' } }),
    'exports/Lead.xlsx:1:1  the sheet is empty; export it again, with its header',
  ],
];

const cases = faulty.map(([wrong, file, make, says, more = '']) => ({ wrong, file, make, says, more }));
it.each(cases)('$wrong stops the run, and what was built before stays', async ({ file, make, says, more }) => {
  await shop.ingest({ sources: lead('Lead.csv'), files: { 'Lead.csv': good } });
  const before = await readFile(shop.database);
  const reads = file.endsWith('.xlsx') ? file : 'Lead.csv';
  const { faults } = await shop.ingest({ sources: lead(reads, more), files: { [file]: await make() } });
  expect(faults).toEqual([says]);
  expect(before.equals(await readFile(shop.database))).toBe(true);
});

it('a header alone, in a ZIP and in a workbook, is a file of no rows', async () => {
  const files = { 'All.zip': await zipOf({ 'Lead.csv': header }) };
  const packed = await shop.ingest({ sources: lead('Lead.csv'), files });
  expect([packed.faults, packed.account.files.map(({ rows }) => rows)]).toEqual([[], [0]]);
  const book = { 'Lead.xlsx': await workbookOf({ sheets: { A: rowOf(1, 'Id', 'Source') } }) };
  const sheet = await shop.ingest({ sources: lead('Lead.xlsx'), files: book });
  expect([sheet.faults, sheet.account.files.map(({ rows }) => rows)]).toEqual([[], [0]]);
});

it('a gzip bomb stops soon after the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(120_000_000));
  let bytes = 0;
  const unpack = async (): Promise<void> => {
    for await (const piece of gunzipped(inPieces(bomb))) bytes += piece.length;
  };
  await expect(unpack()).rejects.toThrow('it unpacks to more than 200 times its size and 100 MB, as no export does');
  expect(bytes).toBeLessThanOrEqual(100_000_000);
});

async function* inPieces(bytes: Buffer): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += 4096) yield bytes.subarray(at, at + 4096);
}
