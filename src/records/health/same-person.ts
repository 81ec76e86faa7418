import { sql, type SqlBool } from 'kysely';
import { everyRecord, isOpen, kindWith, type HealthCheck } from './health-check.ts';

/**
 * Leads, and contacts, of one person that the CRM did not merge. A lead that was converted is done with: who comes back later gets a new
 * one, and nothing is to be merged.
 */
export const samePerson: HealthCheck = (ground) =>
  ['lead', 'contact'].flatMap((name) => {
    const kind = kindWith(ground, name)?.kind;
    if (!kind || !kind.fields.some(({ mapped }) => mapped)) return [];
    const open = isOpen(kind) ?? everyRecord;
    const known = sql<SqlBool>`person is not null and ${open}`;
    return [
      {
        kind,
        fields: [],
        among: known,
        twins: [sql`person`],
      },
    ];
  });
