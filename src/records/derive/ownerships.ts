import { sql, type RawBuilder } from 'kysely';
import type { Source } from '../source.ts';
import { createdInstant, forgetDayStarts } from './created-instant.ts';
import { handoverDerivation, isGiven } from './derivation.ts';
import type { Derivation } from './derivation.ts';

/** What ownerships are made of: the history of owners, by what its rows call the owner; null: only today's owner. */
export interface OwnershipSource {
  readonly history: string | null;
}

/** What ownerships can be made of. Null: of nothing, or a file gives them itself. */
export function ownershipSource(sources: readonly Source[]): OwnershipSource | null {
  if (isGiven(sources, 'ownership', [])) return null;
  const owner = handoverDerivation(sources)?.history.owner ?? null;
  if (owner !== null && isGiven(sources, 'field change', ['lead', 'field', 'to', 'at'])) return { history: owner };
  return isGiven(sources, 'lead', ['owner', 'created']) ? { history: null } : null;
}

/**
 * Makes the ownerships: who held each lead from when until when. Before the first change that the history tells of, whom that change
 * took it from had held it since it was created. A lead without a change has always been its owner's of today.
 */
export async function deriveOwnerships(derivation: Derivation): Promise<void> {
  const source = ownershipSource(derivation.sources);
  if (!source) return;
  const { db } = derivation.store;
  if (source.history === null) {
    await keep(db, sql`select key as lead, 0 as nth, owner, created as at from lead where owner is not null`);
    return;
  }
  await sql`create table owner_change (lead text, nth integer, "from" text, "to" text, at bigint, primary key (lead, nth))`.execute(
    db,
  );
  await sql`insert into owner_change
    select lead, row_number() over (partition by lead order by at, sequence, place), "from", "to", at from field_change
    where field = ${source.history} and at is not null and lead is not null
      and coalesce("from", '') <> coalesce("to", '')`.execute(db);
  const created = await createdInstant(derivation);
  await keep(
    db,
    sql`select lead, nth, "to" as owner, at from owner_change
      union all
      select change.lead, 0, change."from", case when change.at < ${created} then change.at else ${created} end
      from owner_change as change join lead on lead.key = change.lead
      where change.nth = 1 and change."from" is not null
      union all
      select lead.key, 0, lead.owner, ${created} from lead
      where lead.owner is not null and not exists (select 1 from owner_change as change where change.lead = lead.key)`,
  );
  await sql`drop table owner_change`.execute(db);
  await forgetDayStarts(db);
}

/** Each step is an ownership that ends with the next of its lead. */
async function keep(db: Derivation['store']['db'], steps: RawBuilder<unknown>): Promise<void> {
  await sql`insert into ownership (place, key, lead, owner, "from", until)
    select row_number() over (order by lead.place, step.nth), step.lead || '-' || step.nth, step.lead, step.owner, step.at,
      lead(step.at) over (partition by lead.place order by step.nth)
    from (${steps}) as step join lead on lead.key = step.lead order by 1`.execute(db);
}
