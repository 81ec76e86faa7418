import { createWriteStream } from 'node:fs';
import { truncate, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { rowOf, workbookOf } from '../../unit/records/files/packed.ts';
import { packed, unpacked } from './packing.ts';

/** A file that is made to fill the memory, the disk or the time of whoever reads it. */
export interface HostileFile {
  readonly what: string;
  readonly file: string;
  readonly make: (path: string) => Promise<void>;
  /** The fault that it must end with, or how many rows it must give. */
  readonly ends: string;
}

const header = 'Id,Source\n';
const sound = `${header}a,Web\n`;
const million = 1_000_000;
const zeros = (bytes: number): Buffer => Buffer.concat([Buffer.from(sound), Buffer.alloc(bytes)]);
const long = 'x'.repeat(2 * million);
const tooLarge = 'unpacks to more than 200 times its size and 100 MB, as no export does';
const damaged = 'this ZIP is damaged or was cut short';
const damagedBook = 'this workbook is damaged or was cut short';
const endless = 'the value that begins here in column "Id" does not end, or is longer than 1,000,000 characters';

export const hostileFiles: readonly HostileFile[] = [
  { what: 'a ZIP whose file climbs out of the folder', file: 'All.zip', make: zip({ '../../Lead.csv': sound }), ends: 'this ZIP holds a file with a path that leads out of it: "../../Lead.csv"' }, // prettier-ignore
  { what: 'a ZIP that unpacks to 150 MB of nothing', file: 'All.zip', make: zip({ 'Lead.csv': zeros(150 * million) }), ends: `"Lead.csv" in it ${tooLarge}` }, // prettier-ignore
  { what: 'the same, whose directory says 100 bytes', file: 'All.zip', make: lyingZip, ends: damaged },
  { what: 'a ZIP of 5,000 files that are all the same bytes', file: 'All.zip', make: overlappingZip, ends: damaged },
  { what: 'a ZIP of 10,001 files', file: 'All.zip', make: zip(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.csv`, '']))), ends: 'this ZIP says that it holds more than 10,000 files' }, // prettier-ignore
  { what: 'a ZIP in a ZIP', file: 'All.zip', make: (path) => zip({ 'Lead.zip': packed(new Map([['Lead.csv', zeros(150 * million)]])) })(path), ends: 'this is a ZIP inside a ZIP' }, // prettier-ignore
  { what: 'a workbook whose sheet is 150 MB of blanks', file: 'Lead.xlsx', make: book('xl/worksheets/sheet1.xml', () => blankMarkup(150 * million)), ends: `"xl/worksheets/sheet1.xml" in it ${tooLarge}` }, // prettier-ignore
  { what: 'a workbook whose shared texts are 150 MB of blanks', file: 'Lead.xlsx', make: book('xl/sharedStrings.xml', () => blankMarkup(150 * million)), ends: `"xl/sharedStrings.xml" in it ${tooLarge}` }, // prettier-ignore
  { what: 'a workbook with a name of 20 million letters', file: 'Lead.xlsx', make: book('xl/worksheets/sheet1.xml', () => Buffer.from(`<a b="${'c'.repeat(20 * million)}"/>`)), ends: 'a value in this workbook is longer than 4,000,000 characters' }, // prettier-ignore
  { what: 'a workbook of a million elements in each other', file: 'Lead.xlsx', make: book('xl/worksheets/sheet1.xml', () => Buffer.from('<a>'.repeat(million))), ends: damagedBook }, // prettier-ignore
  { what: 'a workbook whose words stand for more words', file: 'Lead.xlsx', make: book('xl/worksheets/sheet1.xml', laughs), ends: damagedBook }, // prettier-ignore
  { what: 'a gzip that unpacks to 150 MB of one letter', file: 'Lead.csv.gz', make: (path) => writeFile(path, gzipSync(Buffer.concat([Buffer.from(sound), Buffer.alloc(150 * million, `${'x'.repeat(400_000)}\n`)]))), ends: `it ${tooLarge}` }, // prettier-ignore
  { what: 'two million columns', file: 'Lead.csv', make: (path) => writeFile(path, `Id,Source${',c'.repeat(2 * million)}\n`), ends: 'the first line is longer than 1,000,000 characters' }, // prettier-ignore
  { what: 'a line of 1 GB', file: 'Lead.csv', make: sparse(`${header}${long}`), ends: endless },
  { what: 'a first line of 1 GB', file: 'Lead.csv', make: sparse(`Id,Source,${long}`), ends: 'the first line is longer than 1,000,000 characters' }, // prettier-ignore
  { what: 'a quoted value of 1 GB', file: 'Lead.csv', make: sparse(`${header}"${long}`), ends: endless },
  { what: 'a line of 100 million commas', file: 'Lead.csv', make: repeated(sound, ',', 100 * million), ends: 'the row that begins here is longer than 8,000,000 characters' }, // prettier-ignore
  { what: '100 million empty lines', file: 'Lead.csv', make: repeated(sound, '\n', 100 * million), ends: '1 row' },
];

function zip(files: Readonly<Record<string, string | Buffer>>): (path: string) => Promise<void> {
  return (path) => writeFile(path, packed(new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])))); // prettier-ignore
}

async function lyingZip(path: string): Promise<void> {
  const bytes = packed(new Map([['Lead.csv', zeros(150 * million)]]));
  bytes.writeUInt32LE(100, bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + 24);
  await writeFile(path, bytes);
}

/** Many entries of the directory name the same packed bytes. */
async function overlappingZip(path: string): Promise<void> {
  const bytes = packed(new Map([['Lead.csv', zeros(50 * million)]]));
  const [directory, end] = ['PK\u0001\u0002', 'PK\u0005\u0006'].map((mark) => bytes.lastIndexOf(mark, undefined, 'latin1')) as [number, number]; // prettier-ignore
  const entries = Buffer.concat(Array.from({ length: 5000 }, () => bytes.subarray(directory, end)));
  const tail = Buffer.from(bytes.subarray(end));
  for (const at of [8, 10]) tail.writeUInt16LE(5000, at);
  tail.writeUInt32LE(entries.length, 12);
  await writeFile(path, Buffer.concat([bytes.subarray(0, directory), entries, tail]));
}

/** A sound workbook, one of whose parts is another. */
function book(part: string, content: () => Buffer): (path: string) => Promise<void> {
  return async (path) => {
    const parts = unpacked(await workbookOf({ sheets: { A: rowOf(1, 'Id', 'Source') } }));
    await writeFile(path, packed(parts.set(part, content())));
  };
}

function blankMarkup(letters: number): Buffer {
  return Buffer.concat([Buffer.from('<a>'), Buffer.alloc(letters, ' '), Buffer.from('</a>')]);
}

function laughs(): Buffer {
  const entities = Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`);
  return Buffer.from(`<!DOCTYPE a [<!ENTITY a0 "ha">${entities.join('')}]><a>&a20;</a>`);
}

/** A file of 1 GB that takes no room: far behind what is refused there are only zeros. */
function sparse(beginning: string): (path: string) => Promise<void> {
  return async (path) => {
    await writeFile(path, beginning);
    await truncate(path, 1000 * million);
  };
}

function repeated(beginning: string, letter: string, times: number): (path: string) => Promise<void> {
  return async (path) => {
    const piece = Buffer.alloc(million, letter);
    const pieces = function* (): Iterable<Buffer> {
      yield Buffer.from(beginning);
      for (let left = times; left > 0; left -= million) yield piece;
    };
    await pipeline(Readable.from(pieces()), createWriteStream(path));
  };
}
