import { sql, type Kysely } from 'kysely';
import { insertMany, type AnyTables, type Cell } from './bulk.ts';
import type { MetricReading, MetricValue } from '../values/value.ts';

/** The columns of `value`, each with how it is kept; their names are those of a value's fields. */
const valueColumns = {
  metric: 'text',
  grain: 'text',
  period: 'text',
  from: 'text',
  to: 'text',
  dimension: 'text',
  member: 'text',
  value: 'double precision',
  numerator: 'double precision',
  denominator: 'double precision',
  waiting: 'integer',
  records: 'integer',
  low: 'double precision',
  high: 'double precision',
  wording: 'text',
  status: 'text',
} as const satisfies Record<keyof MetricValue, 'text' | 'integer' | 'double precision'>;

const columns = Object.keys(valueColumns) as (keyof MetricValue)[];

export interface Measured {
  readonly values: readonly MetricValue[];
  readonly readings: readonly MetricReading[];
}

/** Writes the values and readings of a run in place of those of the run before. Call it inside a transaction. */
export async function writeMeasured(db: Kysely<AnyTables>, { values, readings }: Measured): Promise<void> {
  for (const table of ['value', 'reading']) await db.schema.dropTable(table).ifExists().execute();
  let value = db.schema.createTable('value');
  for (const column of columns) value = value.addColumn(column, sql.raw(valueColumns[column]));
  await value.execute();
  await db.schema
    .createTable('reading')
    .addColumn('metric', 'text', (column) => column.primaryKey())
    .addColumn('asOf', 'bigint')
    .addColumn('missing', 'text', (column) => column.notNull())
    .execute();
  await insertMany(db, 'value', columns, rowsOf(values));
  await insertMany(
    db,
    'reading',
    ['metric', 'asOf', 'missing'],
    readings.map(({ metric, asOf, missing }) => [metric, asOf, JSON.stringify(missing)]),
  );
}

function* rowsOf(values: readonly MetricValue[]): Generator<Cell[]> {
  for (const value of values) yield columns.map((column) => value[column]);
}

/** The values and readings of the last run, in the order in which they were written. */
export async function readMeasured(db: Kysely<AnyTables>): Promise<Measured> {
  const values = await db.selectFrom('value').select(columns).execute();
  const readings = await db.selectFrom('reading').select(['metric', 'asOf', 'missing']).execute();
  return {
    values: values as unknown as MetricValue[],
    readings: readings.map(({ metric, asOf, missing }) => ({
      metric: String(metric),
      asOf: asOf === null || asOf === undefined ? null : Number(asOf),
      missing: JSON.parse(String(missing)) as string[],
    })),
  };
}
