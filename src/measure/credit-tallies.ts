import { sql } from 'kysely';
import { creditedFacts, modelsOf, piecesOf } from './credit.ts';
import { memberName } from './cut.ts';
import type { Tally, TallyTask } from './tally.ts';
import type { StoredValue } from '../store/database.ts';
import type { Breakdown } from '../values/agreement.ts';

/**
 * The facts of the table by day and by the members that a breakdown gives credit to: under its own dimension by the agreed model, and
 * under others by those shown beside it. In pieces, see `inWholes`. A member has the records that it got credit for.
 */
export async function creditTallies(task: TallyTask, breakdown: Breakdown, index: number): Promise<Tally[][]> {
  const tallies: Tally[][] = [];
  for (const { dimension, model } of modelsOf(breakdown)) {
    const credited = creditedFacts(task.db, breakdown, index, model, measureOf(task));
    const asked = Object.entries(task.measure.credited?.(sql.ref('fact.credit')) ?? {});
    const distinct = (of: string): ReturnType<typeof sql<number>> =>
      sql<number>`count(distinct case when ${sql.ref(`fact.${of}`)} = 1 then ${sql.ref('fact.key')} end)`;
    const rows: Record<string, StoredValue>[] = await task.db
      .selectFrom(credited.as('fact'))
      .select(['fact.day', 'fact.member'])
      .select([
        sql<number>`count(distinct ${sql.ref('fact.key')})`.as('records'),
        distinct('waits').as('waiting'),
        distinct('unpriced').as('unpriced'),
        ...asked.map(([name, aggregate]) => aggregate.as(name)),
      ])
      .groupBy(['fact.day', 'fact.member'])
      .orderBy('fact.day')
      .orderBy('fact.member')
      .execute();
    tallies.push(rows.map((row) => tallyOf(row, breakdown, dimension)));
  }
  return tallies;
}

const measureOf = ({ metric }: TallyTask) => metric.wordings[0].measure;

function tallyOf(row: Record<string, StoredValue>, { cut }: Breakdown, dimension: string): Tally {
  const { day, member, records, waiting, unpriced, ...group } = row;
  return {
    period: String(day ?? ''),
    dimension,
    member: memberName(member, cut),
    records: Number(records),
    waiting: Number(waiting),
    unpriced: Number(unpriced),
    group: Object.fromEntries(Object.entries(group).map(([name, sum]) => [name, sum === null ? null : Number(sum)])),
  };
}

/** A tally of pieces of credit as one of what the measure adds up. */
export function inWholes(tally: Tally, task: TallyTask): Tally {
  const pieces = piecesOf(measureOf(task));
  const whole = (sum: number | null | undefined): number | null =>
    sum === null || sum === undefined ? null : sum / pieces;
  return { ...tally, group: Object.fromEntries(Object.entries(tally.group).map(([name, sum]) => [name, whole(sum)])) };
}

/** Whether what a breakdown's members get is split among touches. */
export const isCredited = ({ credit }: Breakdown, { measure }: TallyTask): boolean =>
  credit !== null && measure.credited !== undefined;
