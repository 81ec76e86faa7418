import { sql } from 'kysely';
import { creditedFacts, modelsOf } from './credit.ts';
import type { Select } from './place.ts';
import type { Parting, TallyTask } from './tally.ts';
import type { StoredValue } from '../store/database.ts';
import type { Breakdown } from '../values/breakdown.ts';

/** The members of a breakdown by one of its models, as a query. */
export interface CreditedBy {
  readonly dimension: string;
  /** Columns: those of a tally; sums in pieces of credit. */
  readonly select: Select;
}

/**
 * The facts of a parting by the members that a breakdown gives credit to: under its own dimension by the agreed model, and under others
 * by those shown beside it. A member has the records that it got credit for.
 */
export function creditedBy(
  { db, metric, measure }: TallyTask,
  parting: Parting,
  breakdown: Breakdown,
  index: number,
): CreditedBy[] {
  const [{ measure: how }] = metric.wordings;
  const sums = Object.entries(measure.credited?.(sql.ref('fact.credit')) ?? {});
  return modelsOf(breakdown).map(({ dimension, model }) => {
    const credited = creditedFacts(parting, breakdown, index, model, how);
    const select = db
      .selectFrom(credited.as('fact'))
      .select(
        (['period', 'member'] as const).map((column) => sql<StoredValue>`${sql.ref(`fact.${column}`)}`.as(column)),
      )
      .select([
        sql<number>`count(distinct ${sql.ref('fact.key')})`.as('records'),
        different('waits').as('waiting'),
        different('unpriced').as('unpriced'),
        ...sums.map(([name, sum]) => sum.as(name)),
      ])
      .groupBy(['fact.period', 'fact.member'])
      .orderBy('fact.period')
      .orderBy('fact.member');
    return { dimension, select };
  });
}

/** Records of which something holds; a record may stand in several rows. */
const different = (column: string) =>
  sql<number>`count(distinct case when ${sql.ref(`fact.${column}`)} = 1 then ${sql.ref('fact.key')} end)`;
