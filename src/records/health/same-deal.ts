import { sql, type SqlBool } from 'kysely';
import { dayOf } from './day-number.ts';
import { columnOf, isOpen, kindWith, type HealthCheck } from './health-check.ts';

/** Open deals of one account with the same amount that were entered on one day: likely one deal, entered twice. */
export const sameDeal: HealthCheck = (ground) => {
  const found = kindWith(ground, 'opportunity', 'account', 'amount', 'created', 'currency');
  const open = found && isOpen(found.kind);
  const [account, amount, created, currency] = found?.fields ?? [];
  if (!found || !open || !account || !amount || !created || !currency) return [];
  const all = [account, amount, currency, created];
  const known = sql.join(
    all.map((field) => sql`${columnOf(field)} is not null`),
    sql` and `,
  );
  const twins = [account, amount, currency].map(columnOf).concat(dayOf(created, ground.clock));
  return [{ kind: found.kind, fields: [], among: sql<SqlBool>`${known} and ${open}`, twins }];
};
