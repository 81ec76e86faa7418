import type { Metric } from '../../values/agreement.ts';
import type { MadeMeasure } from '../../values/made-of.ts';
import type { Speaking } from '../read-conditions.ts';
import { fault, keyFault, known } from '../report.ts';
import type { MetricFile } from './metric.ts';
import type { SaidMetric } from './metric-schema.ts';

/** The two metrics that one is made of, and how. */
export interface Parts {
  readonly upper: Metric;
  readonly lower: Metric;
  readonly measure: MadeMeasure;
}

/** A part as a file names it. */
interface SaidPart {
  readonly key: 'ratio of' | 'per' | 'difference of' | 'less';
  readonly slug: string;
}

type Ratio = Extract<MadeMeasure, { measure: 'ratio' }>;

/** What may stand under the line, by the words before the metric's name; the longest first. */
const unders: readonly (readonly [words: string, perIs: Ratio['perIs']])[] = [
  ['the rest of the target of ', 'remaining'],
  ['the target of ', 'target'],
  ['', 'value'],
];

function underLine(said: string): { readonly slug: string; readonly perIs: Ratio['perIs'] } {
  const [words, perIs] = unders.find(([before]) => said.toLowerCase().startsWith(before)) ?? ['', 'value'];
  return { slug: said.slice(words.length).trim(), perIs };
}

/** Whether a file's metric is made of two others. */
export const isOfTwo = ({ said }: MetricFile): boolean =>
  said['ratio of'] !== undefined || said['difference of'] !== undefined;

/** The slugs that a file says its metric is made of. */
export function saidPartsOf({ said }: MetricFile): string[] {
  const { per } = said;
  return [said['ratio of'], per === undefined ? per : underLine(per).slug, said['difference of'], said.less].filter(
    (slug) => slug !== undefined,
  );
}

/** The two metrics that are named, among those that were read before; null where one of them is not there, or can't be a part. */
export function partsOf(
  speaking: Speaking,
  said: SaidMetric,
  metrics: readonly Metric[],
  slugs: readonly string[],
): Parts | null {
  const read = said['ratio of'] === undefined ? differenceIn(speaking, said) : ratioIn(speaking, said);
  if (!read) return null;
  const [upper, lower] = [read.upper, read.lower].map(({ key, slug }) =>
    known(speaking, [key], 'metric', slug, slugs) ? (metrics.find((metric) => metric.slug === slug) ?? null) : null,
  );
  if (!upper || !lower) return null;
  const { measure } = read;
  if ((upper.finest === 'all') !== (lower.finest === 'all'))
    fault(speaking, [read.lower.key], 'one of the two has one value for all time, the other one for each period');
  if (measure.measure === 'ratio') checkRatio(speaking, upper, lower, measure);
  return { upper, lower, measure };
}

interface Named {
  readonly upper: SaidPart;
  readonly lower: SaidPart;
  readonly measure: MadeMeasure;
}

function ratioIn(speaking: Speaking, { 'ratio of': of = '', per, ...said }: SaidMetric): Named | null {
  for (const key of ['difference of', 'less'] as const)
    if (said[key] !== undefined) keyFault(speaking, [key], `"${key}:" does not go with "ratio of:"`);
  if (per === undefined) {
    fault(speaking, ['per'], '"per:" is missing', 'a ratio is of one metric per another');
    return null;
  }
  const { slug, perIs } = underLine(per);
  return {
    upper: { key: 'ratio of', slug: of },
    lower: { key: 'per', slug },
    measure: { measure: 'ratio', of, per: slug, perIs },
  };
}

function differenceIn(speaking: Speaking, { 'difference of': of = '', less, per }: SaidMetric): Named | null {
  if (per !== undefined) keyFault(speaking, ['per'], '"per:" goes with "ratio of:" only', 'write "less:"');
  if (less === undefined) {
    fault(speaking, ['less'], '"less:" is missing', 'a difference is one metric less another');
    return null;
  }
  return {
    upper: { key: 'difference of', slug: of },
    lower: { key: 'less', slug: less },
    measure: { measure: 'difference', of, less },
  };
}

/** A ratio is of sums. What is below the line by its target has one. */
function checkRatio(speaking: Speaking, upper: Metric, lower: Metric, { perIs }: Ratio): void {
  for (const [key, part] of [['ratio of', upper] as const, ['per', lower] as const]) {
    if (!part.adds.members) fault(speaking, [key], `"${part.slug}" is neither a count nor a sum`, 'a ratio is of sums');
  }
  if (perIs !== 'value' && lower.wordings[0].target === null)
    fault(speaking, ['per'], `"${lower.slug}" has no target`, 'name a metric that has one');
}
