import { CompiledQuery, type Kysely } from 'kysely';

export type Cell = string | number | null;

/** Tables whose names are only known when the catalogue is read. */
export type AnyTables = Record<string, Record<string, Cell>>;

const rowsPerStatement = 1000;

/** Inserts many rows quickly and alike on every engine: values stand in the statement as literals, so that nothing is bound one by one. */
export async function insertMany(
  db: Kysely<AnyTables>,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const head = `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values `;
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await db.executeQuery(CompiledQuery.raw(head + batch.join(',')));
    batch = [];
  };
  for (const row of rows) {
    batch.push(`(${row.map(literal).join(',')})`);
    if (batch.length === rowsPerStatement) await flush();
  }
  await flush();
}

function literal(cell: Cell): string {
  if (cell === null) return 'null';
  return typeof cell === 'number' ? String(cell) : `'${cell.replaceAll("'", "''").replaceAll('\0', '')}'`;
}
