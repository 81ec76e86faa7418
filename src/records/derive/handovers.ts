import { sql } from 'kysely';
import type { StoredValue } from '../../store/database.ts';
import { recordTables } from '../../store/database.ts';
import { dialectOf } from '../../store/dialect.ts';
import { recordWriter } from '../../store/record-writer.ts';
import { handoverMoments } from '../source.ts';
import type { HandoverDerivation, Source } from '../source.ts';
import { createdInstant, forgetDayStarts } from './created-instant.ts';
import { handoverDerivation, isGiven } from './derivation.ts';
import type { Derivation } from './derivation.ts';
import { laterBy } from './later-by.ts';
import { handoversOf } from './person-history.ts';
import type { DerivedHandover, HandoverRules, PersonHistory, PersonsEvent, PersonsLead } from './person-history.ts';

/** Events that are held at a time; a person's may go a little beyond. */
const pageRows = 5_000;

const columns = [
  'place',
  'key',
  'modified',
  'person',
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

/**
 * Makes the handovers: out of the history of leads, person by person; or, where the CRM keeps none, out of what leads say today.
 * Works through the people in order, so that only some are held in memory.
 */
export async function deriveHandovers(derivation: Derivation): Promise<void> {
  const how = handoverDerivation(derivation.sources);
  if (!how) return;
  const hasHistory =
    how.history.status !== null && isGiven(derivation.sources, 'field change', ['lead', 'field', 'to', 'at']);
  if (hasHistory) await deriveFromHistory(derivation, how);
  else await deriveFromToday(derivation, how);
}

async function deriveFromHistory(derivation: Derivation, how: HandoverDerivation): Promise<void> {
  const { store, clock, returnsAfter } = derivation;
  await makeEvents(derivation, how);
  const people = await humans(store.db);
  const statuses = Object.fromEntries(handoverMoments.map((moment) => [moment, new Set(how.statuses[moment])]));
  const rules: HandoverRules = {
    statuses: statuses as unknown as HandoverRules['statuses'],
    sameUntil: laterBy(returnsAfter, clock),
    isHuman: (owner) => people.has(owner),
  };
  const add = adder(derivation);
  for await (const history of histories(derivation)) for (const handover of handoversOf(history, rules)) add(handover);
  await sql`drop table handover_event`.execute(store.db);
}

/** Who is known to be a person. An owner that no file has may be a queue or a program, so it is not one of them. */
async function humans(db: Derivation['store']['db']): Promise<ReadonlySet<string>> {
  const users = await recordTables(db).selectFrom('user').select(['key', 'queue', 'robot']).execute();
  return new Set(users.filter(({ queue, robot }) => queue !== 1 && robot !== 1).map(({ key }) => key));
}

/**
 * A table of what happened, sorted by person and time. Leads of one person have one hash; a lead without e-mail is a person. People go
 * by their first lead, in the order of the file, since the order of hashes differs from run to run.
 */
async function makeEvents(derivation: Derivation, how: HandoverDerivation): Promise<void> {
  const { db } = derivation.store;
  await sql`create table first_lead (person text primary key, place integer)`.execute(db);
  await sql`insert into first_lead select person, min(place) from lead where person is not null group by person`.execute(
    db,
  );
  await sql`create table handover_event
    (number ${sql.raw(dialectOf(db).place)} primary key, person bigint, lead text, at bigint, what text, "from" text, "to" text)`.execute(
    db,
  );
  const status = how.history.status ?? '';
  const owner = how.history.owner ?? '';
  // A status that a lead had when it was created began then; but a history that was cut off does not tell which that was.
  const created = await createdInstant(derivation);
  const since = forgetsHistory(derivation.sources) ? sql`(select min(at) from field_change)` : created;
  await sql`insert into handover_event (number, person, lead, at, what, "from", "to")
    select row_number() over (order by person, at, sequence, place, lead), person, lead, at, what, "from", "to" from (
      select coalesce(first_lead.place, lead.place) as person, lead.key as lead, change.at as at,
        change.sequence as sequence, change.place as place,
        case when change.field = ${status} then 'status' else 'owner' end as what, change."from" as "from", change."to" as "to"
      from field_change as change join lead on lead.key = change.lead left join first_lead on first_lead.person = lead.person
      where change.field in (${status}, ${owner}) and change.at is not null
      union all
      select coalesce(first_lead.place, lead.place), lead.key, ${created}, null, -1, 'status', null, coalesce(
        (select change."from" from field_change as change where change.lead = lead.key and change.field = ${status}
          order by change.at, change.sequence, change.place limit 1),
        lead.status)
      from lead left join first_lead on first_lead.person = lead.person
      where lead.created is not null and ${created} >= ${since}
    ) as happened order by 1`.execute(db);
  await sql`drop table first_lead`.execute(db);
  await forgetDayStarts(db);
}

function forgetsHistory(sources: readonly Source[]): boolean {
  return sources.some(
    (source) => source.is === 'file' && source.forgets && source.gives.some((gift) => gift.record === 'field change'),
  );
}

interface EventRow extends PersonsEvent {
  readonly number: number;
  /** The place of the person's first lead. */
  readonly person: number;
}

/** Each person that anything happened to, with all leads and events. */
async function* histories(derivation: Derivation): AsyncGenerator<PersonHistory> {
  const { sqlite } = derivation.store;
  const page = sqlite.prepare('select * from handover_event where number > ? order by number limit ?');
  const readLead = sqlite.prepare('select * from lead where key = ?');
  let person: number | null = null;
  let events: PersonsEvent[] = [];
  const history = (): PersonHistory => {
    const keys = new Set(events.map((event) => event.lead));
    const leads = [...keys].map((key) => leadOf(readLead.get(key) as Record<string, StoredValue>));
    return { leads: new Map(leads.map((lead) => [lead.key, lead])), events };
  };
  for (let after = 0; ;) {
    const rows = page.all(after, pageRows) as EventRow[];
    for (const row of rows) {
      if (row.person !== person && events.length > 0) {
        yield history();
        events = [];
      }
      person = row.person;
      events.push(row);
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.number;
  }
  if (events.length > 0) yield history();
}

function leadOf(row: Record<string, StoredValue>): PersonsLead {
  return {
    key: String(row['key']),
    owner: textOf(row['owner']),
    partner: textOf(row['given_to']),
    rejectionReason: row['rejection_reason'] ?? null,
    wouldBeGoodWhen: row['would_be_good_when'] ?? null,
    retryOn: row['retry_on'] ?? null,
  };
}

function textOf(value: StoredValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function adder({ store: { sqlite } }: Derivation): (handover: DerivedHandover) => void {
  const writer = recordWriter(sqlite, 'handover', columns);
  let place = 0;
  return (handover) => {
    place += 1;
    const { lead, time, moments, assigned, owner, partner, rejectionReason, wouldBeGoodWhen, retryOn } = handover;
    const { qualified = null, accepted = null, rejected = null, abandoned = null } = moments;
    const dates = [qualified, accepted, rejected, abandoned, assigned];
    writer.insert([
      place,
      `${lead}-${time}`,
      null,
      null,
      lead,
      time,
      ...dates,
      owner,
      partner,
      rejectionReason,
      wouldBeGoodWhen,
      retryOn,
    ]);
  };
}

/** Without history a lead was handed over once if its status says so today, at the moment of the lead that stands for it. */
async function deriveFromToday({ store: { db }, catalogue }: Derivation, how: HandoverDerivation): Promise<void> {
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
