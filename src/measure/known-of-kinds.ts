import { sql, type Kysely } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { bounds, earliest } from './calendar-demand.ts';
import { readAsOf } from '../store/account.ts';
import type { KnownOfKinds, Sources } from './compile.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Database } from '../store/database.ts';
import type { RecordKind } from '../values/catalogue.ts';
import type { Day } from '../values/period.ts';

/** Asks the store what is known of the records before they are counted. */
export async function knownOfKinds(
  db: Kysely<Database>,
  { agreement: { company, metrics }, catalogue }: Sources,
): Promise<KnownOfKinds> {
  const asItStood = metrics.filter((metric) => metric.asOf !== null && metric.missing.length === 0);
  const names = new Set(asItStood.flatMap(({ wordings }) => wordings.map(({ kind }) => kind)));
  const first = new Map<string, Day>();
  for (const kind of catalogue.kinds.filter(({ name }) => names.has(name))) {
    const day = await firstDay(db as unknown as Kysely<AnyTables>, kind, company.timeZone);
    if (day !== null) first.set(kind.name, day);
  }
  return { asOf: await readAsOf(db), first };
}

/** The local date on which the first of a kind's records happened; null where none did. What lies before all calendars is a slip of the pen. */
async function firstDay(
  db: Kysely<AnyTables>,
  { table, fields, happens }: RecordKind,
  timeZone: string,
): Promise<Day | null> {
  const field = fields.find(({ name }) => name === happens);
  if (field?.type.is !== 'moment') return null;
  const from = field.type.precision === 'day' ? sql`${earliest}` : sql.lit(bounds.first);
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.min(field.column).as('first'))
    .where(sql<boolean>`${sql.ref(field.column)} >= ${from}`)
    .executeTakeFirst();
  const first = row?.first ?? null;
  if (first === null || field.type.precision === 'day') return first === null ? null : String(first);
  return Temporal.Instant.fromEpochMilliseconds(Number(first) * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
