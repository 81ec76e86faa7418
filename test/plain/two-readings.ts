/** One company read both ways: by the queries in a store, and plainly in memory. */
import type { Kysely } from 'kysely';
import { emptyStore } from '../engines/empty-store.ts';
import { twoOf, valuesOfTwo } from './plain-of-two.ts';
import { plainReader } from './plain-record.ts';
import { levelOf, type Agreed } from './plain-targets.ts';
import { sightOf, type World } from './plain-world.ts';
import { valuesOf, type PlainValue } from './plain-series.ts';
import { catalogue } from './readable.ts';
import type { AnyRecords } from './any-records.ts';
import { measure, type Measurement } from '../../src/measure/measure.ts';
import { insertMany, type AnyTables } from '../../src/store/bulk.ts';
import { createSchema } from '../../src/store/schema.ts';
import type { Database } from '../../src/store/database.ts';
import type { Agreement, Metric } from '../../src/values/agreement.ts';
import type { Catalogue } from '../../src/values/catalogue.ts';

/** What the queries make of it, on the engine that the tests run for. */
export const measured = (agreement: Agreement, records: AnyRecords, asOf: number): Promise<Measurement> =>
  inStore(records, asOf, (db) => measure({ db, agreement, catalogue }));

/** Something that is done with the records in a store of their own. */
export async function inStore<T>(
  records: AnyRecords,
  asOf: number,
  use: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  const db = await emptyStore();
  try {
    await createSchema(db, catalogue);
    await fill(db, records, asOf);
    return await use(db);
  } finally {
    await db.destroy();
  }
}

/** All kinds come from one file, exported at `asOf`. */
async function fill(db: Kysely<Database>, records: AnyRecords, asOf: number): Promise<void> {
  const counts = {
    rows: 0,
    gave_records: 0,
    merged: 0,
    repeats: 0,
    left_out: 0,
    superseded: 0,
    deleted: 0,
    rejected: 0,
  };
  await db
    .insertInto('file_account')
    .values({ source: 'all', file: 'all.csv', as_of: asOf, ...counts })
    .execute();
  for (const kind of catalogue.kinds) {
    await db.insertInto('kind_file').values({ kind: kind.name, source: 'all', file: 'all.csv' }).execute();
    const columns = kind.fields.map(({ column }) => column);
    const rows = (records[kind.name] ?? []).map(({ key, place, cells }) => [
      place,
      key,
      ...columns.map((column) => cells[column] ?? null),
    ]);
    await insertMany(db as unknown as Kysely<AnyTables>, kind.table, ['place', 'key', ...columns], rows);
  }
}

/** What a plain reading makes of it. */
export function readPlainly(agreement: Agreement, records: AnyRecords, asOf: number, kinds = catalogue): PlainValue[] {
  const agreed = agreedIn(agreement, records, asOf, { kinds });
  return agreement.metrics
    .flatMap(({ slug }) => agreed.valuesOf(slug))
    .map((value) => ({ ...value, target: levelOf(agreed, value, 'target'), broken: levelOf(agreed, value, 'broken') }));
}

/** What metrics come to, each worked out when it is first asked for: whoever is made of others asks for them. Targets may be agreed elsewhere. */
export function agreedIn(
  agreement: Agreement,
  records: AnyRecords,
  asOf: number,
  { targetsOf, kinds = catalogue }: { targetsOf?: Agreed; kinds?: Catalogue } = {},
): Agreed {
  const known = new Map<string, readonly PlainValue[]>();
  const valuesIn = (metric: Metric): PlainValue[] =>
    twoOf(metric).length > 0 ? valuesOfTwo(metric, agreed, targetsOf) : valuesOf(metric, world, asOf);
  const resultOf = (slug: string, year: string): number | null =>
    agreed
      .valuesOf(slug)
      .find(({ grain, period, dimension }) => grain === 'year' && period === year && dimension === '')?.value ?? null;
  const world: World = { catalogue: kinds, agreement, rows: records, resultOf };
  const agreed: Agreed = {
    agreement,
    asOfDay: sightOf(world, plainReader, agreement.company.calendar, asOf).asOfDay,
    valuesOf: (slug) => {
      const metric = agreement.metrics.find((one) => one.slug === slug);
      const values = known.get(slug) ?? (metric ? valuesIn(metric) : []);
      known.set(slug, values);
      return values;
    },
  };
  return agreed;
}

const compared = [
  'value',
  'numerator',
  'denominator',
  'waiting',
  'records',
  'target',
  'broken',
  'from',
  'to',
  'wording',
  'status',
] as const;

/** Where the two readings differ, a line each. */
export function differences(sql: readonly PlainValue[], plain: readonly PlainValue[]): string[] {
  const name = ({ metric, grain, period, dimension, member }: PlainValue): string =>
    JSON.stringify([metric, grain, period, dimension, member]);
  const [one, other] = [
    new Map(sql.map((value) => [name(value), value])),
    new Map(plain.map((value) => [name(value), value])),
  ];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => {
    const [left, right] = [one.get(key), other.get(key)];
    if (!left || !right)
      return [
        `${key}: only ${left ? 'the queries have' : 'the plain reading has'} it: ${JSON.stringify(left ?? right)}`,
      ];
    return [...compared, ...bounds(left, right, sql)]
      .filter((column) => !same(left[column], right[column]))
      .map((column) => `${key} ${column}: ${left[column]} by query, ${right[column]} plainly`);
  });
}

function same(one: Cell, other: Cell): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}

type Cell = string | number | null | undefined;

/** Bounds are compared where both readings tell them: queries do not walk all ways of every field, and a metric of such has none anywhere. */
function bounds(left: PlainValue, right: PlainValue, all: readonly PlainValue[]): ('low' | 'high')[] {
  const has = ({ metric, low, high }: PlainValue): boolean => metric === left.metric && (low !== null || high !== null);
  return right.low !== undefined && (right.low === null || all.some(has)) ? ['low', 'high'] : [];
}
