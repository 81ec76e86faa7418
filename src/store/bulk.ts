import type { Kysely } from 'kysely';
import { dialectOf } from './dialect.ts';

export type Cell = string | number | null;

/** Tables whose names are only known when the catalogue is read. */
export type AnyTables = Record<string, Record<string, Cell>>;

const rowsPerStatement = 2000;

/** Inserts many rows in the engine's own quick way. */
export async function insertMany(
  db: Kysely<AnyTables>,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const { insertRows } = dialectOf(db);
  let batch: (readonly Cell[])[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await insertRows(table, columns, batch).execute(db);
    batch = [];
  };
  for (const row of rows) {
    batch.push(row);
    if (batch.length === rowsPerStatement) await flush();
  }
  await flush();
}
