import type { ColumnDataType, Kysely } from 'kysely';
import type { Catalogue, Field, FieldType, RecordKind } from '../values/catalogue.ts';
import { dialectOf } from './dialect.ts';
import type { Database } from './database.ts';

/** Columns of every record table that are no fields; no field of a company may have their names. */
export const ownColumns = ['place', 'key', 'modified', 'person'] as const;

const columnTypes: Readonly<Record<FieldType['is'], ColumnDataType>> = {
  text: 'text',
  number: 'double precision',
  money: 'bigint',
  'yes-no': 'integer',
  link: 'text',
  moment: 'bigint',
};

function columnType(field: Field): ColumnDataType {
  return field.type.is === 'moment' && field.type.precision === 'day' ? 'text' : columnTypes[field.type.is];
}

/** Makes the tables: one for each kind of the catalogue, and those that hold the account of rows. */
export async function createSchema(db: Kysely<Database>, catalogue: Catalogue): Promise<void> {
  for (const kind of catalogue.kinds) await createRecordTable(db, kind);
  await createAccountTables(db);
}

async function createRecordTable(db: Kysely<Database>, kind: RecordKind): Promise<void> {
  let table = db.schema
    .createTable(kind.table)
    .addColumn('place', dialectOf(db).place, (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
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
