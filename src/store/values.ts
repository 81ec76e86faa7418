import { sql, type Kysely } from 'kysely';
import { insertMany, type AnyTables, type Cell } from './bulk.ts';
import type { Distribution, LengthBin } from '../values/distribution.ts';
import type { Stretch } from '../values/stretch.ts';
import type { MetricReading, MetricValue, PeriodTarget, TargetStep } from '../values/value.ts';

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
  target: 'double precision',
  broken: 'double precision',
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

/** The columns of `period_target`; its steps are kept as JSON. */
const targetColumns = {
  metric: 'text',
  grain: 'text',
  period: 'text',
  way: 'text',
  target: 'double precision',
  broken: 'double precision',
  byNow: 'double precision',
  said: 'text',
  steps: 'text',
} as const satisfies Record<keyof PeriodTarget, 'text' | 'double precision'>;

/** The columns of `reading`; lists are kept as JSON. */
const readingColumns = {
  metric: 'text',
  asOf: 'bigint',
  missing: 'text',
  todays: 'text',
} as const satisfies Record<keyof MetricReading, 'text' | 'bigint'>;

/** The columns of `distribution`; its bins are kept as JSON. */
const distributionColumns = {
  metric: 'text',
  grain: 'text',
  period: 'text',
  from: 'text',
  to: 'text',
  bins: 'text',
  beyond: 'integer',
  open: 'integer',
} as const satisfies Record<keyof Distribution, 'text' | 'integer'>;

/** The tables of a run, each with its columns. */
const tables = {
  value: valueColumns,
  restated: valueColumns,
  stretch: stretchColumns,
  reading: readingColumns,
  period_target: targetColumns,
  distribution: distributionColumns,
} as const;
type Table = keyof typeof tables;

/** What a run came to. */
export interface Measured {
  readonly values: readonly MetricValue[];
  readonly readings: readonly MetricReading[];
  readonly stretches: readonly Stretch[];
  readonly targets: readonly PeriodTarget[];
  /** Metrics whose wording has changed, in every period by today's. */
  readonly restated: readonly MetricValue[];
  /** Of metrics that tell how long something usually takes: how the records of their newest period that is over lie. */
  readonly distributions: readonly Distribution[];
}

/** Writes what a run came to in place of the run before. Call it inside a transaction. */
export async function writeMeasured(db: Kysely<AnyTables>, measured: Measured): Promise<void> {
  const rows: Readonly<Record<Table, readonly object[]>> = {
    value: measured.values,
    restated: measured.restated,
    stretch: measured.stretches,
    reading: measured.readings,
    period_target: measured.targets,
    distribution: measured.distributions,
  };
  for (const [name, types] of Object.entries(tables)) {
    await db.schema.dropTable(name).ifExists().execute();
    let table = db.schema.createTable(name);
    for (const [column, type] of Object.entries(types)) table = table.addColumn(column, sql.raw(type));
    await table.execute();
    const columns = Object.keys(types);
    await insertMany(db, name, columns, cellsOf(rows[name as Table], columns));
  }
}

function* cellsOf(rows: readonly object[], columns: readonly string[]): Generator<Cell[]> {
  for (const row of rows) {
    const fields = row as Readonly<Record<string, Cell | readonly unknown[]>>;
    yield columns.map((column) => {
      const cell = fields[column] ?? null;
      return typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell;
    });
  }
}

/** What the last run came to, in the order in which it was written. */
export async function readMeasured(db: Kysely<AnyTables>): Promise<Measured> {
  const values = await read<MetricValue>(db, 'value');
  const restated = await read<MetricValue>(db, 'restated');
  const stretches = await read<Stretch>(db, 'stretch');
  const readings = await read<MetricReading & { missing: string; todays: string }>(db, 'reading');
  const targets = await read<PeriodTarget & { steps: string }>(db, 'period_target');
  const distributions = await read<Distribution & { bins: string }>(db, 'distribution');
  return {
    values,
    restated,
    stretches,
    readings: readings.map((reading) => ({
      ...reading,
      asOf: reading.asOf === null ? null : Number(reading.asOf),
      missing: JSON.parse(reading.missing) as string[],
      todays: JSON.parse(reading.todays) as string[],
    })),
    targets: targets.map((target) => ({ ...target, steps: JSON.parse(target.steps) as TargetStep[] })),
    distributions: distributions.map((one) => ({ ...one, bins: JSON.parse(one.bins) as LengthBin[] })),
  };
}

async function read<T>(db: Kysely<AnyTables>, table: Table): Promise<T[]> {
  const rows = await db.selectFrom(table).select(Object.keys(tables[table])).execute();
  return rows as unknown as T[];
}
