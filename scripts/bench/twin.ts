/** A metric written by hand in SQL, as somebody would who knows this one question, these tables and SQLite. */
import type Sqlite from 'better-sqlite3';

export interface Twin {
  /** The metric's slug. */
  readonly metric: string;
  /** Indexes that serve it, made before it is timed and dropped after: the product must not find them. */
  readonly indexes: readonly string[];
  /** Statements that prepare what is asked last. */
  readonly steps: readonly string[];
  /** Gives the values: `grain, period, dimension, member, value`. */
  readonly values: readonly string[];
  /** The same by today's wording alone, of a metric whose wording has changed. */
  readonly restated?: readonly string[];
  /** Where the period before the running one stood after as much time, as it was known then: `grain, value`. Absent: it tells none. */
  readonly stretches?: readonly string[];
  /** Temporary tables that it leaves. */
  readonly leaves: readonly string[];
}

/** The members of a breakdown of the facts: under which dimension, in which column. */
export interface TwinDimension {
  readonly dimension: string;
  readonly column: string;
}

const coarser = ['week', 'month', 'quarter', 'year'] as const;
export type TwinGrain = (typeof coarser)[number];

/** A value by each grain from the finest on, in all time, and for each member: selects over a table with a `day`. */
export function byGrains(
  table: string,
  finest: TwinGrain,
  value: string,
  dimensions: readonly TwinDimension[] = [],
): string[] {
  const cuts = [null, ...dimensions];
  return cuts.flatMap((cut) => {
    const member = cut ? `coalesce(nullif(${cut.column}, ''), 'Not recorded')` : "''";
    const dimension = cut?.dimension ?? '';
    const grouped = coarser.slice(coarser.indexOf(finest)).map(
      (grain) => `select '${grain}' as grain, d."${grain}" as period, '${dimension}' as dimension, ${member} as member,
        ${value} as value from ${table} f join day d on d.day = f.day group by d."${grain}"${cut ? ', 4' : ''}`,
    );
    const all = `select 'all', 'all', '${dimension}', ${member}, ${value} from ${table} f${cut ? ' group by 4' : ''}`;
    return [...grouped, all];
  });
}

/** What a twin found: by grain, period, dimension and member. */
export type TwinValues = ReadonlyMap<string, number | null>;

interface Row {
  readonly grain: string;
  readonly period: string;
  readonly dimension: string;
  readonly member: string;
  readonly value: number | null;
}

/** Names a value among those of a metric. */
export const nameOf = ({ grain, period, dimension, member }: Omit<Row, 'value'>): string =>
  [grain, period, dimension, member].join(' | ');

const nameOfIndex = (made: string): string => /index if not exists (\w+)/.exec(made)?.[1] ?? '';

interface TwinFound {
  readonly values: TwinValues;
  readonly restated: TwinValues;
  /** By grain. */
  readonly stretches: TwinValues;
  readonly milliseconds: number;
}

/** Runs a twin and tells how long it took, its indexes apart. `clock` counts milliseconds. */
export function runTwin(database: Sqlite.Database, twin: Twin, clock: () => number): TwinFound {
  for (const index of twin.indexes) database.exec(index);
  const from = clock();
  for (const step of twin.steps) database.exec(step);
  const ask = (selects: readonly string[]): TwinRow[] =>
    selects.flatMap((asked) => database.prepare(asked).raw().all() as TwinRow[]);
  const [values, restated] = [ask(twin.values), ask(twin.restated ?? [])];
  const stretches = (twin.stretches ?? []).flatMap(
    (asked) => database.prepare(asked).raw().all() as [grain: string, value: number | null][],
  );
  const milliseconds = clock() - from;
  for (const table of twin.leaves) database.exec(`drop table temp.${table}`);
  for (const index of twin.indexes) database.exec(`drop index if exists ${nameOfIndex(index)}`);
  return { values: byName(values), restated: byName(restated), stretches: new Map(stretches), milliseconds };
}

type TwinRow = [grain: string, period: string, dimension: string, member: string, value: number | null];

const byName = (rows: readonly TwinRow[]): TwinValues =>
  new Map(
    rows.map(([grain, period, dimension, member, value]) => [nameOf({ grain, period, dimension, member }), value]),
  );
