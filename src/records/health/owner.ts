import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { RecordKind } from '../../values/catalogue.ts';
import { columnOf, isOpen, kindWith, type Asked, type HealthCheck, type HealthGround } from './health-check.ts';

/** Open leads and deals with the users that they may belong to. */
function owned(
  ground: HealthGround,
  isWrong: (owner: RawBuilder<unknown>, users: RecordKind) => RawBuilder<SqlBool>,
): Asked[] {
  const users = kindWith(ground, 'user')?.kind;
  if (!users?.fields.some(({ mapped }) => mapped)) return [];
  return ['lead', 'opportunity'].flatMap((name) => {
    const found = kindWith(ground, name, 'owner');
    const open = found && isOpen(found.kind);
    const [owner] = found?.fields ?? [];
    if (!found || !open || !owner) return [];
    const among = sql<SqlBool>`${columnOf(owner)} is not null and ${open}`;
    return [{ kind: found.kind, fields: ['owner'], among, faulty: isWrong(columnOf(owner), users) }];
  });
}

/** Open records of somebody who is not with the company any more. */
export const ownerGone: HealthCheck = (ground) =>
  kindWith(ground, 'user', 'active')
    ? owned(ground, (owner, { table }) => sql`${owner} in (select key from ${sql.table(table)} where active = 0)`)
    : [];

/** Open records of somebody whom no file of users has. */
export const ownerUnknown: HealthCheck = (ground) =>
  owned(ground, (owner, { table }) => sql`${owner} not in (select key from ${sql.table(table)})`);
