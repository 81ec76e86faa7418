import { sql } from 'kysely';
import { dayOfNumber, daySeconds } from '../../calendar/local-date.ts';
import { dialectOf } from '../../store/dialect.ts';
import { recordWriter } from '../../store/record-writer.ts';
import type { StoredValue } from '../../store/database.ts';
import type { Catalogue, MomentType } from '../../values/catalogue.ts';
import type { Source } from '../source.ts';
import { isGiven, kindOf } from './derivation.ts';
import type { Derivation } from './derivation.ts';

/** Touches that are held at a time. */
const pageRows = 10_000;

/** By whom a campaign touches a deal: the lead that became it, the contacts that have a part in it. */
export interface TouchedBy {
  readonly leads: boolean;
  readonly contacts: boolean;
}

/** By whom the sources let campaigns touch deals. Null: by nobody, or a file gives the touches itself. */
export function touchedBy(sources: readonly Source[]): TouchedBy | null {
  if (isGiven(sources, 'campaign touch', []) || !isGiven(sources, 'opportunity', [])) return null;
  const leads = isGiven(sources, 'campaign member', ['campaign', 'lead']) && isGiven(sources, 'lead', ['opportunity']);
  const contacts =
    isGiven(sources, 'campaign member', ['campaign', 'contact']) &&
    isGiven(sources, 'deal contact', ['opportunity', 'contact']);
  return leads || contacts ? { leads, contacts } : null;
}

/** The precision of touches: that of the responses and of the additions; a day where these differ. Null where neither is known. */
export function touchMoment(catalogue: Catalogue): MomentType | null {
  const known = ['responded', 'created'].flatMap((name) => {
    const field = kindOf({ catalogue }, 'campaign member').fields.find((each) => each.name === name);
    return field?.mapped && field.type.is === 'moment' ? [field.type] : [];
  });
  return known.find(({ precision }) => precision === 'day') ?? known[0] ?? null;
}

/** Makes the campaign touches: one for each deal and member of a campaign who has a part in it, deal by deal in the order of the files. */
export async function deriveCampaignTouches(derivation: Derivation): Promise<void> {
  const by = touchedBy(derivation.sources);
  if (!by) return;
  const { db, sqlite } = derivation.store;
  const byLeads = sql`select lead.opportunity as opportunity, member.key as member
    from campaign_member as member join lead on lead.key = member.lead where lead.opportunity is not null`;
  const byContacts = sql`select part.opportunity as opportunity, member.key as member
    from campaign_member as member join deal_contact as part on part.contact = member.contact where part.opportunity is not null`;
  const pairs = sql.join([...(by.leads ? [byLeads] : []), ...(by.contacts ? [byContacts] : [])], sql` union `);
  await sql`create table touch (place ${sql.raw(dialectOf(db).place)} primary key, opportunity text, member text)`.execute(
    db,
  );
  await sql`insert into touch
    select row_number() over (order by deal.place, member.place), deal.key, member.key
    from (select distinct opportunity, member from (${pairs}) as found) as pair
    join opportunity as deal on deal.key = pair.opportunity join campaign_member as member on member.key = pair.member
    order by 1`.execute(db);

  const toTouch = inPrecision(derivation);
  const writer = recordWriter(sqlite, 'campaign_touch', columns);
  for (let after = 0; ;) {
    const { rows } =
      await sql<TouchRow>`select touch.place as place, touch.opportunity as opportunity, touch.member as member,
        member.campaign as campaign, coalesce(member.responded, member.created) as at
      from touch join campaign_member as member on member.key = touch.member
      where touch.place > ${after} order by touch.place limit ${pageRows}`.execute(db);
    for (const { place, opportunity, member, campaign, at } of rows) {
      writer.insert([place, `${opportunity}-${member}`, opportunity, campaign, member, toTouch(at)]);
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.place;
  }
  await sql`drop table touch`.execute(db);
}

const columns = ['place', 'key', 'opportunity', 'campaign', 'campaign_member', 'at'];

interface TouchRow {
  readonly place: number;
  readonly opportunity: string;
  readonly member: string;
  readonly campaign: StoredValue;
  readonly at: StoredValue;
}

/** A moment in the precision of touches, which is never finer than its own. */
function inPrecision({ catalogue, clock }: Derivation): (moment: StoredValue) => StoredValue {
  const isDay = touchMoment(catalogue)?.precision === 'day';
  return (moment) =>
    isDay && typeof moment === 'number' ? dayOfNumber(Math.floor(clock.local(moment) / daySeconds)) : moment;
}
