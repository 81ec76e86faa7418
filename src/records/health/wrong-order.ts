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

/**
 * Records of which one moment lies before another that it can only follow: converted before created, closed before created. A plan to close may lie
 * anywhere, and who signs up before a campaign's first day did nothing wrong.
 */
export const wrongOrder: HealthCheck = (ground) =>
  orders.flatMap(([name, first, then]) => {
    const found = kindWith(ground, name, first, then);
    const [before, after] = found?.fields ?? [];
    if (!found || !before || !after) return [];
    const faulty = liesBefore(after, before, ground.clock);
    const facts = (after.factWhen ?? []).flatMap((told) => mappedField(found.kind, told) ?? []);
    if (after.factWhen && facts.length === 0) return [];
    const both = sql`${columnOf(before)} is not null and ${columnOf(after)} is not null`;
    return [{ kind: found.kind, fields: [then, first], among: sql<SqlBool>`${both}${isFact(facts)}`, faulty }];
  });

const isFact = (facts: readonly Field[]): RawBuilder<unknown> =>
  facts.length === 0
    ? sql``
    : sql` and (${sql.join(
        facts.map((field) => sql`${columnOf(field)} = 1`),
        sql` or `,
      )})`;
