import type { Database as Sqlite, Statement } from 'better-sqlite3';
import type { StoredValue } from './database.ts';

/** Rows of one statement. More gain little, and a statement may have no more than 32,766 values. */
const rowsPerStatement = 50;

/** Adds rows to a table, many to a statement: about a third less time than one by one. */
export interface RowAdder {
  /** Adds a row, in the order of `columns`. */
  add(...values: readonly StoredValue[]): void;
  /** Writes what is not yet written. Without it the last rows are missing. */
  end(): void;
}

/** `columns`: those that are given, the others are empty. Its keys must be free: one that is taken ends it. */
export function rowAdder(sqlite: Sqlite, table: string, columns: readonly string[]): RowAdder {
  const insert = (rows: number): Statement => {
    const row = `(${columns.map(() => '?').join(', ')})`;
    return sqlite.prepare(
      `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values ${Array<string>(rows).fill(row).join(', ')}`,
    );
  };
  const many = insert(rowsPerStatement);
  const one = insert(1);
  let waiting: StoredValue[] = [];
  return {
    add(...values) {
      waiting.push(...values);
      if (waiting.length < rowsPerStatement * columns.length) return;
      many.run(...waiting);
      waiting = [];
    },
    end() {
      for (let from = 0; from < waiting.length; from += columns.length) {
        one.run(...waiting.slice(from, from + columns.length));
      }
      waiting = [];
    },
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
