import { sql, type Kysely } from 'kysely';
import { factTable } from './fact-table.ts';
import { memberColumn } from './facts.ts';
import { memberName } from './member-name.ts';
import type { Aggregated, FactMeasure } from './measures/form.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { StoredValue } from '../store/database.ts';
import type { Dialect } from '../store/dialect.ts';
import type { Metric } from '../values/agreement.ts';
import type { Grain } from '../values/period.ts';

/** What a period, and a member of a breakdown in it, comes to. */
export interface Tally {
  /** '' for all time. */
  readonly period: string;
  readonly dimension: string;
  readonly member: string;
  readonly records: number;
  readonly waiting: number;
  /** Records whose amount no rate changes into the reporting currency. */
  readonly unpriced: number;
  readonly group: Aggregated;
}

/** The facts of the table, by period of a grain: the whole, and each member of each breakdown that has records in the period. */
export async function tallies(
  db: Kysely<AnyTables>,
  metric: Metric,
  grain: Grain,
  measure: FactMeasure,
  dialect: Dialect,
): Promise<Tally[]> {
  const found: Tally[] = [];
  for (const index of [null, ...metric.breakdowns.keys()]) {
    const breakdown = index === null ? null : metric.breakdowns[index];
    const rows = await query(db, grain, index, measure, dialect).execute();
    for (const row of rows as Record<string, StoredValue>[]) {
      const { period, member, records, waiting, unpriced, ...group } = row;
      found.push({
        period: String(period ?? ''),
        dimension: breakdown?.dimension ?? '',
        member: breakdown ? memberName(member, breakdown.path.type) : '',
        records: Number(records),
        waiting: Number(waiting),
        unpriced: Number(unpriced),
        group: numbers(group),
      });
    }
  }
  return found;
}

function query(db: Kysely<AnyTables>, grain: Grain, index: number | null, measure: FactMeasure, dialect: Dialect) {
  const facts = db.selectFrom(`${factTable} as fact`);
  const dated = grain === 'all' ? facts : facts.innerJoin('day', 'day.day', 'fact.day');
  const groups = [
    ...(grain === 'all' ? [] : [{ column: `day.${grain}`, as: 'period' }]),
    ...(index === null ? [] : [{ column: `fact.${memberColumn(index)}`, as: 'member' }]),
  ];
  const asked = Object.entries(measure.aggregates(dialect)).map(([name, aggregate]) => aggregate.as(name));
  const tally = dated
    .select(groups.map(({ column, as }) => sql<StoredValue>`${sql.ref(column)}`.as(as)))
    .select([
      sql<number>`count(*)`.as('records'),
      sql<number>`coalesce(sum(${sql.ref('fact.waits')}), 0)`.as('waiting'),
      sql<number>`coalesce(sum(${sql.ref('fact.unpriced')}), 0)`.as('unpriced'),
      ...asked,
    ]);
  return groups.length === 0 ? tally : tally.groupBy(groups.map(({ column }) => sql.ref(column)));
}

function numbers(row: Record<string, StoredValue>): Aggregated {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : Number(value)]));
}

/** First and last local date of the facts; null where none is dated. */
export async function factDays(db: Kysely<AnyTables>): Promise<{ first: string; last: string } | null> {
  const [row] = await db
    .selectFrom(factTable)
    .select(({ fn }) => [fn.min('day').as('first'), fn.max('day').as('last')])
    .execute();
  return row && row.first !== null && row.last !== null ? { first: String(row.first), last: String(row.last) } : null;
}
