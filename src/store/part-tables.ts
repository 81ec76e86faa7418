import type { Database as Sqlite } from 'better-sqlite3';

/** How the store was told to make its tables, by their names. */
export function tablesSql(sqlite: Sqlite): ReadonlyMap<string, string> {
  const rows = sqlite.prepare("select name, sql from main.sqlite_schema where type = 'table'").all();
  return new Map((rows as { name: string; sql: string }[]).map(({ name, sql }) => [name, sql]));
}

/** A table of another database whose rows are copied. */
export interface CopiedTable {
  readonly name: string;
  /** Null: all of them, of a table that is made alike. Rows are then transferred without being taken apart (https://sqlite.org/lang_insert.html). */
  readonly columns: readonly string[] | null;
}

/** Copies the rows of another database's tables, by the order of their numbers, as far as it has these. To be called outside of a transaction. */
export function copyTables(sqlite: Sqlite, from: string, tables: readonly CopiedTable[]): void {
  sqlite.prepare('attach ? as part').run(from);
  try {
    const names = sqlite.prepare("select name from part.sqlite_schema where type = 'table'").pluck().all();
    const there = new Set(names as string[]);
    for (const { name, columns } of tables.filter((table) => there.has(table.name))) {
      const all = columns?.map((column) => `"${column}"`).join(', ');
      sqlite.exec(
        all === undefined
          ? `insert into main."${name}" select * from part."${name}"`
          : `insert into main."${name}" (${all}) select ${all} from part."${name}" order by rowid`,
      );
    }
  } finally {
    sqlite.exec('detach part');
  }
}
