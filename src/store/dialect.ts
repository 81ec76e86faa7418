import { sql, SqliteAdapter, type Expression, type Kysely, type RawBuilder } from 'kysely';

/** What engines say differently. */
export interface Dialect {
  /** The value below which a share `p` of the values lies, between two of them by a straight line; empty ones don't count. */
  percentile(value: Expression<unknown>, p: number): RawBuilder<number | null>;
}

const sqlite: Dialect = {
  percentile: (value, p) => sql<number | null>`percentile_cont(${value}, ${sql.lit(p)})`,
};

const postgres: Dialect = {
  percentile: (value, p) => sql<number | null>`percentile_cont(${sql.lit(p)}) within group (order by ${value})`,
};

/** The dialect of a store's engine: SQLite's, else that of PostgreSQL and of all that speak like it. */
export function dialectOf<T>(db: Kysely<T>): Dialect {
  return db.getExecutor().adapter instanceof SqliteAdapter ? sqlite : postgres;
}
