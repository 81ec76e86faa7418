/** A metric that is made of two: the one divided by the other, by its target or what of that is still to come; or less the other. */
import { grainsOf, type PlainValue } from './plain-series.ts';
import { levelAt, type Agreed } from './plain-targets.ts';
import type { Agreement, Metric } from '../../src/values/agreement.ts';
import type { ValueStatus } from '../../src/values/value.ts';

/** From good to bad. */
const statuses: readonly ValueStatus[] = ['complete', 'maturing', 'waiting', 'so far', 'ahead'];

/** Slugs of the two, the second of which may be read by its target alone. */
export function twoOf({ wordings: [{ measure }] }: Metric): readonly string[] {
  if (measure.measure === 'ratio') return [measure.of, measure.per];
  return measure.measure === 'difference' ? [measure.of, measure.less] : [];
}

/** Slugs of the metrics whose values one takes: those that it is made of but by their targets, and those whose results it names. */
export function readBy(metric: Metric, { terms, figures }: Pick<Agreement, 'terms' | 'figures'>): string[] {
  const { measure } = metric.wordings[0];
  const [upper = '', lower = ''] = twoOf(metric);
  const own =
    twoOf(metric).length === 0
      ? []
      : measure.measure === 'ratio' && measure.perIs === 'target'
        ? [upper]
        : [upper, lower];
  // Whether this one uses a term or a figure does not matter to what is tried: any may be used.
  return [...own, ...resultsIn([metric, terms, figures])];
}

function resultsIn(tree: unknown): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const named = 'value' in tree && tree.value === 'result' && 'metric' in tree ? [String(tree.metric)] : [];
  return [...named, ...Object.values(tree).flatMap(resultsIn)];
}

/** What a sum is that has no records: 0; of all else it is not known. */
function emptyOf(slug: string | undefined, agreed: Agreed): number | null {
  const metric = agreed.agreement.metrics.find((one) => one.slug === slug);
  if (!metric) return null;
  const [{ measure }] = metric.wordings;
  if (measure.measure === 'ratio') return null;
  if (measure.measure !== 'difference') return ['count', 'count different', 'sum'].includes(measure.measure) ? 0 : null;
  const [one, other] = twoOf(metric).map((part) => emptyOf(part, agreed));
  return one === 0 && other === 0 ? 0 : null;
}

/** The values of such a metric. Of two sums, what one lacks is 0; nothing over zero is not known. */
export function valuesOfTwo(metric: Metric, agreed: Agreed, targets: Agreed = agreed): PlainValue[] {
  const { measure } = metric.wordings[0];
  const [grains, dimensions] = [grainsOf(metric), ['', ...metric.breakdowns.map(({ dimension }) => dimension)]];
  const slugs = twoOf(metric);
  const isRatio = measure.measure === 'ratio';
  const perIs = isRatio ? measure.perIs : 'value';
  const both = [...new Set(slugs)]
    .flatMap((slug) => agreed.valuesOf(slug))
    .filter(({ grain, dimension }) => grains.includes(grain) && dimensions.includes(dimension))
    .filter(({ dimension }) => perIs === 'value' || dimension === '');
  const groups = Map.groupBy(both, ({ period, dimension, member }) => JSON.stringify([period, dimension, member]));
  return [...groups.values()].flatMap((of) => {
    const [upper, lower] = slugs.map((slug) => of.find(({ metric }) => metric === slug));
    const either = of.find((value) => value === upper) ?? lower;
    if (!either || (perIs !== 'value' && !upper)) return [];
    const [above, came] = [
      upper ? upper.value : emptyOf(slugs[0], agreed),
      lower ? lower.value : emptyOf(slugs[1], agreed),
    ];
    const target = perIs === 'value' ? null : levelAt(targets, slugs[1] ?? '', either);
    const below =
      perIs === 'value' ? came : target === null || came === null ? null : target - (perIs === 'target' ? 0 : came);
    const under = perIs === 'target' ? target : below;
    const isOver = under === null || under === 0 || (perIs === 'remaining' && under < 0);
    return {
      ...either,
      metric: metric.slug,
      from: of.map(({ from }) => from).toSorted()[0] ?? '',
      to:
        of
          .map(({ to }) => to)
          .toSorted()
          .at(-1) ?? '',
      value: isRatio
        ? above === null || isOver
          ? null
          : above / under
        : above === null || came === null
          ? null
          : above - came,
      numerator: isRatio ? above : null,
      denominator: isRatio ? under : null,
      waiting: (upper?.waiting ?? 0) + (lower?.waiting ?? 0),
      records: (upper?.records ?? 0) + (isRatio ? 0 : (lower?.records ?? 0)),
      low: null,
      high: null,
      target: null,
      broken: null,
      wording: 'the beginning',
      status: statuses[Math.max(...of.map(({ status }) => statuses.indexOf(status)))] ?? 'complete',
    };
  });
}
