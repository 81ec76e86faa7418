/** Metrics that are made of two others, from what those came to. */
import { formOf } from './measure-facts.ts';
import { combining, valuesOfTwo, type Part } from './measures/of-two.ts';
import { againstTarget, type TargetIn } from './measures/against-target.ts';
import { grainsOf, inOrder, wordingOf } from './series.ts';
import { stretchesOfTwo } from './stretches.ts';
import type { Metric } from '../values/agreement.ts';
import { madeOf } from '../values/made-of.ts';
import type { Distribution } from '../values/distribution.ts';
import type { Day, Period } from '../values/period.ts';
import type { Problem } from '../values/problem.ts';
import type { Stretch } from '../values/stretch.ts';
import type { MetricValue } from '../values/value.ts';

/** What one metric comes to. */
export interface Measured {
  readonly metric: Metric;
  readonly asOf: number | null;
  /** The local date as of which it is counted. */
  readonly asOfDay: Day;
  readonly todays: readonly string[];
  readonly values: readonly MetricValue[];
  readonly stretches: readonly Stretch[];
  /** Of lengths: how the records of the newest period that is over lie; else null. */
  readonly distribution: Distribution | null;
  readonly problems: readonly Problem[];
}

/** What could not be counted. */
export const notMeasured = (metric: Metric): Measured => ({
  metric,
  asOf: null,
  asOfDay: '',
  todays: [],
  values: [],
  stretches: [],
  distribution: null,
  problems: [],
});

/** A metric that is made of two, which were measured before. `targetIn` tells what was agreed for a period of another metric. */
export function measureMade(metric: Metric, measured: ReadonlyMap<string, Measured>, targetIn: TargetIn): Measured {
  const [{ measure }] = metric.wordings;
  const [upper, lower] = (madeOf(measure) ?? []).map((slug) => measured.get(slug));
  if (!upper || !lower || metric.missing.length > 0) return notMeasured(metric);
  const times = [upper.asOf, lower.asOf].filter((time) => time !== null);
  const grains = grainsOf(metric);
  const dimensions = new Set(['', ...metric.breakdowns.map(({ dimension }) => dimension)]);
  const part = ({ metric: of, values }: Measured): Part => ({
    values: values.filter((value) => grains.includes(value.grain) && dimensions.has(value.dimension)),
    empty: emptyOf(of, measured),
  });
  const parts = [part(upper), part(lower)] as const;
  const wording = (period: Period): string | null => wordingOf(metric, period);
  const values = valuesOfTwo(metric.slug, measure, againstTarget(measure, parts, targetIn), wording);
  return {
    metric,
    asOf: times.length === 0 ? null : Math.min(...times),
    asOfDay: upper.asOfDay < lower.asOfDay ? upper.asOfDay : lower.asOfDay,
    todays: [...new Set([...upper.todays, ...lower.todays])].sort(),
    values: inOrder(metric, values),
    stretches: stretchesOfTwo(metric, grains, upper.stretches, lower.stretches),
    distribution: null,
    problems: [],
  };
}

/** What a metric comes to where it has no records: 0 or not known. */
function emptyOf(metric: Metric, measured: ReadonlyMap<string, Measured>): number | null {
  const [{ measure }] = metric.wordings;
  const made = madeOf(measure);
  if (!made) return formOf(metric).result({}).value;
  const [upper = null, lower = null] = made.map((slug) => {
    const part = measured.get(slug);
    return part ? emptyOf(part.metric, measured) : null;
  });
  return combining(measure)(upper, lower).value;
}
