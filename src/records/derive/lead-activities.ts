import { sql } from 'kysely';
import { daySeconds, dayOfNumber, numberOfDay } from '../../calendar/local-date.ts';
import { recordTables } from '../../store/database.ts';
import { rowAdder } from '../../store/row-adder.ts';
import type { MomentType, RecordKind } from '../../values/catalogue.ts';
import { isMapped } from '../mapped-field.ts';
import type { Source } from '../source.ts';
import { handoverDerivation, isGiven, kindOf } from './derivation.ts';
import type { Derivation } from './derivation.ts';

/** Rows that are held at a time. */
const pageRows = 20_000;

/** Fills when each lead was converted from its history, which tells it to the second; where that is silent, what is known stays. */
export async function deriveConversions({ store: { db }, sources }: Derivation): Promise<void> {
  const field = handoverDerivation(sources)?.history.converted ?? null;
  if (field === null || !isGiven(sources, 'field change', ['lead', 'field', 'at'])) return;
  await sql`update lead set converted = told.at
    from (select lead, min(at) as at from field_change where field = ${field} and lead is not null and at is not null group by lead) as told
    where told.lead = lead.key`.execute(db);
}

/** Whether it is known which contact a lead became and when, and which activities are a contact's. */
export function activitiesMove(lead: RecordKind, sources: readonly Source[]): boolean {
  const converts = ['contact', 'converted'].every((name) => isMapped(lead, name));
  return converts && isGiven(sources, 'activity', ['contact', 'completed']);
}

/**
 * Gives the activities of a contact that came from a lead also to that lead, up to the conversion: a CRM moves them to the contact
 * when it converts the lead. Of several leads that became one contact, the first that was converted after the activity has it.
 */
export async function deriveLeadActivities(derivation: Derivation): Promise<void> {
  const { db, sqlite } = derivation.store;
  const lead = kindOf(derivation, 'lead');
  const activity = kindOf(derivation, 'activity');
  const completed = momentOf(activity, 'completed');
  if (!completed || !activitiesMove(lead, derivation.sources)) return;

  const until = untilOf(completed, derivation);
  const precise = completed.precision === 'day' ? sql`text` : sql`bigint`;
  await sql`create table conversion (contact text not null, until ${precise}, place bigint not null, lead text not null)`.execute(
    db,
  );
  const note = rowAdder(sqlite, 'conversion', ['contact', 'until', 'place', 'lead']);
  for (let after = -1; ;) {
    const rows = await recordTables(db)
      .selectFrom('lead')
      .select(['place', 'key', 'contact', 'converted'])
      .where('place', '>', after)
      .where('contact', 'is not', null)
      .where('converted', 'is not', null)
      .orderBy('place')
      .limit(pageRows)
      .execute();
    for (const row of rows) note.add(row['contact'] ?? null, until(row['converted'] ?? null), row.place, row.key);
    const last = rows.at(-1);
    if (!last) break;
    after = last.place;
  }
  note.end();
  await sql`create index conversion_contact on conversion (contact, until, place)`.execute(db);
  await sql`update activity set lead = (
      select conversion.lead from conversion
      where conversion.contact = activity.contact and conversion.until >= activity.completed
      order by conversion.until, conversion.place limit 1
    ) where lead is null and contact is not null and completed is not null and exists (
      select 1 from conversion where conversion.contact = activity.contact and conversion.until >= activity.completed
    )`.execute(db);
  await sql`drop table conversion`.execute(db);
}

function momentOf(kind: RecordKind, name: string): MomentType | null {
  const type = kind.fields.find((field) => field.name === name)?.type;
  return type?.is === 'moment' ? type : null;
}

/** The last moment that counts, in the precision of the activities. With a day on either side, local dates are compared. */
function untilOf(
  completed: MomentType,
  { clock }: Derivation,
): (moment: string | number | null) => string | number | null {
  return (moment) => {
    if (typeof moment === 'number' && completed.precision === 'day') {
      return dayOfNumber(Math.floor(clock.local(moment) / daySeconds));
    }
    if (typeof moment === 'string' && completed.precision === 'instant') {
      return clock.instant((numberOfDay(moment) + 1) * daySeconds) - 1;
    }
    return moment;
  };
}
