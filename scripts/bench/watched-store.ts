import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** A line of SQLite's own plan of a statement. */
export interface PlanLine {
  readonly id: number;
  readonly parent: number;
  readonly detail: string;
}

/** A statement that was run. */
export interface Ran {
  readonly sql: string;
  readonly milliseconds: number;
  /** Rows that it answered, or changed. */
  readonly rows: number;
  /** None of what has no plan, such as the making of a table. */
  readonly plan: readonly PlanLine[];
}

/**
 * The same database, which tells of each statement how long it took and how it was planned. What the planning takes is not in the time.
 * `clock` counts milliseconds.
 */
export function watched(database: SqliteDatabase, clock: () => number, tell: (ran: Ran) => void): SqliteDatabase {
  const plans = new Map<string, readonly PlanLine[]>();
  const planOf = (sql: string, parameters: readonly unknown[]): readonly PlanLine[] => {
    const known = plans.get(sql);
    if (known) return known;
    const asked = /^\s*(select|insert into .*\sselect|with)\b/is.test(sql);
    const plan = asked ? (database.prepare(`explain query plan ${sql}`).all(parameters) as PlanLine[]) : [];
    plans.set(sql, plan);
    return plan;
  };
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const started = clock();
      const statement = database.prepare(sql);
      const prepared = clock() - started;
      const timed = <T>(parameters: readonly unknown[], run: () => T, rowsOf: (result: T) => number): T => {
        const plan = planOf(sql, parameters);
        const from = clock();
        const result = run();
        tell({ sql, milliseconds: clock() - from + prepared, rows: rowsOf(result), plan });
        return result;
      };
      const through: SqliteStatement = {
        reader: statement.reader,
        all: (parameters) => timed(parameters, () => statement.all(parameters), ({ length }) => length),
        run: (parameters) => timed(parameters, () => statement.run(parameters), ({ changes }) => Number(changes)),
        iterate: (parameters) => statement.iterate(parameters),
      };
      return through;
    },
  };
}
