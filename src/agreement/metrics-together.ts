import type { Metric } from '../values/agreement.ts';
import type { Breakdown } from '../values/breakdown.ts';
import type { Day } from '../values/period.ts';
import { compareText } from './compare-text.ts';
import { circles } from './circles.ts';
import { clausesAskedFor } from './files/clauses.ts';
import { checkMoves } from './files/moves.ts';
import { checkPlans } from './files/plans.ts';
import { readMetric, type MetricFile } from './files/metric.ts';
import { readOfTwo } from './files/of-two.ts';
import { isOfTwo, saidPartsOf } from './files/parts-of-two.ts';
import type { World } from './files/world.ts';
import { missingInBreakdown, missingOf, type Reading } from './missing.ts';
import { needsOf } from './needs.ts';
import { fault, known, warning } from './report.ts';
import { sealOf } from './seal.ts';

/** Whether the company has the definition and does not count it. */
export const isSwitchedOff = ({ said }: MetricFile): boolean => said.counted === false;

/** Reads the metrics, by slug. Those that are made of others are read after the others. */
export function readMetrics(files: readonly MetricFile[], world: World): Metric[] {
  const plain = files.filter((file) => !isOfTwo(file)).flatMap((file) => readMetric(file, world) ?? []);
  const metrics = [...plain];
  for (const file of partsFirst(files.filter(isOfTwo))) metrics.push(...[readOfTwo(file, metrics, world) ?? []].flat());
  checkPairs(files, world.slugs);
  checkHeadlines(files);
  checkPlans(files, metrics);
  checkMoves(files, metrics, world);
  return metrics.toSorted((one, other) => compareText(one.slug, other.slug));
}

/** In an order in which each comes after those that it is made of. Those that are made of themselves are told of, and left out. */
function partsFirst(files: readonly MetricFile[]): MetricFile[] {
  const bySlug = new Map(files.map((file) => [file.slug, file]));
  const uses = new Map(files.map((file) => [file.slug, new Set(saidPartsOf(file))]));
  const round = circles(uses);
  for (const circle of round) {
    const file = bySlug.get(circle[0] ?? '');
    if (file) fault(file, [], madeOfItself(circle), 'make one of them of other metrics');
  }
  const passed = new Set(round.flat());
  const inOrder: MetricFile[] = [];
  const visit = (slug: string): void => {
    const file = bySlug.get(slug);
    if (!file || passed.has(slug)) return;
    passed.add(slug);
    for (const part of uses.get(slug) ?? []) visit(part);
    inOrder.push(file);
  };
  for (const { slug } of files) visit(slug);
  return inOrder;
}

const madeOfItself = (circle: readonly string[]): string =>
  `it is made of itself: ${[...circle, circle[0]].map((slug) => `"${slug}"`).join(' is made of ')}`;

/**
 * The metrics as they are once all is read: with what their terms need, their seals, whether the signatures hold, and what no source fills.
 * A breakdown that no source fills is left out, with a warning: the whole is still counted.
 */
export function completed(
  metrics: readonly Metric[],
  files: readonly MetricFile[],
  beside: Omit<Reading, 'metrics'>,
): Metric[] {
  const needing = metrics.map((metric) => ({ ...metric, needs: needsOf(metric, beside.terms) }));
  const reading = { ...beside, metrics: needing };
  return needing.map((metric) => {
    const seal = sealOf(metric, reading);
    const earlier = earlierSeals(metric, reading);
    const signatures = metric.signatures.map((signature) => ({
      ...signature,
      holds: signature.seal === seal,
      heldUntil: signature.seal === seal ? null : (earlier.get(signature.seal) ?? null),
    }));
    const file = files.find(({ slug }) => slug === metric.slug);
    const missing = missingOf(metric, reading);
    const filled =
      file && !isSwitchedOff(file) && missing.length === 0 ? withoutUnfilled(metric, file, reading) : metric;
    return { ...filled, seal, signatures, missing };
  });
}

/**
 * The seals that the definition had before its newest wordings were written, each with the last day of what it sealed: who agreed then has
 * agreed to how those days are judged.
 */
function earlierSeals(metric: Metric, reading: Reading): Map<string, Day> {
  const [, ...earlier] = metric.wordings;
  return new Map(
    earlier.flatMap((wording, index): [string, Day][] => {
      if (wording.until === null) return [];
      const then: Metric['wordings'] = [{ ...wording, until: null }, ...earlier.slice(index + 1)];
      return [[sealOf({ ...metric, wordings: then }, reading), wording.until]];
    }),
  );
}

/** The metric without the breakdowns that no source fills, and without the pause that asks for one of them. */
function withoutUnfilled(metric: Metric, file: MetricFile, reading: Reading): Metric {
  const [{ kind }] = metric.wordings;
  const breakdowns = metric.breakdowns.filter((breakdown) => {
    const missing = missingInBreakdown(breakdown, kind, reading);
    const { dimension } = breakdown;
    const said = file.said['break down by'];
    const at = Array.isArray(said) ? said.findIndex((written) => isFrom(written, breakdown)) : dimension;
    const says = `"${dimension}" is not shown: no source fills ${missing.join(', ')}`;
    if (missing.length > 0) warning(file, ['break down by', at], says, 'map it in data/sources, or leave it away');
    return missing.length === 0;
  });
  const { promise } = metric;
  const pauses = breakdowns.some(({ dimension }) => dimension === promise?.pause?.dimension);
  return { ...metric, breakdowns, promise: promise && { ...promise, pause: pauses ? promise.pause : null } };
}

/** Whether an entry of a list gave a breakdown. */
function isFrom(written: string, { dimension, clauseOf }: Breakdown): boolean {
  return clauseOf === null ? written.endsWith(dimension) : clausesAskedFor(written) !== null;
}

/** Whatever is paired is paired with another metric that there is. */
function checkPairs(files: readonly MetricFile[], slugs: readonly string[]): void {
  for (const file of files) {
    const { slug, said } = file;
    const pair = said['paired with'];
    if (pair === slug) {
      fault(file, ['paired with'], 'a metric cannot be paired with itself', 'name another one');
    } else if (pair !== undefined) known(file, ['paired with'], 'metric', pair, slugs);
  }
}

/** Each place on the headline page is taken once. */
function checkHeadlines(files: readonly MetricFile[]): void {
  const taken = new Map<number, string>();
  for (const file of files) {
    const { slug, said } = file;
    if (said.headline === undefined || isSwitchedOff(file)) continue;
    const other = taken.get(said.headline);
    const says = `"${other ?? ''}" has place ${said.headline} already`;
    if (other !== undefined) fault(file, ['headline'], says, 'give one of them another place');
    taken.set(said.headline, slug);
  }
}
