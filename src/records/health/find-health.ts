/** Looks through the records for what the CRM's users should mend. */
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { LocalTime } from '../../calendar/local-time.ts';
import type { AnyTables } from '../../store/bulk.ts';
import type { Database } from '../../store/database.ts';
import { writeHealth } from '../../store/health.ts';
import type { Catalogue, RecordKind } from '../../values/catalogue.ts';
import { checkSorts, type CheckSort, type HealthKeys } from '../../values/health.ts';
import { contradictionsOf } from '../history/contradictions.ts';
import { mappedField } from '../mapped-field.ts';
import type { Asked, HealthGround } from './health-check.ts';
import { healthChecks } from './health-checks.ts';

/** A list of more records than this helps nobody to mend them. How many there are is counted all the same. */
export const mostKeys = 200;

type Question = Asked & { readonly sort: CheckSort };

/**
 * Runs every check that these records can be asked and keeps what it found in the store. All records and the account of rows must be there. The
 * records of a kind are gone through once for all checks, and once more for each that finds something or has to search.
 */
export async function findHealth(store: Kysely<Database>, catalogue: Catalogue, clock: LocalTime): Promise<void> {
  await writeHealth(store, await healthOf(store, catalogue, clock));
}

/** What the checks find, in the order of the checks, those that find nothing among them. */
export async function healthOf(
  store: Kysely<Database>,
  catalogue: Catalogue,
  clock: LocalTime,
): Promise<readonly HealthKeys[]> {
  const db = store as unknown as Kysely<AnyTables>;
  const newest = await newestOf(store);
  const ground: HealthGround = { catalogue, clock, asOf: (kind) => newest.get(kind) ?? null };
  const asked = checkSorts.flatMap((sort) => healthChecks[sort](ground).map((one): Question => ({ sort, ...one })));
  const counts = new Map<Question, Counted>();
  for (const [kind, ofKind] of Map.groupBy(asked, (one) => one.kind))
    for (const [question, counted] of await countedOf(db, kind, ofKind)) counts.set(question, counted);
  const found: HealthKeys[] = [];
  for (const question of asked) {
    const { count, of } = counts.get(question) ?? { count: 0, of: 0 };
    const { sort, kind, fields } = question;
    const listed = of === 0 || count === 0 ? { count: 0, keys: [] } : await listedOf(db, question);
    found.push({ sort, kind: kind.name, fields, of, ...listed });
  }
  return [...found, ...(await contradictionsIn(store, catalogue))];
}

/** What contradicts itself, of all records of its kind. */
async function contradictionsIn(store: Kysely<Database>, catalogue: Catalogue): Promise<HealthKeys[]> {
  const db = store as unknown as Kysely<AnyTables>;
  const found: HealthKeys[] = [];
  for (const { sort, kind, count, keys } of await contradictionsOf(store, catalogue)) {
    const table = catalogue.kinds.find(({ name }) => name === kind)?.table ?? '';
    const all = await db.selectFrom(table).select(db.fn.countAll().as('all')).executeTakeFirstOrThrow();
    found.push({ sort, kind, fields: [], count, of: Number(all['all']), keys });
  }
  return found;
}

interface Counted {
  /** Null where only a search of its own tells. */
  readonly count: number | null;
  readonly of: number;
}

/** As many columns as an engine surely takes in one select. */
const questionsAtOnce = 100;

async function countedOf(
  db: Kysely<AnyTables>,
  { table }: RecordKind,
  questions: readonly Question[],
): Promise<(readonly [Question, Counted])[]> {
  const counted: (readonly [Question, Counted])[] = [];
  for (let from = 0; from < questions.length; from += questionsAtOnce) {
    const some = questions.slice(from, from + questionsAtOnce);
    const columns = some.flatMap((one, index) => [
      sql`${countOf(one.among)} as ${sql.id(`of_${index}`)}`,
      ...(isCheap(one) ? [sql`${countOf(sql`${one.among} and ${one.faulty}`)} as ${sql.id(`count_${index}`)}`] : []),
    ]);
    const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)} from ${sql.table(table)}`.execute(
      db,
    );
    const told = (name: string): number => Number(rows[0]?.[name] ?? 0);
    counted.push(
      ...some.map(
        (one, index) =>
          [one, { of: told(`of_${index}`), count: isCheap(one) ? told(`count_${index}`) : null }] as const,
      ),
    );
  }
  return counted;
}

const countOf = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`count(case when ${condition} then 1 end)`;

/** Whether it is counted while the records of its kind are gone through. */
const isCheap = (one: Question): one is Question & { readonly faulty: RawBuilder<SqlBool> } =>
  'faulty' in one && one.isSearch !== true;

/** How many there are and the first of them, found in one go: doubles side by side, of the others the newest, for they are still remembered. */
async function listedOf(db: Kysely<AnyTables>, question: Question): Promise<{ count: number; keys: string[] }> {
  const query = 'twins' in question ? twinsOf(question) : faultyOf(question);
  const { rows } = await sql<{ key: string; all: number }>`${query} limit ${sql.lit(mostKeys)}`.execute(db);
  return { count: Number(rows[0]?.all ?? 0), keys: rows.map(({ key }) => key) };
}

function faultyOf({ kind, among, faulty }: Question & { readonly faulty: RawBuilder<SqlBool> }): RawBuilder<unknown> {
  const happens = mappedField(kind, kind.happens);
  const newest = happens ? [sql`coalesce(${sql.ref(happens.column)}, ${emptyOf(happens.column, kind)}) desc`] : [];
  return sql`select key, count(*) over () as "all" from ${sql.table(kind.table)} where ${among} and ${faulty}
    order by ${sql.join([...newest, sql`key`])}`;
}

/** What makes records alike is made once for each; only what more than one has is looked up again. */
function twinsOf({ kind, among, twins }: Question & { readonly twins: readonly RawBuilder<unknown>[] }) {
  const names = twins.map((_, index) => sql.id(`twin_${index}`));
  const made = twins.map((twin, index) => sql`${twin} as ${sql.id(`twin_${index}`)}`);
  return sql`with made as (select key, ${sql.join(made)} from ${sql.table(kind.table)} where ${among}),
    doubled as (select ${sql.join(names)} from made group by ${sql.join(names)} having count(*) > 1)
    select key, count(*) over () as "all" from made where (${sql.join(names)}) in (select ${sql.join(names)} from doubled)
    order by ${sql.join([...names, sql`key`])}`;
}

/** What sorts before every moment of a column: engines differ in where they put what is empty. */
function emptyOf(column: string, { fields }: RecordKind): RawBuilder<unknown> {
  const type = fields.find((field) => field.column === column)?.type;
  return type?.is === 'moment' && type.precision === 'day' ? sql.lit('') : sql.lit(-1e15);
}

/** When the newest of a kind's files was written; kinds that a file without a known time gave are missing. */
async function newestOf(store: Kysely<Database>): Promise<ReadonlyMap<string, number>> {
  const rows = await store
    .selectFrom('kind_file')
    .innerJoin('file_account', (join) =>
      join.onRef('file_account.source', '=', 'kind_file.source').onRef('file_account.file', '=', 'kind_file.file'),
    )
    .select(['kind_file.kind', 'file_account.as_of'])
    .execute();
  const newest = new Map<string, number>();
  for (const [kind, ofKind] of Map.groupBy(rows, (row) => row.kind)) {
    const times = ofKind.map(({ as_of }) => as_of);
    if (times.every((time) => time !== null)) newest.set(kind, Math.max(...times.map(Number)));
  }
  return newest;
}
