import { sql } from 'kysely';
import type { StoredValue } from '../../store/database.ts';
import { recordTables } from '../../store/database.ts';
import { rowAdder } from '../../store/row-adder.ts';
import type { RowAdder } from '../../store/row-adder.ts';
import { handoverMoments } from '../source.ts';
import type { HandoverDerivation, Source } from '../source.ts';
import { handoverDerivation, isGiven } from './derivation.ts';
import type { Derivation } from './derivation.ts';
import { laterBy } from './later-by.ts';
import { createdInstant } from './lead-histories.ts';
import type { HistoryTaker, LeadHistory } from './lead-histories.ts';
import { handoversOf } from './person-history.ts';
import type { DerivedHandover, HandoverRules, LeadChange, PersonsEvent } from './person-history.ts';

const columns = [
  'place',
  'key',
  'lead',
  'time',
  'qualified',
  'accepted',
  'rejected',
  'abandoned',
  'assigned',
  'owner',
  'partner',
  'rejection_reason',
  'would_be_good_when',
  'retry_on',
];

/** Whether handovers are made out of the history of leads; else they are made of what leads say today. */
export function handoversHaveHistory(sources: readonly Source[]): boolean {
  const status = handoverDerivation(sources)?.history.status ?? null;
  return status !== null && isGiven(sources, 'field change', ['lead', 'field', 'to', 'at']);
}

/** Makes handovers out of the history of leads, person by person in the order of each one's first lead. */
export async function handoverMaker(derivation: Derivation): Promise<HistoryTaker | null> {
  const how = handoverDerivation(derivation.sources);
  if (!how || !handoversHaveHistory(derivation.sources)) return null;
  const rules = await rulesOf(derivation, how);
  const begins = await createdSince(derivation);
  const adder = rowAdder(derivation.store.sqlite, 'handover', columns);
  const add = handoverAdder(adder);
  return {
    take(_lead, _changes, person) {
      if (!person || !everQualified(person, rules)) return;
      const leads = new Map(person.leads.map((each) => [each.place, each]));
      for (const handover of handoversOf({ leads, events: eventsOf(person, begins) }, rules)) add(handover);
    },
    end: () => adder.end(),
  };
}

/** Whether there can be a handover at all: for many persons there can't, and what happened to them need not be put in order. */
function everQualified({ leads, changes }: LeadHistory, { statuses: { qualified } }: HandoverRules): boolean {
  const is = (status: string | null): boolean => status !== null && qualified.has(status);
  return (
    changes.some(({ what, from, to }) => what === 'status' && (is(to) || is(from))) ||
    leads.some(({ status }) => is(status))
  );
}

async function rulesOf({ store, clock, returnsAfter }: Derivation, how: HandoverDerivation): Promise<HandoverRules> {
  const people = await humans(store.db);
  const statuses = Object.fromEntries(handoverMoments.map((moment) => [moment, new Set(how.statuses[moment])]));
  return {
    statuses: statuses as unknown as HandoverRules['statuses'],
    sameUntil: laterBy(returnsAfter, clock),
    isHuman: (owner) => people.has(owner),
  };
}

/** Who is known to be a person. An owner that no file has may be a queue or a program, so it is not one of them. */
async function humans(db: Derivation['store']['db']): Promise<ReadonlySet<string>> {
  const users = await recordTables(db).selectFrom('user').select(['key', 'queue', 'robot']).execute();
  return new Set(users.filter(({ queue, robot }) => queue !== 1 && robot !== 1).map(({ key }) => key));
}

/** When a lead began with the status that it was created with; null where that is not known: a history that was cut off does not tell which that was. */
async function createdSince({ store, sources, clock }: Derivation): Promise<(created: StoredValue) => number | null> {
  const instant = createdInstant(clock);
  if (!forgetsHistory(sources)) return instant;
  const { rows } = await sql<{ at: number | null }>`select min(at) as at from field_change`.execute(store.db);
  const since = rows[0]?.at ?? Infinity;
  return (created) => {
    const at = instant(created);
    return at !== null && at >= since ? at : null;
  };
}

function forgetsHistory(sources: readonly Source[]): boolean {
  return sources.some(
    (source) => source.is === 'file' && source.forgets && source.gives.some((gift) => gift.record === 'field change'),
  );
}

/** What happened to a person's leads, in the order of time: the status that each was created with, and then what the history tells. */
function eventsOf({ leads, changes }: LeadHistory, begins: (created: StoredValue) => number | null): PersonsEvent[] {
  const first = new Map<number, LeadChange>();
  for (const change of changes) if (change.what === 'status' && !first.has(change.lead)) first.set(change.lead, change);
  const created = leads.flatMap(({ place, key, created, status }) => {
    const at = begins(created);
    const to = first.get(place)?.from ?? status;
    return at === null || to === null ? [] : [{ lead: place, key, at, what: 'status' as const, from: null, to }];
  });
  if (created.length > 1) created.sort((one, other) => (one.key < other.key ? -1 : 1));
  const known = changes.filter((change): change is PersonsEvent => change.at !== null);
  return [...created, ...known].sort((one, other) => one.at - other.at);
}

function handoverAdder({ add }: RowAdder): (handover: DerivedHandover) => void {
  let place = 0;
  return ({ lead, time, moments, assigned, owner, said }) => {
    place += 1;
    const { qualified = null, accepted = null, rejected = null, abandoned = null } = moments;
    const about = [said?.rejectionReason ?? null, said?.wouldBeGoodWhen ?? null, said?.retryOn ?? null];
    const dates = [qualified, accepted, rejected, abandoned, assigned];
    add(place, `${lead.key}-${time}`, lead.key, time, ...dates, owner, lead.partner, ...about);
  };
}

/** Without history a lead was handed over once if its status says so today, at the moment of the lead that stands for it. */
export async function handoversOfToday({ store: { db }, sources, catalogue }: Derivation): Promise<void> {
  const how = handoverDerivation(sources);
  if (!how || handoversHaveHistory(sources)) return;
  const lead = catalogue.kinds.find((kind) => kind.name === 'lead');
  const columnOf = (name: string | undefined): string | null =>
    lead?.fields.find((field) => field.name === name && field.mapped)?.column ?? null;
  const qualified = columnOf(how.withoutHistory.qualified);
  if (qualified === null) return;
  const everHandedOver = handoverMoments.flatMap((moment) => how.statuses[moment]);
  const moments = handoverMoments.map((moment) => {
    const column = columnOf(how.withoutHistory[moment]);
    const statuses = moment === 'qualified' ? everHandedOver : how.statuses[moment];
    if (column === null || statuses.length === 0) return sql`null`;
    return sql`case when lead.status in (${sql.join(statuses)}) then lead.${sql.id(column)} end`;
  });
  await sql`insert into handover (place, key, lead, time, qualified, accepted, rejected, abandoned, assigned, owner, partner,
      rejection_reason, would_be_good_when, retry_on)
    select lead.place, lead.key || '-1', lead.key, 1, ${sql.join(moments)},
      case when owner.key is null then null else lead.${sql.id(qualified)} end, owner.key,
      lead.given_to, lead.rejection_reason, lead.would_be_good_when, lead.retry_on
    from lead left join "user" as owner on owner.key = lead.owner and coalesce(owner.queue, 0) = 0 and coalesce(owner.robot, 0) = 0
    where lead.status in (${sql.join(everHandedOver)}) and lead.${sql.id(qualified)} is not null`.execute(db);
}
