import { sql } from 'kysely';
import type { Database as Sqlite } from 'better-sqlite3';
import { daySeconds, numberOfDay } from '../../calendar/local-date.ts';
import type { LocalTime } from '../../calendar/local-time.ts';
import type { StoredValue } from '../../store/database.ts';
import { dialectOf } from '../../store/dialect.ts';
import type { Derivation } from './derivation.ts';
import type { LeadChange, LeadToday } from './person-history.ts';

/** Leads that are held at a time, with their history. */
const pageLeads = 500;

/** What the rows of the history of leads call these fields; null: nothing tells it. */
export interface CalledInHistory {
  readonly status: string | null;
  readonly owner: string | null;
}

/** Leads of one person, and what their history tells of them, in the order in which it happened. */
export interface LeadHistory {
  readonly leads: readonly LeadToday[];
  readonly changes: readonly LeadChange[];
}

/** Makes records out of the history of leads. */
export interface HistoryTaker {
  /** Takes each lead with its own history, in the order of the files, and the first of each person's with that of all leads of the person. */
  take(lead: LeadToday, changes: readonly LeadChange[], person: LeadHistory | null): void;
  end(): void;
}

const today = `lead.place as place, lead.key as key, lead.created as created, lead.status as status, lead.owner as owner,
  lead.given_to as partner, lead.rejection_reason as "rejectionReason", lead.would_be_good_when as "wouldBeGoodWhen",
  lead.retry_on as "retryOn", shared_lead.first as first`;

/** Leads are gone through, and each one's history is looked up: an engine that goes the other way looks up a lead for each row. */
const changesOf = (leads: string): string => `select lead.place as lead, change.at as at,
    case when change.field = :status then 'status' else 'owner' end as what, change."from" as "from", change."to" as "to"
  from ${leads} cross join field_change as change on change.lead = lead.key
  where change.field in (:status, :owner)`;

/** Has the history of status and owner taken, of all leads. The indexes that derivations take must be there. */
export async function takeHistories(
  { store }: Derivation,
  called: CalledInHistory,
  takers: readonly HistoryTaker[],
): Promise<void> {
  await noteShared(store);
  const read = pageReader(store.sqlite, { status: called.status ?? '', owner: called.owner ?? '' });
  for (let page = read(-1); page.leads.length > 0; page = read(page.last)) {
    let next = 0;
    for (const lead of page.leads) {
      const from = next;
      while (page.changes[next]?.lead === lead.place) next += 1;
      const changes = page.changes.slice(from, next);
      const person = lead.first === null ? { leads: [lead], changes } : (page.shared.get(lead.place) ?? null);
      for (const taker of takers) taker.take(lead, changes, person);
    }
  }
  for (const taker of takers) taker.end();
  await sql`drop table shared_lead`.execute(store.db);
}

/** Notes the leads of persons who have several: few, so that most leads are taken as they come. */
async function noteShared({ db }: Derivation['store']): Promise<void> {
  const place = sql.raw(dialectOf(db).place);
  await sql`create table shared_lead (place ${place} primary key, first bigint)`.execute(db);
  await sql`insert into shared_lead select lead.place, same.first
    from (select person, min(place) as first from lead where person is not null group by person having count(*) > 1) as same
    join lead on lead.person = same.person order by lead.place`.execute(db);
  await sql`create index shared_lead_first on shared_lead (first)`.execute(db);
}

interface Page {
  readonly leads: readonly LeadToday[];
  /** Of these leads, in their order and then that of time. */
  readonly changes: readonly LeadChange[];
  /** What is known of persons with several leads, by the place of the first one, which is in this page. */
  readonly shared: ReadonlyMap<number, LeadHistory>;
  readonly last: number;
}

/** Reads the leads after a place. */
function pageReader(
  sqlite: Sqlite,
  names: { readonly status: string; readonly owner: string },
): (after: number) => Page {
  const leadsAfter = sqlite.prepare(
    `select ${today} from lead left join shared_lead on shared_lead.place = lead.place
    where lead.place > ? order by lead.place limit ${pageLeads}`,
  );
  const changesIn = sqlite.prepare(
    `${changesOf('lead')} and lead.place between :first and :last order by lead.place, change.at, change.sequence, change.place`,
  );
  const sharing = 'shared_lead cross join lead on lead.place = shared_lead.place';
  const sharedIn = sqlite.prepare(
    `select ${today} from ${sharing} where shared_lead.first between ? and ? order by shared_lead.first, shared_lead.place`,
  );
  const sharedChangesIn = sqlite.prepare(
    `${changesOf(sharing)} and shared_lead.first between :first and :last
    order by shared_lead.first, change.at, change.sequence, change.place`,
  );
  return (after) => {
    const leads = leadsAfter.all(after) as LeadToday[];
    const [first, last] = [leads[0]?.place ?? after, leads.at(-1)?.place ?? after];
    const changes = changesIn.all({ ...names, first, last }) as LeadChange[];
    const ofShared = sharedIn.all(first, last) as LeadToday[];
    const firstOf = new Map(ofShared.map((lead) => [lead.place, lead.first]));
    const sharedChanges = sharedChangesIn.all({ ...names, first, last }) as LeadChange[];
    const byPerson = Map.groupBy(sharedChanges, ({ lead }) => firstOf.get(lead));
    const shared = [...Map.groupBy(ofShared, (lead) => lead.first ?? lead.place)].map(
      ([person, own]) => [person, { leads: own, changes: byPerson.get(person) ?? [] }] as const,
    );
    return { leads, changes, shared: new Map(shared), last };
  };
}

/** When a lead was created, to the second as histories are; where only the day is known, that day's start. */
export function createdInstant({ instant }: LocalTime): (created: StoredValue) => number | null {
  let known: { readonly day: string; readonly starts: number } | null = null;
  return (created) => {
    if (typeof created !== 'string') return created;
    if (known?.day !== created) known = { day: created, starts: instant(numberOfDay(created) * daySeconds) };
    return known.starts;
  };
}
