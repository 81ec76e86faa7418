import { sql, type Kysely, type RawBuilder } from 'kysely';
import { daySeconds, numberOfDay } from '../../calendar/local-date.ts';
import { insertMany, type AnyTables } from '../../store/bulk.ts';
import { kindOf } from './derivation.ts';
import type { Derivation } from './derivation.ts';

/**
 * When a lead was created, to the second as histories are, for a query over `lead`; where only the day is known, that day's start, from
 * a table that `forgetDayStarts` drops.
 */
export async function createdInstant(derivation: Derivation): Promise<RawBuilder<unknown>> {
  const { db } = derivation.store;
  const type = kindOf(derivation, 'lead').fields.find(({ name }) => name === 'created')?.type;
  if (type?.is !== 'moment' || type.precision === 'instant') return sql`lead.created`;
  const found = await sql<{ day: string }>`select distinct created as day from lead where created is not null`.execute(
    db,
  );
  const startOf = (day: string): number => derivation.clock.instant(numberOfDay(day) * daySeconds);
  await sql`create table day_start (day text primary key, instant bigint)`.execute(db);
  const rows = found.rows.map(({ day }) => [day, startOf(day)] as const);
  await insertMany(db as unknown as Kysely<AnyTables>, 'day_start', ['day', 'instant'], rows);
  return sql`(select instant from day_start where day_start.day = lead.created)`;
}

export async function forgetDayStarts(db: Derivation['store']['db']): Promise<void> {
  await sql`drop table if exists day_start`.execute(db);
}
