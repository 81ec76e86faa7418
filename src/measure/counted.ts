import { dropFacts, keepFacts } from './fact-table.ts';
import { dropTouches, keepTouches } from './touches.ts';
import type { CompiledFacts } from './compile.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Metric } from '../values/agreement.ts';
import type { Kysely } from 'kysely';

/** Writes a metric's facts into their temporary table, and the touches that share their credit into theirs. */
export async function keepCounted(
  db: Kysely<AnyTables>,
  metric: Metric,
  { facts, touches }: CompiledFacts,
): Promise<void> {
  await keepFacts(db, metric, facts);
  for (const [index, select] of touches) {
    const credit = metric.breakdowns[index]?.credit;
    if (credit) await keepTouches(db, index, credit, select);
  }
}

/** Makes room for the next metric's. */
export async function dropCounted(db: Kysely<AnyTables>, { touches }: CompiledFacts): Promise<void> {
  await dropFacts(db);
  for (const index of touches.keys()) await dropTouches(db, index);
}
