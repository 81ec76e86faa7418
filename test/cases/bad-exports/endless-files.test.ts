import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowOf, workbookOf, zipOf } from '../../unit/records/files/packed.ts';
import { workshop } from '../../unit/records/run-ingest.ts';
import type { Exports, Workshop } from '../../unit/records/run-ingest.ts';

const source = (reads: string): string =>
  `reads: ${reads}\nkey: Id\nas of: 2026-10-01T00:00:00Z\ngives:\n  - record: lead\n    columns: { source: Source }\n`;
const exportsOf = (file: string, content: string | Uint8Array, reads = file): Exports => ({
  sources: { lead: source(reads) },
  files: { [file]: content },
});
const book = (sheet: string): Promise<Buffer> => workbookOf({ sheets: { Leads: sheet } });
const header = rowOf(1, 'Id', 'Source');

/** The ZIP with a number of 32 bits changed in the directory's lines of the files that are called so. */
function patched(zip: Buffer, name: string, at: number, change: (value: number) => number): Buffer {
  const bytes = Buffer.from(zip);
  const mark = Buffer.from('PK\u0001\u0002');
  for (let entry = bytes.indexOf(mark); entry >= 0; entry = bytes.indexOf(mark, entry + 4)) {
    const called = bytes.subarray(entry + 46, entry + 46 + bytes.readUInt16LE(entry + 28)).toString();
    if (called.endsWith(name)) bytes.writeUInt32LE(change(bytes.readUInt32LE(entry + at)), entry + at);
  }
  return bytes;
}

const unpackedSize = 24;
const damaged =
  'this ZIP is damaged or was cut short; download it again, and see whether it has its whole size';
const bomb = 'unpacks to more than 200 times its size and 100 MB, as no export does; export it again, and unpack it yourself if it is right';

let work: Workshop;
beforeAll(async () => {
  work = await workshop();
  expect((await work.ingest(exportsOf('Lead.csv', 'Id,Source\na,Web\n'))).faults).toEqual([]);
});
afterAll(() => work.end());

const faulty: readonly (readonly [string, string, () => Promise<Exports>])[] = [
  [
    'a sheet with more in it than its workbook says',
    `exports/Lead.xlsx:1:1  ${damaged}`,
    async () => exportsOf('Lead.xlsx', patched(await book(header), 'sheet1.xml', unpackedSize, (size) => size - 9)),
  ],
  [
    'a sheet with less in it than its workbook says',
    `exports/Lead.xlsx:1:1  ${damaged}`,
    async () => exportsOf('Lead.xlsx', patched(await book(header), 'sheet1.xml', unpackedSize, (size) => size + 9)),
  ],
  [
    'a workbook in a ZIP with more in it than the ZIP says',
    `exports/all.zip/Lead.xlsx:1:1  ${damaged}`,
    async () => {
      const zip = patched(await zipOf({ 'Lead.xlsx': await book(header) }), 'Lead.xlsx', unpackedSize, (size) => size - 9);
      return exportsOf('all.zip', zip, 'Lead.xlsx');
    },
  ],
  [
    'a sheet that is a bomb',
    `exports/Lead.xlsx:1:1  "xl/worksheets/sheet1.xml" in it ${bomb}`,
    async () => {
      const bytes = await book(header);
      return exportsOf('Lead.xlsx', patched(bytes, 'sheet1.xml', unpackedSize, () => 2_000_000_000));
    },
  ],
  [
    'a gzip bomb, by the bytes that come out of it',
    `exports/Lead.csv.gz:1:1  it ${bomb}`,
    async () => {
      const row = Buffer.from(`a,Web,${'x'.repeat(900_000)}\n`);
      const rows = Array.from({ length: 115 }, () => row);
      return exportsOf('Lead.csv.gz', gzipSync(Buffer.concat([Buffer.from('Id,Source,Note\n'), ...rows])), 'Lead.csv');
    },
  ],
  [
    'a value of a workbook that is longer than any',
    'exports/Lead.xlsx:1:1  a value in this workbook is longer than 4,000,000 characters; shorten it, or export the file as CSV',
    async () => exportsOf('Lead.xlsx', await book(header + rowOf(2, 'a', 'x'.repeat(5_000_000)))),
  ],
  [
    'a cell in a column that no sheet has',
    'exports/Lead.xlsx:1:1  this workbook names a cell that no sheet has: "XFE2"; open it in a spreadsheet, save it again, or export it as CSV',
    async () => exportsOf('Lead.xlsx', await book(`${header}<row r="2"><c r="XFE2"><v>1</v></c></row>`)),
  ],
  [
    'more columns than any table has',
    'exports/Lead.csv:1:1  the header has 200,002 columns, and at most 20,000 are read; export fewer columns',
    async () => exportsOf('Lead.csv', `Id,Source${',c'.repeat(200_000)}\na,Web\n`),
  ],
];

describe('what does not end, or says that it is smaller than it is, stops the run, and the database stays', () => {
  test.each(faulty)('%s', async (_, says, make) => {
    const before = await readFile(work.database);
    const { faults } = await work.ingest(await make());
    expect(faults).toEqual([says]);
    expect(before.equals(await readFile(work.database))).toBe(true);
  });
});
