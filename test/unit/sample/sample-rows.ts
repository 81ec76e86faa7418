import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ExportFile } from '../../../scripts/sample/columns.ts';

export type Row = Readonly<Record<string, string>>;

export const committed = 'data/sample/exports';

/** The files do not change while tests run, and many tests ask for the same. */
const known = new Map<ExportFile, readonly Row[]>();

/** The rows of a committed file as they stand there, dirt and all. */
export function rowsOf(file: ExportFile): readonly Row[] {
  const rows: readonly Row[] =
    known.get(file) ?? parse<Row>(readFileSync(join(committed, `${file}.csv`), 'utf8'), { columns: true });
  known.set(file, rows);
  return rows;
}

/** The rows with an id, each once: what is left when the dirt is washed off. */
export function cleanRowsOf(file: ExportFile): Row[] {
  return [
    ...new Map(
      rowsOf(file)
        .filter((row) => row['Id'])
        .map((row) => [row['Id'], row]),
    ).values(),
  ];
}

/** The rows by their value in a column, in the order of the file. */
export function grouped(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[column]!);
    if (group) group.push(row);
    else groups.set(row[column]!, [row]);
  }
  return groups;
}

/** The rows of what is there: clean, and not deleted. */
export function liveRowsOf(file: ExportFile): Row[] {
  return cleanRowsOf(file).filter((row) => row['IsDeleted'] !== 'true');
}

/** Instants of the exports, as text that sorts by time. */
export const exportedAt = '2026-11-09T05:40:00.000Z';
