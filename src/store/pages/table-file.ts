import type { StoredValue } from '../database.ts';
import { longRow } from './long-row.ts';
import { pageFile } from './page-file.ts';
import type { PageFile } from './page-file.ts';
import { recordWriting } from './record.ts';
import type { Affinity } from './record.ts';
import { pageBytes, rowPage } from './row-page.ts';
import { writeUpperPages } from './upper-pages.ts';

export interface FileTable {
  readonly name: string;
  /** As SQLite is told to make it. */
  readonly sql: string;
  /** Of its columns in their order; the first is the row's number. */
  readonly affinities: readonly Affinity[];
}

export interface TableRows {
  /** Adds a row; its first value is its number, which is larger than that of the row before. */
  add(values: readonly StoredValue[]): void;
}

/**
 * A new database of SQLite with tables of rows and nothing else, written page by page from its beginning to its end: several times as quick as statements, which have to
 * hand over each value. The engine reads it like any other, and copies tables that are made alike as they are.
 */
export interface TableFile {
  table(table: FileTable): TableRows;
  /** Writes what is left, and the list of tables. */
  end(): void;
  /** Closes the file, whether it is whole or not. */
  close(): void;
}

/** @throws where the disk does. */
export function tableFile(path: string): TableFile {
  const file = pageFile(path);
  const tables: { readonly table: FileTable; readonly rows: GrowingTable }[] = [];
  return {
    table(table) {
      const rows = growingTable(table, file);
      tables.push({ table, rows });
      return rows;
    },
    end() {
      const list = tables.map(({ table, rows }) => ({ ...table, root: rows.end() }));
      file.finish((pages) => firstPage(list, pages));
    },
    close: () => file.close(),
  };
}

interface GrowingTable extends TableRows {
  /** Writes what is left of it; the number of its uppermost page. */
  end(): number;
}

function growingTable({ name, affinities }: FileTable, file: PageFile): GrowingTable {
  const write = recordWriting(affinities);
  const page = rowPage(write);
  const pages: number[] = [];
  const last: number[] = [];
  let before = -Infinity;
  const turn = (): void => {
    pages.push(file.write(page.end()));
    last.push(before);
    page.begin();
  };
  return {
    add(values) {
      const rowid = Number(values[0]);
      if (!(rowid > before)) throw new Error(`Row ${rowid} of "${name}" comes after row ${before}.`);
      if (!page.add(rowid, values)) {
        if (!page.isEmpty()) turn();
        if (!page.add(rowid, values)) page.addCell(longRow(rowid, values, write, file.write));
      }
      before = rowid;
    },
    end() {
      turn();
      return writeUpperPages({ pages, last }, file.write);
    },
  };
}

const headerBytes = 100;
/** The oldest version that writes such files: SQLite only tells it. */
const writtenLike = 3_045_000;

/** The list of tables, behind the header of the file. (https://sqlite.org/fileformat2.html, sections 1.3 and 2.6) */
function firstPage(tables: readonly (FileTable & { readonly root: number })[], pages: number): Buffer {
  const list = rowPage(recordWriting(['text', 'text', 'text', 'integer', 'text']), headerBytes);
  for (const [index, { name, root, sql }] of tables.entries())
    if (!list.add(index + 1, ['table', name, name, root, sql])) throw new Error('Too many tables for a page.');
  const bytes = list.end();
  bytes.write('SQLite format 3\0', 0, 'latin1');
  bytes.writeUInt16BE(pageBytes, 16);
  // Written and read without a log; no reserved bytes; the shares of a page that a row may take, which are always these.
  bytes.set([1, 1, 0, 64, 32, 32], 18);
  bytes.writeUInt32BE(1, 24);
  bytes.writeUInt32BE(pages, 28);
  // The list's version, its format, and UTF-8.
  bytes.writeUInt32BE(1, 40);
  bytes.writeUInt32BE(4, 44);
  bytes.writeUInt32BE(1, 56);
  bytes.writeUInt32BE(1, 92);
  bytes.writeUInt32BE(writtenLike, 96);
  return bytes;
}
