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
  /** Milliseconds that asking for its plan took. */
  readonly asking: number;
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
    const isPlanned = /^\s*(select|insert into .*\sselect|with)\b/is.test(sql);
    const plan = isPlanned ? (database.prepare(`explain query plan ${sql}`).all(parameters) as PlanLine[]) : [];
    plans.set(sql, plan);
    return plan;
  };
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const from = clock();
      const statement = database.prepare(sql);
      const prepared = clock() - from;
      const timed = <T>(parameters: readonly unknown[], run: () => T): T => {
        const asked = clock();
        const plan = planOf(sql, parameters);
        const started = clock();
        const result = run();
        tell({ sql, milliseconds: prepared + clock() - started, asking: started - asked, plan });
        return result;
      };
      const through: SqliteStatement = {
        reader: statement.reader,
        all: (parameters) => timed(parameters, () => statement.all(parameters)),
        run: (parameters) => timed(parameters, () => statement.run(parameters)),
        iterate: (parameters) => statement.iterate(parameters),
      };
      return through;
    },
  };
}
