import { sql } from 'kysely';
import { dialectOf } from '../../store/dialect.ts';
import { isGiven } from './derivation.ts';
import type { Derivation } from './derivation.ts';

/**
 * Fills what a deal's history tells by its order: the stage before (where no source maps it), and which time the deal entered the
 * stage. A row whose stage is that before is no entry.
 */
export async function deriveStageChanges({ store: { db }, sources }: Derivation): Promise<void> {
  if (!isGiven(sources, 'stage change', ['opportunity', 'to', 'at'])) return;
  const place = sql.raw(dialectOf(db).place);
  if (!isGiven(sources, 'stage change', ['from'])) {
    await sql`create table stage_order (place ${place} primary key, value text)`.execute(db);
    await sql`insert into stage_order
      select place, lag("to") over (partition by opportunity order by at, sequence, place) from stage_change
      where opportunity is not null`.execute(db);
    await sql`update stage_change set "from" = (select value from stage_order where stage_order.place = stage_change.place)`.execute(
      db,
    );
    await sql`drop table stage_order`.execute(db);
  }
  if (isGiven(sources, 'stage change', ['entry'])) return;
  await sql`create table stage_order (place ${place} primary key, value integer)`.execute(db);
  await sql`insert into stage_order
    select place, row_number() over (partition by opportunity, "to" order by at, sequence, place) from stage_change
    where opportunity is not null and "to" is not null and ("from" is null or "from" <> "to")`.execute(db);
  await sql`update stage_change set entry = (select value from stage_order where stage_order.place = stage_change.place)`.execute(
    db,
  );
  await sql`drop table stage_order`.execute(db);
}
