import { sql, type Kysely } from 'kysely';
import type { Catalogue, Field, RecordKind } from '../values/catalogue.ts';
import type { AnyTables } from './bulk.ts';

/** How full a field is. */
export interface FieldFullness {
  readonly filled: number;
  /** When the first record happened that has it, as the store keeps the moment; null where none has, or none says when it happened. */
  readonly first: number | string | null;
  /** Records that happened before that. */
  readonly before: number;
}

/** How many records of a kind there are, and how full their mapped fields are, by name. */
export interface KindFullness {
  readonly records: number;
  /** When the last of them happened, as the store keeps the moment. */
  readonly last: number | string | null;
  readonly fields: ReadonlyMap<string, FieldFullness>;
}

/** By kind, those of which some field is mapped. */
export type Fullness = ReadonlyMap<string, KindFullness>;

/** Counts all mapped fields: each kind's records are read twice. */
export async function readFullness(db: Kysely<AnyTables>, { kinds }: Catalogue): Promise<Fullness> {
  const found = new Map<string, KindFullness>();
  for (const kind of kinds) {
    const mapped = kind.fields.filter((field) => field.mapped);
    if (mapped.length > 0) found.set(kind.name, await fullnessOf(db, kind, mapped));
  }
  return found;
}

async function fullnessOf(db: Kysely<AnyTables>, kind: RecordKind, mapped: readonly Field[]): Promise<KindFullness> {
  const happens = mapped.find(({ name }) => name === kind.happens);
  const moment = happens ? sql.ref(happens.column) : sql`null`;
  const filled = await rowOf(db, kind, mapped, ({ column }) => sql`count(${sql.ref(column)})`);
  const first = await rowOf(db, kind, mapped, ({ column }) => sql`min(case when ${sql.ref(column)} is not null then ${moment} end)`); // prettier-ignore
  const before = happens
    ? await rowOf(db, kind, mapped, ({ column }) => sql`sum(case when ${moment} < ${first.get(column) ?? null} then 1 else 0 end)`) // prettier-ignore
    : new Map<string, unknown>();
  const { records, last } = await db
    .selectFrom(kind.table)
    .select([sql<number>`count(*)`.as('records'), sql<unknown>`max(${moment})`.as('last')])
    .executeTakeFirstOrThrow();
  const fields = mapped.map(({ name, column }): [string, FieldFullness] => {
    const at = momentOf(first.get(column));
    return [name, { filled: Number(filled.get(column)), first: at, before: Number(before.get(column) ?? 0) }];
  });
  return { records: Number(records), last: momentOf(last), fields: new Map(fields) };
}

const momentOf = (value: unknown): number | string | null =>
  typeof value === 'number' || typeof value === 'string' ? value : null;

/** One value of each column over all records. */
async function rowOf(
  db: Kysely<AnyTables>,
  kind: RecordKind,
  mapped: readonly Field[],
  value: (field: Field) => ReturnType<typeof sql>,
): Promise<ReadonlyMap<string, unknown>> {
  const columns = mapped.map((field) => value(field).as(field.column));
  const row = await db.selectFrom(kind.table).select(columns).executeTakeFirstOrThrow();
  return new Map(Object.entries(row));
}

/** Fields that are mapped and that no record has (`lead's score`), and kinds without a record (`activities`): of these the fields are not named. */
export function emptyOf(fullness: Fullness, { kinds }: Catalogue): ReadonlySet<string> {
  const names = kinds.flatMap(({ name, plural }) => {
    const found = fullness.get(name);
    if (found?.records === 0) return [plural];
    return [...(found?.fields ?? [])].flatMap(([field, { filled }]) => (filled === 0 ? [`${name}'s ${field}`] : []));
  });
  return new Set(names);
}
