import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { measure, type Measurement } from '../../src/measure/measure.ts';
import { clockOf } from '../../src/records/forms/moment.ts';
import { healthOf } from '../../src/records/health/find-health.ts';
import { copyStore } from '../../src/store/copy-store.ts';
import { openStore } from '../../src/store/open.ts';
import type { AnyTables } from '../../src/store/bulk.ts';
import type { Database } from '../../src/store/database.ts';
import type { HealthKeys } from '../../src/values/health.ts';
import type { CaseRun } from '../cases/run-case.ts';
import { emptyStore } from './empty-store.ts';

/** A company that was measured by both engines. */
export interface BothEngines {
  readonly onSqlite: Measurement;
  readonly onPostgres: Measurement;
  /** The tables of either store, and what each holds. */
  readonly tables: readonly {
    readonly name: string;
    readonly sqlite: readonly Row[];
    readonly postgres: readonly Row[];
  }[];
  /** What the checks of the data find, those that find nothing among them. */
  readonly health: { readonly sqlite: readonly HealthKeys[]; readonly postgres: readonly HealthKeys[] };
}

export type Row = Readonly<Record<string, string | number | null>>;

/** What a store keeps of its own queries, which each engine words in its way, and of the files that an ingest read into it. */
const ofOneEngine = ['known_run', 'computed'];

interface Stores {
  readonly sqlite: Kysely<Database>;
  readonly postgres: Kysely<Database>;
}

/** Does some work with the store of a company that was read in, and with a copy of it on PostgreSQL: in an empty store of this run's, or of PGlite. */
async function withBoth<T>(run: CaseRun, empty: typeof emptyStore, work: (stores: Stores) => Promise<T>): Promise<T> {
  const sqlite = openStore(run.task.database, { readonly: false });
  const postgres = await empty();
  try {
    await copyStore(sqlite, postgres, run.company.catalogue);
    return await work({ sqlite, postgres });
  } finally {
    await sqlite.destroy();
    await postgres.destroy();
  }
}

/** Measures a company that was read in on either engine. */
export function measuredByBoth(run: CaseRun): Promise<Pick<BothEngines, 'onSqlite' | 'onPostgres'>> {
  return withBoth(run, emptyStore, (stores) => measured(run, stores));
}

async function measured(
  { company: { agreement, catalogue } }: CaseRun,
  { sqlite, postgres }: Stores,
): Promise<Pick<BothEngines, 'onSqlite' | 'onPostgres'>> {
  return {
    onSqlite: await measure({ db: sqlite, agreement, catalogue, fresh: true }),
    onPostgres: await measure({ db: postgres, agreement, catalogue, fresh: true }),
  };
}

/** The same, with all that the stores hold and with what the checks of the data find in either. */
export function onPostgres(run: CaseRun, empty = emptyStore): Promise<BothEngines> {
  const { agreement, catalogue } = run.company;
  return withBoth(run, empty, async ({ sqlite, postgres }) => {
    const values = await measured(run, { sqlite, postgres });
    const found = (await sqlite.introspection.getTables()).filter(({ name }) => !ofOneEngine.includes(name));
    const tables = [];
    for (const { name, columns } of found) {
      const names = columns.map((column) => column.name);
      const read = (db: unknown): Promise<Row[]> => (db as Kysely<AnyTables>).selectFrom(name).select(names).execute();
      tables.push({ name, sqlite: await read(sqlite), postgres: await read(postgres) });
    }
    const clock = clockOf(agreement.company.timeZone);
    const health = {
      sqlite: await healthOf(sqlite, catalogue, clock),
      postgres: await healthOf(postgres, catalogue, clock),
    };
    return { ...values, tables, health };
  });
}

/** Where two lists of rows differ, as lines; rows are held beside each other as they come. Numbers may differ in their last digits. */
export function differences(ones: readonly unknown[], others: readonly unknown[]): string[] {
  const counts = ones.length === others.length ? [] : [`${ones.length} rows and ${others.length}`];
  const rows = ones.flatMap((one, index) =>
    isSame(one, others[index]) ? [] : [`${JSON.stringify(one)} and ${JSON.stringify(others[index])}`],
  );
  return [...counts, ...rows].slice(0, 10);
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return isDeepStrictEqual(one, other);
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) =>
    isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}

/** Rows in an order that does not depend on the engine. */
export function inOrder(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => {
    const column = Object.keys(a).find((name) => a[name] !== b[name]);
    return column === undefined ? 0 : compare(a[column] ?? null, b[column] ?? null);
  });
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}
