import type { Kysely } from 'kysely';
import { healthSorts, type HealthFinding, type HealthKeys, type HealthSort } from '../values/health.ts';
import { insertMany, type AnyTables } from './bulk.ts';
import type { Database, HealthFindingRow } from './database.ts';

/** Parts the names of fields; none has it in its name. */
const between = ', ';

/** Keeps what the checks found, with the keys of the records. */
export async function writeHealth(store: Kysely<Database>, found: readonly HealthKeys[]): Promise<void> {
  const db = store as unknown as Kysely<AnyTables>;
  const rows = found.map(({ sort, kind, fields, count, of }, place) => [place, sort, kind, fields.join(between), count, of]); // prettier-ignore
  await insertMany(db, 'health_finding', ['place', 'sort', 'kind', 'fields', 'faulty', 'among'], rows);
  const keys = found.flatMap((one, place) => one.keys.map((key, nth) => [place, nth, key]));
  await insertMany(db, 'health_case', ['finding', 'nth', 'key'], keys);
}

/** What the checks found, without the keys: what everybody may see. */
export async function readHealth(db: Kysely<Database>): Promise<HealthFinding[]> {
  const rows = await db.selectFrom('health_finding').selectAll().orderBy('place').execute();
  return rows.flatMap(findingOf);
}

/** The same with the keys of the records, as many as are kept: for those who may see them. */
export async function readHealthKeys(db: Kysely<Database>): Promise<HealthKeys[]> {
  const rows = await db.selectFrom('health_finding').selectAll().orderBy('place').execute();
  const cases = await db.selectFrom('health_case').selectAll().orderBy('finding').orderBy('nth').execute();
  const keysOf = Map.groupBy(cases, ({ finding }) => Number(finding));
  return rows.flatMap((row) =>
    findingOf(row).map((one) => ({ ...one, keys: (keysOf.get(Number(row.place)) ?? []).map(({ key }) => key) })),
  );
}

/** A store of another version may hold sorts that this one does not know. */
function findingOf({ sort, kind, fields, faulty, among }: HealthFindingRow): HealthFinding[] {
  if (!isSort(sort)) return [];
  const names = fields === '' ? [] : fields.split(between);
  return [{ sort, kind, fields: names, count: Number(faulty), of: Number(among) }];
}

const isSort = (sort: string): sort is HealthSort => healthSorts.some((known) => known === sort);
