import { sql, type SqlBool } from 'kysely';
import { dayOf } from './day-number.ts';
import { columnOf, isOpen, kindWith, type HealthCheck } from './health-check.ts';

/** Open deals of one account with the same amount that were entered on one day: likely one deal, entered twice. */
export const sameDeal: HealthCheck = (ground) => {
  const found = kindWith(ground, 'opportunity', 'account', 'amount', 'created', 'currency');
  const open = found && isOpen(found.kind);
  const [account, amount, created, currency] = found?.fields ?? [];
  if (!found || !open || !account || !amount || !created || !currency) return [];
  const like = sql.join([account, amount, currency].map(columnOf).concat(dayOf(created, ground.clock)));
  const known = sql.join(
    [account, amount, currency, created].map((field) => sql`${columnOf(field)} is not null`),
    sql` and `,
  );
  const among = sql<SqlBool>`${known} and ${open}`;
  const doubled = sql`select ${like} from ${sql.table(found.kind.table)} where ${among} group by ${like} having count(*) > 1`;
  return [
    {
      kind: found.kind,
      fields: [],
      among,
      faulty: sql<SqlBool>`(${like}) in (${doubled})`,
      alike: columnOf(account),
    },
  ];
};
