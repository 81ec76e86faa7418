import type { ColumnDataType, Kysely } from 'kysely';
import type { Catalogue, Field, FieldType, RecordKind } from '../values/catalogue.ts';
import { dialectOf } from './dialect.ts';
import type { Database } from './database.ts';
import type { Affinity } from './pages/record.ts';

/** Columns of every record table that are no fields; no field of a company may have their names. */
export const ownColumns = ['place', 'key', 'modified', 'person'] as const;

type FieldColumn = Extract<ColumnDataType, 'text' | 'double precision' | 'bigint' | 'integer'>;

const columnTypes: Readonly<Record<FieldType['is'], FieldColumn>> = {
  text: 'text',
  number: 'double precision',
  money: 'bigint',
  'yes-no': 'integer',
  link: 'text',
  moment: 'bigint',
};

function columnType(field: Field): FieldColumn {
  return field.type.is === 'moment' && field.type.precision === 'day' ? 'text' : columnTypes[field.type.is];
}

/**
 * Makes the tables: one for each kind of the catalogue, and those that hold the account of rows. The keys of `keysLater`'s tables are not held to be unique
 * before `makeKey` says so.
 */
export async function createSchema(
  db: Kysely<Database>,
  catalogue: Catalogue,
  keysLater: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const kind of catalogue.kinds) {
    await createRecordTable(db, kind);
    if (!keysLater.has(kind.table)) await makeKey(db, kind.table);
  }
  await createAccountTables(db);
}

/** Each key of the table's records is there once, and found by an index. @throws where one is there twice. */
export async function makeKey(db: Kysely<Database>, table: string): Promise<void> {
  await db.schema.createIndex(`${table}_key`).unique().on(table).column('key').execute();
}

/** How SQLite keeps the values of a record table, in the order of its columns. */
export function affinitiesOf(kind: RecordKind): readonly Affinity[] {
  const own: readonly Affinity[] = ['row number', 'text', 'integer', 'text'];
  return [...own, ...kind.fields.map((field) => affinities[columnType(field)])];
}

const affinities: Readonly<Record<FieldColumn, Affinity>> = {
  text: 'text',
  'double precision': 'real',
  bigint: 'integer',
  integer: 'integer',
};

async function createRecordTable(db: Kysely<Database>, kind: RecordKind): Promise<void> {
  let table = db.schema
    .createTable(kind.table)
    .addColumn('place', dialectOf(db).place, (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('modified', 'bigint')
    .addColumn('person', 'text');
  for (const field of kind.fields) table = table.addColumn(field.column, columnType(field));
  await table.execute();
}

async function createAccountTables(db: Kysely<Database>): Promise<void> {
  const counts = ['rows', 'gave_records', 'merged', 'repeats', 'left_out', 'superseded', 'deleted', 'rejected'];
  let files = db.schema
    .createTable('file_account')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('file', 'text', (column) => column.notNull())
    .addColumn('as_of', 'bigint');
  for (const count of counts) files = files.addColumn(count, 'bigint', (column) => column.notNull());
  await files.execute();
  await createPlainTable(db, 'file_records', { source: 'text', file: 'text', kind: 'text', made: 'bigint' });
  await createPlainTable(db, 'left_out_rows', { source: 'text', file: 'text', because: 'text', rows: 'bigint' });
  await createPlainTable(db, 'rejected_row', {
    file: 'text',
    line: 'bigint',
    column: 'text',
    value: 'text',
    reason: 'text',
  });
  await createPlainTable(db, 'link_account', { kind: 'text', field: 'text', filled: 'bigint', not_found: 'bigint' });
  await createPlainTable(db, 'kind_file', { kind: 'text', source: 'text', file: 'text' });
  await createPlainTable(db, 'file_header', { source: 'text', file: 'text', position: 'bigint', column: 'text' });
  await createPlainTable(db, 'health_finding', {
    place: 'bigint',
    sort: 'text',
    kind: 'text',
    fields: 'text',
    faulty: 'bigint',
    among: 'bigint',
  });
  await createPlainTable(db, 'health_case', { finding: 'bigint', nth: 'bigint', key: 'text' });
  await createPullTables(db);
}

async function createPullTables(db: Kysely<Database>): Promise<void> {
  await db.schema
    .createTable('pull_account')
    .addColumn('connection', 'text', (column) => column.primaryKey())
    .addColumn('agreed_every', 'bigint')
    .addColumn('last_ended', 'bigint')
    .addColumn('last_outcome', 'text')
    .addColumn('last_complete', 'bigint')
    .execute();
  await createPlainTable(db, 'pull_said', { connection: 'text', nth: 'bigint', says: 'text' });
}

async function createPlainTable(
  db: Kysely<Database>,
  name: string,
  columns: Record<string, ColumnDataType>,
): Promise<void> {
  let table = db.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    table = table.addColumn(column, type, (definition) => definition.notNull());
  }
  await table.execute();
}
