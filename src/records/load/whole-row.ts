import type { SplitRow } from '../csv/split-rows.ts';
import type { FileTask } from './load-file.ts';
import type { Table } from './table.ts';

/** A row with the values of all its columns. */
export interface WholeRow {
  readonly line: number;
  readonly values: readonly string[];
  /** How many values it has as it is written. */
  readonly width: number;
  readonly malformed: boolean;
  /** Why a cell can't be used, by its column. */
  readonly wrong: ReadonlyMap<number, string> | null;
}

/**
 * Hands on whole rows with the wanted columns only. A row of a sheet ends where nothing stands any more, so that a shorter one is complete;
 * one with a wanted cell that can't be used is rejected.
 */
export function wholeRows(
  task: FileTask,
  table: Table,
  take: (row: SplitRow) => void,
  endsEarly = true,
): (row: WholeRow) => void {
  const width = table.header.length;
  const wanted = [...table.wanted];
  return (row) => {
    const wrong = row.wrong && wanted.find(([column]) => row.wrong?.has(column));
    if (wrong) {
      const [column] = wrong;
      task.keeper.countsOf(task.number).rows += 1;
      task.keeper.reject(task.number, {
        line: row.line,
        column: table.header[column] ?? '',
        value: row.values[column] ?? '',
        reason: row.wrong?.get(column) ?? '',
      });
      return;
    }
    const values = Array.from<string>({ length: wanted.length }).fill('');
    for (const [column, place] of wanted) values[place] = row.values[column] ?? '';
    const written = endsEarly && row.width < width ? width : row.width;
    take({ line: row.line, values, width: written, malformed: row.malformed });
  };
}
