import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { dialectOf } from '../../store/dialect.ts';
import { isGiven } from './derivation.ts';
import type { Derivation } from './derivation.ts';

type Db = Derivation['store']['db'];

/**
 * Fills what a deal's history tells by its order: the stage before (where no source maps it), and which time the deal entered the
 * stage. A row whose stage is that before is no entry. The indexes that derivations take must be there: with them nothing is sorted.
 */
export async function deriveStageChanges({ store: { db }, sources }: Derivation): Promise<void> {
  if (!isGiven(sources, 'stage change', ['opportunity', 'to', 'at'])) return;
  const [before, entries] = [!isGiven(sources, 'stage change', ['from']), !isGiven(sources, 'stage change', ['entry'])];
  if (before) await fillBefore(db, entries);
  else if (entries)
    await sql`update stage_change set entry = ${firstEntry(sql.id('from'))} where opportunity is not null`.execute(db);
  if (entries) await countEntries(db);
}

/** Each row is written once, with all that it lacks. */
async function fillBefore(db: Db, entries: boolean): Promise<void> {
  await sql`create table stage_before (place ${sql.raw(dialectOf(db).place)} primary key, value text)`.execute(db);
  await sql`insert into stage_before
    select place, lag("to") over (partition by opportunity order by at, sequence, place) from stage_change
    where opportunity is not null`.execute(db);
  const value = sql.id('value');
  const [columns, values] = entries ? [sql`"from", entry`, sql`value, ${firstEntry(value)}`] : [sql.id('from'), value];
  await sql`update stage_change
    set (${columns}) = (select ${values} from stage_before where stage_before.place = stage_change.place)`.execute(db);
  await sql`drop table stage_before`.execute(db);
}

/** An entry as if it were the deal's only one into the stage, which most are. */
function firstEntry(before: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when "to" is not null and (${before} is null or ${before} <> "to") then 1 end`;
}

/** Numbers the entries of the deals that entered a stage again. */
async function countEntries(db: Db): Promise<void> {
  await sql`update stage_change set entry = again.nth
    from (
      select place, row_number() over (partition by opportunity, "to" order by at, sequence, place) as nth from stage_change
      where entry = 1 and opportunity in (
        select opportunity from stage_change where opportunity is not null and entry = 1
        group by opportunity having count(distinct "to") < count(*)
      )
    ) as again
    where again.place = stage_change.place and again.nth > 1`.execute(db);
}
