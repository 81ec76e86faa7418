import type { CompiledMetric } from './compile.ts';
import { endTable, type Stood } from './stood.ts';
import { insertMany, type AnyTables } from '../store/bulk.ts';
import type { Kysely } from 'kysely';

/** The tables of records that could be counted: each is filled when the first metric asks for it. */
export interface StoodTables {
  keep(stood: Stood): Promise<void>;
  drop(): Promise<void>;
}

/** The tables that a metric asks for. */
export function stoodIn({ ends, stretches }: CompiledMetric): Stood[] {
  const all = [...ends, ...stretches].flatMap(({ stood }) => stood ?? []);
  return [...new Set(all)];
}

export function stoodTables(db: Kysely<AnyTables>): StoodTables {
  const kept = new Set<string>();
  return {
    async keep(stood) {
      if (kept.has(stood.name)) return;
      kept.add(stood.name);
      await fill(db, stood);
    },
    async drop() {
      for (const name of kept) await db.schema.dropTable(name).execute();
    },
  };
}

async function fill(db: Kysely<AnyTables>, { name, select, ends }: Stood): Promise<void> {
  await db.schema
    .createTable(endTable)
    .temporary()
    .addColumn('instant', 'bigint', (column) => column.primaryKey())
    .addColumn('day', 'text')
    .execute();
  await db.schema.createIndex(`${endTable}_by_day`).on(endTable).column('day').execute();
  const instants = [...ends.values()].toSorted((one, other) => one.instant - other.instant);
  const rows = instants.map(({ instant, day }) => [instant, day]);
  await insertMany(db, endTable, ['instant', 'day'], rows);
  await db.schema.createTable(name).temporary().addColumn('instant', 'bigint').addColumn('key', 'text').execute();
  await db.insertInto(name).columns(['instant', 'key']).expression(select).execute();
  await db.schema.createIndex(`${name}_by_instant`).on(name).columns(['instant', 'key']).execute();
  await db.schema.dropTable(endTable).execute();
}
