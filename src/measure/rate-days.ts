import { sql, type Kysely } from 'kysely';
import type { CompiledMetric } from './compile.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Problem } from '../values/problem.ts';

/** Amounts that have no rate since nobody can say of which day: the moment of `rate on` is empty for their records. */
export interface Dayless {
  readonly amounts: number;
  readonly problem: Problem;
}

/** Counts them; null where there are none, or where the day is told by a figure. Asked only once amounts are known to lack a rate. */
export async function daylessAmounts(
  db: Kysely<AnyTables>,
  { metric, facts }: CompiledMetric,
  { kinds }: Catalogue,
): Promise<Dayless | null> {
  const { rateOn } = metric;
  const kind = kinds.find(({ name }) => name === rateOn?.from);
  if (!rateOn || !kind || rateOn.figure) return null;
  let at = kind;
  const steps = rateOn.links.flatMap((link) => {
    const field = at.fields.find(({ name }) => name === link);
    const target = kinds.find(({ name }) => field?.type.is === 'link' && name === field.type.to);
    if (!field || !target) return [];
    at = target;
    return [{ column: field.column, table: target.table }];
  });
  const day = at.fields.find(({ name }) => name === rateOn.field)?.column;
  if (steps.length < rateOn.links.length || day === undefined) return null;
  const joins = steps.map(({ column, table }, index) => {
    const before = index === 0 ? 'record' : `linked_${index - 1}`;
    return sql`left join ${sql.table(table)} as ${sql.ref(`linked_${index}`)} on ${sql.ref(`linked_${index}.key`)} = ${sql.ref(`${before}.${column}`)}`;
  });
  const last = steps.length === 0 ? 'record' : `linked_${steps.length - 1}`;
  let amounts = 0;
  for (const select of facts) {
    const { rows } = await sql<{ found: number | string }>`
      select count(*) as found from (${select}) as fact
      join ${sql.table(kind.table)} as record on record.key = fact.key ${sql.join(joins, sql` `)}
      where fact.unpriced = 1 and ${sql.ref(`${last}.${day}`)} is null`.execute(db);
    amounts += Number(rows[0]?.found ?? 0);
  }
  if (amounts === 0) return null;
  const records = amounts === 1 ? `1 ${kind.name} has` : `${amounts} ${kind.plural} have`;
  const said = [...rateOn.links, rateOn.field].join("'s ");
  const path = rateOn.links.length === 0 ? said : `its ${said}`;
  const links = rateOn.links.join("'s ");
  const [nothing, leftOut] = links === '' ? [said, `${said} has happened`] : [links, `its ${links} is found`];
  const says = `${records} no ${nothing}, so "rate on: ${path}" is empty for ${amounts === 1 ? 'it' : 'them'}`;
  return {
    amounts,
    problem: {
      ...metric.at,
      level: 'fault',
      says,
      fix: `leave ${amounts === 1 ? 'it' : 'them'} out with "${leftOut}"`,
    },
  };
}
