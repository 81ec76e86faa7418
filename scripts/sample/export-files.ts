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

const bufferSize = 1 << 16;

/** As in the results of Salesforce's Bulk API: every value in quotes, quotes doubled, an empty value as `""`. */
function quoted(value: string | boolean | undefined): string {
  if (value === undefined) return '""';
  if (typeof value === 'boolean') return value ? '"true"' : '"false"';
  return value.includes('"') ? `"${value.replaceAll('"', '""')}"` : `"${value}"`;
}

/** Opens every file of an export in a folder, which is made if need be; each starts anew with its header. */
export function openExportFiles(folder: string): ExportFiles {
  mkdirSync(folder, { recursive: true });
  const open = new Map(
    exportFiles.map((file) => {
      const header = `${columns[file].map(quoted).join(',')}\n`;
      const handle = openSync(join(folder, `${file}.csv`), 'w');
      return [file, { handle, text: header, rows: 0 }] as [ExportFile, { handle: number; text: string; rows: number }];
    }),
  );
  const flush = (out: { handle: number; text: string }): void => {
    const bytes = Buffer.from(out.text, 'utf8');
    for (let done = 0; done < bytes.length;) done += writeSync(out.handle, bytes, done);
    out.text = '';
  };
  return {
    write(file, row) {
      const out = open.get(file)!;
      const names: readonly (keyof typeof row)[] = columns[file];
      let line = '';
      for (const name of names) line += line ? `,${quoted(row[name])}` : quoted(row[name]);
      out.text += `${line}\n`;
      out.rows++;
      if (out.text.length > bufferSize) flush(out);
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
