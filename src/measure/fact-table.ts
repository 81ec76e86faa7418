import { expressionBuilder, sql, type Kysely } from 'kysely';
import { amountPath } from './amount.ts';
import { columnType } from './column-type.ts';
import { memberType } from './cut.ts';
import { factColumns, memberColumn } from './facts.ts';
import type { Select } from './place.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Metric } from '../values/agreement.ts';

/** The temporary table that holds one metric's facts at a time. */
export const factTable = 'measured_fact';

/** Writes the facts of a metric's wordings into a fresh temporary table. `dropFacts` makes room for the next metric's. */
export async function keepFacts(db: Kysely<AnyTables>, metric: Metric, facts: readonly Select[]): Promise<void> {
  const members = metric.breakdowns.map(
    ({ cut }, index) => [memberColumn(index), columnType(memberType(cut))] as const,
  );
  const types = [
    ['key', 'text'],
    ['day', 'text'],
    ['kept', 'integer'],
    ['waits', 'integer'],
    ['amount', columnType(amountPath(metric.wordings[0].measure)?.type)],
    ['open', 'integer'],
    ['unpriced', 'integer'],
    ...members,
  ] as const;
  let table = db.schema.createTable(factTable).temporary();
  for (const [column, type] of types) table = table.addColumn(column, sql.raw(type));
  await table.execute();
  const columns = [...factColumns, ...members.map(([column]) => column)];
  for (const select of facts) {
    await db.insertInto(factTable).columns(columns).expression(select).execute();
  }
}

/** The facts of a metric's wordings as one select, each amount of the type that the table would keep it in. */
export function factsTogether(metric: Metric, facts: readonly Select[]): Select {
  const amount = columnType(amountPath(metric.wordings[0].measure)?.type);
  const names = [
    ...factColumns.filter((column) => column !== 'amount'),
    ...metric.breakdowns.map((_, index) => memberColumn(index)),
  ];
  const [first, ...others] = facts.map((select) =>
    expressionBuilder<AnyTables, never>()
      .selectFrom(select.as('found'))
      .select(names.map((name) => `found.${name}`))
      .select(sql`cast(${sql.ref('found.amount')} as ${sql.raw(amount)})`.as('amount')),
  );
  if (!first) throw new Error('a metric without wordings has no facts');
  return others.reduce((all, one) => all.unionAll(one), first);
}

export async function dropFacts(db: Kysely<AnyTables>): Promise<void> {
  await db.schema.dropTable(factTable).execute();
}
