import { sql, type Kysely } from 'kysely';
import { insertMany, type AnyTables, type Cell } from './bulk.ts';
import type { Stretch } from '../values/stretch.ts';
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

/** The columns of `stretch`, likewise. */
const stretchColumns = {
  metric: 'text',
  grain: 'text',
  running: 'text',
  earlier: 'text',
  until: 'bigint',
  value: 'double precision',
  numerator: 'double precision',
  denominator: 'double precision',
  waiting: 'integer',
  records: 'integer',
} as const satisfies Record<keyof Stretch, 'text' | 'integer' | 'bigint' | 'double precision'>;

const columns = Object.keys(valueColumns) as (keyof MetricValue)[];
const ofStretch = Object.keys(stretchColumns) as (keyof Stretch)[];

export interface Measured {
  readonly values: readonly MetricValue[];
  readonly readings: readonly MetricReading[];
  readonly stretches: readonly Stretch[];
}

/** Writes the values, readings and stretches of a run in place of those of the run before. Call it inside a transaction. */
export async function writeMeasured(db: Kysely<AnyTables>, { values, readings, stretches }: Measured): Promise<void> {
  for (const table of ['value', 'reading', 'stretch']) await db.schema.dropTable(table).ifExists().execute();
  await createTable(db, 'value', valueColumns);
  await createTable(db, 'stretch', stretchColumns);
  await db.schema
    .createTable('reading')
    .addColumn('metric', 'text', (column) => column.primaryKey())
    .addColumn('asOf', 'bigint')
    .addColumn('missing', 'text', (column) => column.notNull())
    .execute();
  await insertMany(db, 'value', columns, rowsOf(values, columns));
  await insertMany(db, 'stretch', ofStretch, rowsOf(stretches, ofStretch));
  await insertMany(
    db,
    'reading',
    ['metric', 'asOf', 'missing'],
    readings.map(({ metric, asOf, missing }) => [metric, asOf, JSON.stringify(missing)]),
  );
}

async function createTable(
  db: Kysely<AnyTables>,
  name: string,
  types: Readonly<Record<string, string>>,
): Promise<void> {
  let table = db.schema.createTable(name);
  for (const [column, type] of Object.entries(types)) table = table.addColumn(column, sql.raw(type));
  await table.execute();
}

function* rowsOf<K extends string>(rows: readonly Readonly<Record<K, Cell>>[], of: readonly K[]): Generator<Cell[]> {
  for (const row of rows) yield of.map((column) => row[column]);
}

/** The values, readings and stretches of the last run, in the order in which they were written. */
export async function readMeasured(db: Kysely<AnyTables>): Promise<Measured> {
  const values = await db.selectFrom('value').select(columns).execute();
  const readings = await db.selectFrom('reading').select(['metric', 'asOf', 'missing']).execute();
  const stretches = await db.selectFrom('stretch').select(ofStretch).execute();
  return {
    values: values as unknown as MetricValue[],
    stretches: stretches as unknown as Stretch[],
    readings: readings.map(({ metric, asOf, missing }) => ({
      metric: String(metric),
      asOf: asOf === null || asOf === undefined ? null : Number(asOf),
      missing: JSON.parse(String(missing)) as string[],
    })),
  };
}
