import { sql } from 'kysely';
import { rowAdder } from '../../store/row-adder.ts';
import type { Source } from '../source.ts';
import { handoverDerivation, isGiven } from './derivation.ts';
import type { Derivation } from './derivation.ts';
import { createdInstant } from './lead-histories.ts';
import type { HistoryTaker } from './lead-histories.ts';
import type { LeadChange, LeadToday } from './person-history.ts';

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
 * Makes the ownerships out of the history of owners: who held each lead from when until when. Before the first change that the history tells
 * of, whom that change took it from had held it since it was created. A lead without a change has always been its owner's of today.
 */
export function ownershipMaker({ store, sources, clock }: Derivation): HistoryTaker | null {
  if ((ownershipSource(sources)?.history ?? null) === null) return null;
  const { add, end } = rowAdder(store.sqlite, 'ownership', ['place', 'key', 'lead', 'owner', 'from', 'until']);
  const instant = createdInstant(clock);
  let place = 0;
  return {
    take(lead, changes) {
      const steps = stepsOf(lead, changes.filter(givesAway), instant(lead.created));
      for (const [index, { nth, owner, at }] of steps.entries()) {
        place += 1;
        add(place, `${lead.key}-${nth}`, lead.key, owner, at, steps[index + 1]?.at ?? null);
      }
    },
    end,
  };
}

/** A step of a lead from one owner to another. Each is an ownership that ends with the next. */
interface Step {
  readonly nth: number;
  readonly owner: string | null;
  readonly at: number | null;
}

function givesAway({ what, at, from, to }: LeadChange): boolean {
  return what === 'owner' && at !== null && (from ?? '') !== (to ?? '');
}

function stepsOf(lead: LeadToday, changes: readonly LeadChange[], created: number | null): Step[] {
  const [first] = changes;
  const later = changes.map(({ to, at }, index) => ({ nth: index + 1, owner: to, at }));
  const owner = first ? first.from : lead.owner;
  if (owner === null) return later;
  const isBefore = first && first.at !== null && created !== null && first.at < created;
  return [{ nth: 0, owner, at: isBefore ? first.at : created }, ...later];
}

/** Without history a lead has been its owner's of today since it was created. */
export async function ownershipsOfToday({ store: { db }, sources }: Derivation): Promise<void> {
  const source = ownershipSource(sources);
  if (source?.history !== null) return;
  await sql`insert into ownership (place, key, lead, owner, "from")
    select row_number() over (order by place), key || '-0', key, owner, created from lead where owner is not null order by 1`.execute(
    db,
  );
}
