import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { columns, exportFiles, type ExportFile, type Row } from './columns.ts';

/** Where the rows of an export go. */
export interface ExportFiles {
  /** Adds a row. Waits for the disk whenever a file's buffer is full, so memory stays bounded at any size. */
  write<F extends ExportFile>(file: F, row: Row<F>): void;
  /** Writes what is left, and says how many rows each file has. */
  close(): Readonly<Record<ExportFile, number>>;
}

const bufferSize = 1 << 17;

/** One file being written: `used` bytes of its buffer are not on disk yet. */
interface OpenFile {
  readonly handle: number;
  readonly buffer: Buffer;
  used: number;
  rows: number;
}

function flush(out: OpenFile): void {
  for (let done = 0; done < out.used;) done += writeSync(out.handle, out.buffer, done, out.used - done);
  out.used = 0;
}

/** Adds a line; none is longer than the buffer, as a character takes three bytes at most and no row has 40,000 of them. */
function append(out: OpenFile, line: string): void {
  if (out.used + line.length * 3 > bufferSize) flush(out);
  out.used += out.buffer.write(line, out.used, 'utf8');
}

/** As in the results of Salesforce's Bulk API: every value in quotes, quotes doubled, an empty value as `""`. */
function quoted(value: string | boolean | undefined): string {
  if (value === undefined) return '""';
  if (typeof value === 'boolean') return value ? '"true"' : '"false"';
  return value.includes('"') ? `"${value.replaceAll('"', '""')}"` : `"${value}"`;
}

/** Opens every file of an export in a folder, which is made if need be; each starts anew with its header. */
export function openExportFiles(folder: string): ExportFiles {
  mkdirSync(folder, { recursive: true });
  const open = new Map<ExportFile, OpenFile>();
  for (const file of exportFiles) {
    const handle = openSync(join(folder, `${file}.csv`), 'w');
    const out = { handle, buffer: Buffer.allocUnsafe(bufferSize), used: 0, rows: 0 };
    append(out, `${columns[file].map(quoted).join(',')}\n`);
    open.set(file, out);
  }
  return {
    write(file, row) {
      const out = open.get(file)!;
      const names: readonly (keyof typeof row)[] = columns[file];
      let line = '';
      for (const name of names) line += line ? `,${quoted(row[name])}` : quoted(row[name]);
      append(out, `${line}\n`);
      out.rows++;
    },
    close() {
      const rows = {} as Record<ExportFile, number>;
      for (const [file, out] of open) {
        flush(out);
        closeSync(out.handle);
        rows[file] = out.rows;
      }
      return rows;
    },
  };
}
