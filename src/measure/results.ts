/** What other metrics came to in a fiscal year, for sentences that name their results: kept as metrics are measured, in the order of need. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { lastYearBefore } from './target-derived.ts';
import { inUnitOf } from './target-world.ts';
import type { Statement } from './statement.ts';
import { insertMany, type AnyTables } from '../store/bulk.ts';
import type { Metric } from '../values/agreement.ts';
import type { MetricValue } from '../values/value.ts';

/** The table that holds them: the whole of a metric for each year, amounts in whole minor units. */
const resultTable = 'metric_result';

/** Makes the table anew, with nothing in it. */
export async function makeResults(db: Kysely<AnyTables>): Promise<void> {
  await db.schema.dropTable(resultTable).ifExists().execute();
  await db.schema
    .createTable(resultTable)
    .addColumn('metric', 'text', (of) => of.notNull())
    .addColumn('year', 'text', (of) => of.notNull())
    .addColumn('value', 'double precision')
    .addPrimaryKeyConstraint(`${resultTable}_key`, ['metric', 'year'])
    .execute();
}

/** Keeps what a metric came to, in place of what it came to before. */
export async function keepResult(db: Kysely<AnyTables>, metric: Metric, values: readonly MetricValue[]): Promise<void> {
  await sql`delete from ${sql.table(resultTable)} where metric = ${metric.slug}`.execute(db);
  const years = values.filter(({ grain, dimension }) => grain === 'year' && dimension === '');
  const rows = years.map(({ period, value }) => [metric.slug, period, value === null ? null : inUnitOf(metric, value)]);
  await insertMany(db, resultTable, ['metric', 'year', 'value'], rows);
}

/** What a metric came to in the last complete fiscal year before a statement's as-of day; null where that is not known. */
export function resultIn({ agreement: { company }, asOfDay }: Statement, metric: string): RawBuilder<unknown> {
  const year = lastYearBefore(asOfDay, company);
  return sql`(select ${sql.ref('value')} from ${sql.table(resultTable)} where metric = ${metric} and year = ${year})`;
}
