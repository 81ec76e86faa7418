import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Field } from '../../values/catalogue.ts';
import { mappedField } from '../mapped-field.ts';
import { columnOf, kindWith, type HealthCheck } from './health-check.ts';
import { liesBefore } from './day-number.ts';

/** What can't have happened before what. */
const orders: readonly (readonly [kind: string, first: string, then: string])[] = [
  ['lead', 'created', 'converted'],
  ['opportunity', 'created', 'closed'],
  ['handover', 'qualified', 'assigned'],
  ['handover', 'qualified', 'accepted'],
  ['handover', 'qualified', 'rejected'],
  ['campaign', 'start', 'end'],
  ['account', 'customer since', 'onboarded'],
];

/** Records of which one moment lies before another that it can only follow: converted before created, closed before created. A plan to close may lie anywhere. */
export const wrongOrder: HealthCheck = (ground) => [
  ...orders.flatMap(([name, first, then]) => {
    const found = kindWith(ground, name, first, then);
    const [before, after] = found?.fields ?? [];
    if (!found || !before || !after) return [];
    const faulty = liesBefore(after, before, ground.clock);
    const facts = (after.factWhen ?? []).flatMap((told) => mappedField(found.kind, told) ?? []);
    if (after.factWhen && facts.length === 0) return [];
    const both = sql`${columnOf(before)} is not null and ${columnOf(after)} is not null`;
    return [{ kind: found.kind, fields: [then, first], among: sql<SqlBool>`${both}${isFact(facts)}`, faulty }];
  }),
  ...beforeTheCampaign(ground),
];

const isFact = (facts: readonly Field[]): RawBuilder<unknown> =>
  facts.length === 0
    ? sql``
    : sql` and (${sql.join(
        facts.map((field) => sql`${columnOf(field)} = 1`),
        sql` or `,
      )})`;

/** Responses before the campaign's first day: one of the two is wrong, or the campaign began when people could sign up. */
const beforeTheCampaign: HealthCheck = (ground) => {
  const members = kindWith(ground, 'campaign member', 'responded', 'campaign');
  const campaigns = kindWith(ground, 'campaign', 'start');
  const [responded, campaign] = members?.fields ?? [];
  const [start] = campaigns?.fields ?? [];
  if (!members || !campaigns || !responded || !campaign || !start) return [];
  if (!sameForm(responded, start)) return [];
  const began = sql`(select ${columnOf(start)} from ${sql.table(campaigns.kind.table)} as joined where joined.key = ${sql.ref(`${members.kind.table}.${campaign.column}`)})`;
  return [
    {
      kind: members.kind,
      fields: [responded.name],
      among: sql<SqlBool>`${columnOf(responded)} is not null and ${columnOf(campaign)} is not null`,
      faulty: sql<SqlBool>`${columnOf(responded)} < ${began}`,
    },
  ];
};

const sameForm = ({ type: one }: Field, { type: other }: Field): boolean =>
  one.is === 'moment' && other.is === 'moment' && one.precision === other.precision;
