import type { Metric, Term } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { compareText } from './compare-text.ts';
import { readMetric, type MetricFile } from './files/metric.ts';
import { readRatio } from './files/ratio.ts';
import type { World } from './files/world.ts';
import { missingOf } from './missing.ts';
import { fault, known } from './report.ts';
import { sealOf } from './seal.ts';

/** Reads the metrics, by slug. Those that are made of others are read after the others. `slugs` are those of all files. */
export function readMetrics(files: readonly MetricFile[], slugs: readonly string[], world: World): Metric[] {
  const ratios = files.filter(({ said }) => said['ratio of'] !== undefined);
  const plain = files.filter((file) => !ratios.includes(file)).flatMap((file) => readMetric(file, world) ?? []);
  const metrics = [...plain, ...ratios.flatMap((file) => readRatio(file, plain, slugs, world) ?? [])];
  checkPairs(files, slugs);
  checkHeadlines(files);
  return metrics.toSorted((one, other) => compareText(one.slug, other.slug));
}

/** The metrics with their seals, whether the signatures hold, and what no source fills. */
export function sealed(metrics: readonly Metric[], terms: readonly Term[], catalogue: Catalogue): Metric[] {
  return metrics.map((metric) => {
    const seal = sealOf(metric, { terms, metrics, catalogue });
    const signatures = metric.signatures.map((signature) => ({ ...signature, holds: signature.seal === seal }));
    return { ...metric, seal, signatures, missing: missingOf(metric, metrics, terms, catalogue) };
  });
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
    if (said.headline === undefined) continue;
    const other = taken.get(said.headline);
    const says = `"${other ?? ''}" has place ${said.headline} already`;
    if (other !== undefined) fault(file, ['headline'], says, 'give one of them another place');
    taken.set(said.headline, slug);
  }
}
