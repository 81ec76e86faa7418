import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { dayOfNumber, daySeconds } from '../../calendar/local-date.ts';
import { statusesOfConverted } from '../history/contradictions.ts';
import { columnOf, everyRecord, kindWith, type HealthCheck, type HealthGround } from './health-check.ts';

/** Of what somebody should have done by then: so many days a lead may be new. */
const newFor = 7;

/** What a lead's history is made of. Without one of the first two nobody can tell whether something was done. */
const histories = ['field change', 'activity', 'campaign member'];

/** Leads that nothing ever happened to: no change, no activity, in no campaign. Being converted is what happened to a lead, whether a moment or its status says so. */
export const noHistory: HealthCheck = (ground) => {
  const leads = kindWith(ground, 'lead', 'created');
  const asOf = ground.asOf('lead');
  const [created] = leads?.fields ?? [];
  const rows = histories.flatMap((name) => kindWith(ground, name, 'lead') ?? []);
  if (!leads || !created || asOf === null || !rows.some(({ kind }) => kind.name !== 'campaign member')) return [];
  const from = asOf - newFor * daySeconds;
  const isDay = created.type.is === 'moment' && created.type.precision === 'day';
  const bound = isDay ? dayOfNumber(Math.floor(ground.clock.local(from) / daySeconds)) : from;
  const none = rows.map(
    ({ kind, fields: [lead] }) =>
      sql`key not in (select ${sql.id(lead?.column ?? '')} from ${sql.table(kind.table)} where ${sql.id(lead?.column ?? '')} is not null)`,
  );
  return [
    {
      kind: leads.kind,
      fields: [],
      among: sql<SqlBool>`${columnOf(created)} < ${bound} and ${wasNotConverted(ground)}`,
      faulty: sql<SqlBool>`(${sql.join(none, sql` and `)})`,
      isSearch: true,
    },
  ];
};

function wasNotConverted(ground: HealthGround): RawBuilder<SqlBool> {
  const [converted] = kindWith(ground, 'lead', 'converted')?.fields ?? [];
  if (!converted) return everyRecord;
  const [status] = kindWith(ground, 'lead', 'status')?.fields ?? [];
  const byStatus =
    status && sql` and (${columnOf(status)} is null or ${columnOf(status)} not in (${statusesOfConverted}))`;
  return sql<SqlBool>`${columnOf(converted)} is null${byStatus ?? sql``}`;
}
