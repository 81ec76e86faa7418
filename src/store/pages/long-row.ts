import type { StoredValue } from '../database.ts';
import type { RecordWriting } from './record.ts';
import { mostInPage, pageBytes } from './row-page.ts';
import { mostOfVarint, writeVarint } from './varint.ts';

const rest = pageBytes - 4;
/** Of a long row at least so much lies in its page. */
const leastInPage = Math.floor(((pageBytes - 12) * 32) / 255) - 23;

/**
 * A row that fills a page as it lies there: whole, or its beginning and the number of the first of the pages that hold the rest, which are written
 * by `writePage`. (https://sqlite.org/fileformat2.html, section 1.6)
 */
export function longRow(
  rowid: number,
  values: readonly StoredValue[],
  write: RecordWriting,
  writePage: (page: Buffer) => number,
): Buffer {
  const texts = values.reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? Buffer.byteLength(value) : 8),
    0,
  );
  const bytes = Buffer.alloc(texts + (values.length + 3) * mostOfVarint);
  const record = bytes.subarray(write(bytes, values, bytes.length, 0));
  const ahead = Buffer.alloc(2 * mostOfVarint);
  const begin = writeVarint(ahead, record.length, writeVarint(ahead, rowid, ahead.length));
  // It fits just so, without the room that a row is given before its length is known.
  if (record.length <= mostInPage) return Buffer.concat([ahead.subarray(begin), record]);
  const inPage = bytesInPage(record.length);
  const next = Buffer.alloc(4);
  next.writeUInt32BE(writeRest(record.subarray(inPage), writePage));
  return Buffer.concat([ahead.subarray(begin), record.subarray(0, inPage), next]);
}

function bytesInPage(length: number): number {
  const filled = leastInPage + ((length - leastInPage) % rest);
  return filled <= mostInPage ? filled : leastInPage;
}

/** Pages are written once, so that the last one comes first: each names the next. */
function writeRest(bytes: Buffer, writePage: (page: Buffer) => number): number {
  let next = 0;
  for (let from = Math.floor((bytes.length - 1) / rest) * rest; from >= 0; from -= rest) {
    const page = Buffer.alloc(pageBytes);
    page.writeUInt32BE(next);
    bytes.copy(page, 4, from, Math.min(from + rest, bytes.length));
    next = writePage(page);
  }
  return next;
}
