/** Metrics that count records: computed, or read back where they were computed before from the same. */
import { measureFacts, type FromFacts } from './measure-facts.ts';
import { daylessAmounts } from './rate-days.ts';
import { metricKey, type KeyGround } from './metric-key.ts';
import { stoodIn, type StoodTables } from './stood-tables.ts';
import type { CompiledMetric } from './compile.ts';
import type { Measured } from './measure-made.ts';
import { readComputed, type Computed } from '../store/computed.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Company, Metric } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Problem } from '../values/problem.ts';
import type { Kysely } from 'kysely';

/** What is known of what was computed before, and what is computed now. */
export interface Computing {
  readonly db: Kysely<AnyTables>;
  readonly company: Company;
  readonly catalogue: Catalogue;
  readonly stood: StoodTables;
  /** The keys of what the store keeps, by name. */
  readonly kept: ReadonlyMap<string, string>;
  /** What was computed in this run. */
  readonly anew: Computed[];
  /** The names of all that stands for today's agreement. */
  readonly names: Set<string>;
}

/** What a metric came to, with the key that tells what it was computed from. `name` tells it apart from the same metric in another round. */
export async function measureCounted(
  computing: Computing,
  name: string,
  compiled: CompiledMetric,
  ground: KeyGround,
): Promise<{ readonly measured: Measured; readonly key: string }> {
  const { db, kept, anew, names } = computing;
  const key = metricKey(db, compiled, ground);
  names.add(name);
  if (kept.get(name) === key)
    return { measured: await measuredOf(computing, compiled, (await readComputed(db, name)) as FromFacts), key };
  for (const one of stoodIn(compiled)) await computing.stood.keep(one);
  const found = await measureFacts(db, computing.company, compiled);
  anew.push({ name, key, found });
  return { measured: await measuredOf(computing, compiled, found), key };
}

async function measuredOf(
  { db, catalogue }: Computing,
  compiled: CompiledMetric,
  { values, stretches, unpriced, distribution }: FromFacts,
): Promise<Measured> {
  const { metric, asOf, asOfIsKnown, todays } = compiled;
  const dayless = unpriced > 0 ? await daylessAmounts(db, compiled, catalogue) : null;
  const unrated = unpriced - (dayless?.amounts ?? 0);
  return {
    metric,
    asOf: asOfIsKnown ? asOf.instant : null,
    asOfDay: asOf.day,
    todays,
    values,
    stretches,
    distribution,
    problems: [...(dayless ? [dayless.problem] : []), ...(unrated > 0 ? [noRate(metric, unrated)] : [])],
  };
}

function noRate(metric: Metric, amounts: number): Problem {
  const [what, whose] = amounts === 1 ? ['1 amount', 'its'] : [`${amounts} amounts`, 'their'];
  return {
    level: 'fault',
    ...metric.at,
    says: `${what} of "${metric.title}" can't be counted: no rate is agreed for ${whose} currency and day`,
    fix: 'add the currency, or its rate for that time, to currencies.yml',
  };
}
