import type { Metric, MetricUnit, Wording } from '../../values/agreement.ts';
import type { Breakdown } from '../../values/breakdown.ts';
import type { Speaking } from '../read-conditions.ts';
import { fault, known } from '../report.ts';
import { betterOf } from './better.ts';
import { readCommon, withPause, type MetricFile } from './metric.ts';
import { readTargets } from './targets.ts';
import { finestOf } from './when-counted.ts';
import type { World } from './world.ts';

/** Reads a metric that is one metric per another: two of those that were read before. */
export function readRatio(file: MetricFile, metrics: readonly Metric[], world: World): Metric | null {
  const { said } = file;
  const speaking: Speaking = { ...file, names: world.names };
  const common = readCommon(file, world);
  checkKeys(speaking, file);
  const upper = partOf(speaking, 'ratio of', said['ratio of'], metrics, world.slugs);
  const lower = partOf(speaking, 'per', said.per, metrics, world.slugs);
  if (!upper || !lower) return null;
  if ((upper.finest === 'all') !== (lower.finest === 'all'))
    fault(speaking, ['per'], 'one of the two has one value for all time, the other one for each period');
  const when = { by: upper.by, asOf: upper.asOf, running: upper.running };
  const unit = unitOf(upper.unit, lower.unit);
  const wording = wordingOf(speaking, file, [upper, lower], unit, world);
  const metric: Metric = {
    ...common,
    ...when,
    adds: { periods: false, members: false },
    needs: [],
    finest: finestOf(speaking, { ...said, finest: said.finest ?? upper.finest }, when, null),
    breakdowns: breakdownsOf(speaking, file, upper, lower),
    unit,
    better: betterOf(speaking, said, wording.target),
    wordings: [wording],
    words: {
      says: said.says ?? `${said.title}: {value} in {period}`,
      measured: said.measured ?? `${upper.title}, for each of: ${lower.title}`,
      move: said.move ?? null,
    },
  };
  return withPause(speaking, said, metric);
}

function wordingOf(
  speaking: Speaking,
  { said }: MetricFile,
  [upper, lower]: readonly [Metric, Metric],
  unit: MetricUnit,
  world: World,
): Wording {
  const [{ term, kind }] = upper.wordings;
  const targets = readTargets(
    speaking,
    { value: said.target, path: ['target'] },
    { value: said.broken, path: ['broken'] },
    { unit, target: 'plain', spreads: false, runsFor: null },
    world,
  );
  return {
    ...targets,
    from: null,
    until: null,
    measure: { measure: 'ratio', of: upper.slug, per: lower.slug, perIs: 'value' },
    term,
    kind,
    keptWhen: [],
    instead: [],
    exceptWhen: [],
  };
}

/** Keys that a ratio leaves to its two metrics. */
const ofItsParts = [
  'by',
  'as of',
  'running',
  'needs',
  'kept when',
  'instead for',
  'counted in',
  'except when',
  'within',
  'percentile',
  'history',
] as const;

function checkKeys(speaking: Speaking, { said }: MetricFile): void {
  for (const key of ofItsParts) {
    if (said[key] !== undefined)
      fault(speaking, [key], `"${key}:" does not go with "ratio of:"`, 'say it in its two metrics');
  }
}

function partOf(
  speaking: Speaking,
  key: 'ratio of' | 'per',
  slug: string | undefined,
  metrics: readonly Metric[],
  slugs: readonly string[],
): Metric | null {
  if (slug === undefined) {
    fault(speaking, [key], `"${key}:" is missing`, 'a ratio is of one metric per another');
    return null;
  }
  if (!known(speaking, [key], 'metric', slug, slugs)) return null;
  const part = metrics.find((metric) => metric.slug === slug) ?? null;
  if (part && !['count', 'sum'].includes(part.wordings[0].measure.measure))
    fault(speaking, [key], `"${slug}" is neither a count nor a sum`, 'a ratio is of sums');
  return part;
}

function unitOf(upper: MetricUnit, lower: MetricUnit): MetricUnit {
  if (upper.unit === lower.unit) return { unit: 'times' };
  return upper.unit === 'money' || upper.unit === 'duration' ? upper : { unit: 'number' };
}

/** A ratio is broken down by what both of its metrics are broken down by, under the same name. */
function breakdownsOf(speaking: Speaking, { said }: MetricFile, upper: Metric, lower: Metric): Breakdown[] {
  const wanted = said['break down by'];
  if (wanted === undefined) return [];
  if (!Array.isArray(wanted)) {
    fault(speaking, ['break down by'], 'a ratio takes the dimensions of its metrics', 'write their names in a list');
    return [];
  }
  return wanted.flatMap((dimension, index) => {
    const lacking = [upper, lower].find((part) => !part.breakdowns.some((one) => one.dimension === dimension));
    if (lacking)
      fault(
        speaking,
        ['break down by', index],
        `"${lacking.slug}" is not broken down by "${dimension}"`,
        'add it there',
      );
    return upper.breakdowns.filter((one) => one.dimension === dimension && !lacking);
  });
}
