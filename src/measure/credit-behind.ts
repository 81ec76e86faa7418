import { keepCounted, dropCounted } from './counted.ts';
import { creditedFacts, modelsOf, piecesOf } from './credit.ts';
import { memberName } from './cut.ts';
import { factTable } from './fact-table.ts';
import type { CompiledFacts } from './compile.ts';
import type { Select } from './place.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { StoredValue } from '../store/database.ts';
import type { Metric } from '../values/agreement.ts';
import type { CreditModel } from '../values/breakdown.ts';
import type { Kysely, RawBuilder } from 'kysely';

/** One member of a breakdown: of its own dimension, or of one under which another model's answer stands. */
export interface CreditedMember {
  readonly index: number;
  readonly model: CreditModel;
  readonly name: string;
}

/** Which member is meant, where its breakdown gives credit. */
export function creditedMember(
  { breakdowns }: Metric,
  member: { readonly dimension: string; readonly name: string } | undefined,
): CreditedMember | null {
  for (const [index, breakdown] of breakdowns.entries()) {
    const found = breakdown.credit && modelsOf(breakdown).find(({ dimension }) => dimension === member?.dimension);
    if (found && member) return { index, model: found.model, name: member.name };
  }
  return null;
}

/** The facts that a member gets credit for, each once: `amount` is the part that it gets. */
export async function creditBehind(
  db: Kysely<AnyTables>,
  metric: Metric,
  counted: CompiledFacts,
  where: RawBuilder<boolean>,
  { index, model, name }: CreditedMember,
): Promise<Record<string, StoredValue>[]> {
  const breakdown = metric.breakdowns[index];
  if (!breakdown) return [];
  const [{ measure }] = metric.wordings;
  const rows = await db.transaction().execute(async (transaction) => {
    await keepCounted(transaction, metric, counted);
    const facts = transaction.selectFrom(`${factTable} as fact`).where(where) as unknown as Select;
    const credited = creditedFacts({ facts, period: 'fact.day' }, breakdown, index, model, measure);
    const found = (await credited.execute()) as Record<string, StoredValue>[];
    await dropCounted(transaction, counted);
    return found;
  });
  const pieces = piecesOf(measure);
  const byKey = Map.groupBy(
    rows.filter(({ member }) => memberName(member, breakdown.cut) === name),
    ({ key }) => key,
  );
  return [...byKey.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const known = of.map(({ credit }) => credit).filter((credit) => credit !== null && credit !== undefined);
    const credit = known.reduce<number>((sum, one) => sum + Number(one), 0);
    return [{ ...first, day: first['period'] ?? null, amount: known.length === 0 ? null : credit / pieces }];
  });
}
