/**
 * Which metrics read which: the two that one is made of, those whose results its sentences name, the plan that a target follows, and what that
 * is divided by and times.
 */
import type { Metric } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { madeOf } from '../values/made-of.ts';
import { circles, type UsesByName } from './circles.ts';
import { definitionsIn, type Defined } from './references.ts';

/** What tells which definitions a metric uses. */
export interface Vocabulary extends Defined {
  readonly catalogue: Catalogue;
}

/** Slugs of metrics of which something reads what they came to, and of those whose targets it reads. */
interface Reads {
  readonly values: readonly string[];
  readonly targets: readonly string[];
}

/** The slugs of all metrics that a metric reads itself, for its values and for its targets; what those read is for the caller to follow. */
export function metricsReadBy(metric: Metric, beside: Vocabulary): ReadonlySet<string> {
  const reads = [readForValues(metric, beside), readForTargets(metric)];
  return new Set(reads.flatMap(({ values, targets }) => [...values, ...targets]));
}

/** The metrics whose results a metric's own definition names, itself or through terms and figures. */
export function resultsReadBy({ by, rateOn, wordings, breakdowns }: Metric, beside: Vocabulary): string[] {
  const own = [by, rateOn, wordings, breakdowns];
  return [...definitionsIn(own, beside, beside.catalogue).results];
}

/** The slugs of the metrics of which a metric's values read what they came to. */
export const valuesReadBy = (metric: Metric, beside: Vocabulary): readonly string[] =>
  readForValues(metric, beside).values;

function readForValues(metric: Metric, beside: Vocabulary): Reads {
  const [{ measure }] = metric.wordings;
  const results = resultsReadBy(metric, beside);
  const [upper, lower] = madeOf(measure) ?? [];
  if (upper === undefined || lower === undefined) return { values: results, targets: [] };
  const perIs = measure.measure === 'ratio' ? measure.perIs : 'value';
  return {
    values: [...results, upper, ...(perIs === 'target' ? [] : [lower])],
    targets: perIs === 'value' ? [] : [lower],
  };
}

function readForTargets({ wordings }: Metric): Reads {
  const derived = wordings.flatMap(({ target }) => (target?.level.level === 'derived' ? [target.level] : []));
  return {
    values: derived.flatMap(({ dividedBy, times }) => [...dividedBy, ...times]),
    targets: derived.map(({ plan }) => plan),
  };
}

const valueOf = (slug: string): string => `value of ${slug}`;
const targetOf = (slug: string): string => `target of ${slug}`;

/** What the values and the targets of each metric read, each by its own name: a target may follow values that do not follow it. */
function needs(metrics: readonly Metric[], beside: Vocabulary): UsesByName {
  const names = ({ values, targets }: Reads): Set<string> =>
    new Set([...values.map(valueOf), ...targets.map(targetOf)]);
  return new Map(
    metrics.flatMap((metric) => [
      [valueOf(metric.slug), names(readForValues(metric, beside))] as const,
      [targetOf(metric.slug), names(readForTargets(metric))] as const,
    ]),
  );
}

/** The metrics in an order in which each comes after all that it reads. */
export function inOrderOfNeed(metrics: readonly Metric[], beside: Vocabulary): Metric[] {
  const uses = needs(metrics, beside);
  const passed = new Set<string>();
  const visit = (name: string): void => {
    if (passed.has(name)) return;
    passed.add(name);
    for (const used of uses.get(name) ?? []) visit(used);
    order.push(name);
  };
  const order: string[] = [];
  for (const name of uses.keys()) visit(name);
  const bySlug = new Map(metrics.map((metric) => [valueOf(metric.slug), metric]));
  return order.flatMap((name) => bySlug.get(name) ?? []);
}

/** Metrics that come to what they come to by themselves: each circle by its slugs, once. Targets that only follow targets are told elsewhere. */
export function circlesOfMetrics(metrics: readonly Metric[], beside: Vocabulary): string[][] {
  const isValue = (name: string): boolean => name.startsWith(valueOf(''));
  return circles(needs(metrics, beside))
    .filter((circle) => circle.some(isValue))
    .map((circle) => circle.map((name) => name.replace(/^(?:value|target) of /, '')))
    .map((circle) => circle.filter((slug, index) => slug !== circle[index - 1]));
}
