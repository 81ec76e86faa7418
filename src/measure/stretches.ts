import { amongStood } from './stood.ts';
import { tallies } from './tally.ts';
import { combining } from './measures/of-two.ts';
import type { CompiledMetric } from './compile.ts';
import type { FactMeasure } from './measures/form.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Dialect } from '../store/dialect.ts';
import type { Company, Metric } from '../values/agreement.ts';
import type { Day } from '../values/period.ts';
import type { Stretch } from '../values/stretch.ts';
import type { Kysely } from 'kysely';

export interface StretchTask {
  readonly db: Kysely<AnyTables>;
  readonly measure: FactMeasure;
  readonly dialect: Dialect;
  readonly shape: Company;
}

/**
 * A metric's stretches, in order of grain. One without records that ends before the first of today's (`first`, a local date) is
 * left out: nothing tells of that time.
 */
export async function stretchesOf(
  { db, measure, dialect, shape }: StretchTask,
  { metric, stretches }: CompiledMetric,
  first: Day | null,
): Promise<Stretch[]> {
  const whole: Metric = { ...metric, breakdowns: [] };
  const found: Stretch[] = [];
  for (const { grain, running, earlier, asOf, facts, stood } of stretches) {
    const task = { db, metric: whole, measure, dialect, shape, facts: amongStood(facts, stood, asOf) };
    const [tally] = facts.length === 0 ? [] : ((await tallies(task, ['all'])).get('all') ?? []);
    if (!tally && (first === null || asOf.day < first)) continue;
    const { value, numerator, denominator } = measure.result(tally?.group ?? {});
    found.push({
      metric: metric.slug,
      grain,
      running,
      earlier,
      until: asOf.instant,
      value: tally && tally.unpriced > 0 ? null : value,
      numerator,
      denominator,
      waiting: tally?.waiting ?? 0,
      records: tally?.records ?? 0,
    });
  }
  return found;
}

/** Those of a metric that is made of two, from theirs, where both have the stretch. A target is for whole periods: against one nothing is compared. */
export function stretchesOfTwo(
  { slug, wordings: [{ measure }] }: Metric,
  grains: readonly string[],
  upper: readonly Stretch[],
  lower: readonly Stretch[],
): Stretch[] {
  if (measure.measure === 'ratio' && measure.perIs !== 'value') return [];
  return upper.flatMap((top): Stretch[] => {
    const bottom = lower.find(({ running, grain }) => running === top.running && grain === top.grain);
    if (!bottom || !grains.includes(top.grain)) return [];
    return [
      {
        ...top,
        metric: slug,
        until: Math.min(top.until, bottom.until),
        ...combining(measure)(top.value, bottom.value),
        waiting: top.waiting + bottom.waiting,
      },
    ];
  });
}
