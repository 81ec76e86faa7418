import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { measure, type Measurement } from '../../src/measure/measure.ts';
import { clockOf } from '../../src/records/forms/moment.ts';
import { healthOf } from '../../src/records/health/find-health.ts';
import { copyStore } from '../../src/store/copy-store.ts';
import { openStore } from '../../src/store/open.ts';
import type { AnyTables } from '../../src/store/bulk.ts';
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

/** What a store keeps of its own queries, which each engine words in its way. */
const ofOneEngine = ['computed'];

/** Measures a company that was read in once more, on PostgreSQL: in an empty store of this run's, or of PGlite. */
export async function onPostgres({ task, company }: CaseRun, empty = emptyStore): Promise<BothEngines> {
  const { agreement, catalogue } = company;
  const sqlite = openStore(task.database, { readonly: false });
  const postgres = await empty();
  try {
    await copyStore(sqlite, postgres, catalogue);
    const onSqlite = await measure({ db: sqlite, agreement, catalogue, fresh: true });
    const onPostgres = await measure({ db: postgres, agreement, catalogue, fresh: true });
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
    return { onSqlite, onPostgres, tables, health };
  } finally {
    await sqlite.destroy();
    await postgres.destroy();
  }
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
