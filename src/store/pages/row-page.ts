import type { StoredValue } from '../database.ts';
import type { RecordWriting } from './record.ts';
import { mostOfVarint, writeVarint } from './varint.ts';

export const pageBytes = 32_768;

/** Of a row that is longer the rest lies in pages of its own. */
export const mostInPage = pageBytes - 35;

const header = 8;
const leafOfTable = 0x0d;

/** A page of rows as SQLite keeps them, filled from its end towards its beginning. (https://sqlite.org/fileformat2.html, section 1.6) */
export interface RowPage {
  /** False where the row does not fit any more. Rows come by rising number. */
  add(rowid: number, values: readonly StoredValue[]): boolean;
  /** Adds a row as it lies in a page; false where it does not fit. */
  addCell(cell: Buffer): boolean;
  isEmpty(): boolean;
  /** Its bytes, to be used before it begins anew. */
  end(): Buffer;
  begin(): void;
}

/** `reserved`: bytes at its beginning that are not the page's own. */
export function rowPage(write: RecordWriting, reserved = 0): RowPage {
  const bytes = Buffer.alloc(pageBytes);
  const first = reserved + header;
  let rows = 0;
  let free = pageBytes;
  const leastFree = (): number => first + 2 * (rows + 1);
  const keep = (begin: number): true => {
    bytes.writeUInt16BE(begin, first + 2 * rows);
    free = begin;
    rows += 1;
    return true;
  };
  return {
    add(rowid, values) {
      const begin = write(bytes, values, free, leastFree() + 2 * mostOfVarint);
      if (begin < 0 || free - begin > mostInPage) return false;
      return keep(writeVarint(bytes, free - begin, writeVarint(bytes, rowid, begin)));
    },
    addCell(cell) {
      if (free - cell.length < leastFree()) return false;
      cell.copy(bytes, free - cell.length);
      return keep(free - cell.length);
    },
    isEmpty: () => rows === 0,
    end() {
      bytes[reserved] = leafOfTable;
      bytes.writeUInt16BE(rows, reserved + 3);
      bytes.writeUInt16BE(free, reserved + 5);
      return bytes;
    },
    begin() {
      rows = 0;
      free = pageBytes;
    },
  };
}
