import { sql, SqliteAdapter, type ColumnDataType, type Expression, type Kysely, type RawBuilder } from 'kysely';

type Rows = readonly (readonly (string | number | null)[])[];

/** What engines say differently. */
export interface Dialect {
  /** A whole number of 64 bits that is a table's key. SQLite keeps rows in the order of an `integer` key, so that appending them is quick. */
  readonly place: ColumnDataType;
  /** The value below which a share `p` of the values lies, between two of them by a straight line; empty ones don't count. */
  percentile(value: Expression<unknown>, p: number): RawBuilder<number | null>;
  /** A statement that inserts rows, a few thousand at most. */
  insertRows(table: string, columns: readonly string[], rows: Rows): RawBuilder<unknown>;
}

const names = (columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map((column) => sql.id(column)));

/** Engines read rows out of one text quicker than they read a long statement or take parameters one by one. */
const sqlite: Dialect = {
  place: 'integer',
  percentile: (value, p) => sql<number | null>`percentile_cont(${value}, ${sql.lit(p)})`,
  insertRows: (table, columns, rows) => {
    const cells = columns.map((_, index) => sql`value ->> ${sql.lit(index)}`);
    return sql`insert into ${sql.table(table)} (${names(columns)}) select ${sql.join(cells)} from json_each(${JSON.stringify(rows)})`;
  },
};

const postgres: Dialect = {
  place: 'bigint',
  percentile: (value, p) => sql<number | null>`percentile_cont(${sql.lit(p)}) within group (order by ${value})`,
  insertRows: (table, columns, rows) => {
    const records = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]])));
    const from = sql`json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(records)}::json)`;
    return sql`insert into ${sql.table(table)} (${names(columns)}) select ${names(columns)} from ${from}`;
  },
};

/** The dialect of a store's engine: SQLite's, else that of PostgreSQL and of all that speak like it. */
export function dialectOf<T>(db: Kysely<T>): Dialect {
  return db.getExecutor().adapter instanceof SqliteAdapter ? sqlite : postgres;
}
