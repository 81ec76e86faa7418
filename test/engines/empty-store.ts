import Sqlite from 'better-sqlite3';
import { CompiledQuery, Kysely, PGliteDialect, PostgresDialect, SqliteDialect, type Dialect } from 'kysely';
import { inject } from 'vitest';
import type { Database } from '../../src/store/database.ts';

/** PostgreSQL's whole numbers of 64 bits, and its numbers of any size: drivers give them as texts or as big integers. Ours are no larger than a number. */
const numbers = [20, 1700] as const;

/** An empty store of the engine that the tests run for: PostgreSQL in the project `engines`, else SQLite in memory. Close it with `destroy()`. */
export async function emptyStore(): Promise<Kysely<Database>> {
  const address = inject('postgres');
  if (address === undefined) return new Kysely<Database>({ dialect: sqliteInMemory() });
  return address === null ? emptyInProcess() : new Kysely<Database>({ dialect: await onServer(address) });
}

/** An empty store of PGlite, wherever the tests run. */
export async function emptyInProcess(): Promise<Kysely<Database>> {
  return new Kysely<Database>({ dialect: await inProcess() });
}

function sqliteInMemory(): Dialect {
  return new SqliteDialect({ database: new Sqlite(':memory:') });
}

let stores = 0;

/** Each store has a schema of its own, so that tests know nothing of each other. */
function newSchema(): string {
  stores += 1;
  return `store_${process.pid}_${stores}`;
}

async function onServer(address: string): Promise<Dialect> {
  const schema = newSchema();
  const { default: pg } = await import('pg');
  for (const number of numbers) pg.types.setTypeParser(number, Number);
  const pool = new pg.Pool({ connectionString: address, max: 1, options: `-c search_path=${schema}` });
  // Thousands of tables that nobody asks any more would slow the server down for all that come after.
  const end = async (): Promise<void> => {
    await pool.query(`drop schema if exists ${schema} cascade`);
    await pool.end();
  };
  return new PostgresDialect({
    pool: { options: pool.options, connect: () => pool.connect(), end },
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(`create schema if not exists ${schema}`));
    },
  });
}

type PGlite = ConstructorParameters<typeof PGliteDialect>[0]['pglite'];

let started: Promise<Exclude<PGlite, () => unknown>> | null = null;

/** PGlite takes seconds to start, so that the stores of a test file share one, one after the other. */
async function inProcess(): Promise<Dialect> {
  const schema = newSchema();
  started ??= import('@electric-sql/pglite').then(({ PGlite }) =>
    PGlite.create({ parsers: Object.fromEntries(numbers.map((number) => [number, Number])) }),
  );
  const pglite = await started;
  return new PGliteDialect({
    // A store that is closed leaves it open for the next.
    pglite: {
      close: async () => undefined,
      closed: false,
      query: pglite.query.bind(pglite),
      ready: true,
      transaction: pglite.transaction.bind(pglite),
      waitReady: Promise.resolve(),
    },
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(`create schema ${schema}`));
      await connection.executeQuery(CompiledQuery.raw(`set search_path to ${schema}`));
    },
  });
}
