import type { Metric } from '../../values/agreement.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import { grains } from '../../values/period.ts';
import type { FieldPath } from '../../values/tree.ts';
import { isAboutBroken, readAt, type Speaking } from '../read-conditions.ts';
import { fault, known, warning } from '../report.ts';
import { readPath } from '../slots/paths.ts';
import { isUnnamedValue } from './fields.ts';
import type { MetricFile } from './metric.ts';
import type { SaidMetric } from './metric-schema.ts';
import type { World } from './world.ts';

/** Reads the moment whose day tells the rate for a metric's amounts. */
export function readRateOn(speaking: Speaking, { 'rate on': said }: SaidMetric, kind: RecordKind): FieldPath | null {
  if (said === undefined || isUnnamedValue(speaking, ['rate on'], said, kind)) return null;
  const read = readAt(speaking, ['rate on'], said, kind, readPath);
  if (!read || read.type.is === 'moment') return read;
  if (!isAboutBroken(speaking.names, said)) fault(speaking, ['rate on'], `"${said}" is not a moment`);
  return null;
}

/** Checks each metric that moves a balance: it adds up what changes by a moment, and the balance is a sum of the same as of periods' ends. */
export function checkMoves(files: readonly MetricFile[], metrics: readonly Metric[], { slugs, names }: World): void {
  for (const file of files) {
    const { moves } = file.said;
    if (moves === undefined || !known(file, ['moves'], 'metric', moves, slugs)) continue;
    const moving = metrics.find(({ slug }) => slug === file.slug);
    const balance = metrics.find(({ slug }) => slug === moves);
    const misfit =
      (moving && misfitOf(moving)) ?? (balance && misfitOfBalance(balance)) ?? togetherMisfit(moving, balance);
    if (misfit) fault(file, ['moves'], ...misfit);
    else if (moving && file.said['rate on'] === undefined && isInCurrencies(moving, names))
      warning(file, ['moves'], ...withoutRate);
  }
}

/** Whether it may sum up amounts of several currencies. */
function isInCurrencies({ unit }: Metric, { currencies }: World['names']): boolean {
  return unit.unit === 'money' && (currencies === null || currencies.length > 1);
}

const withoutRate = [
  'without "rate on:" a change has the rate of its own day, and the balance that of each opening: what lies between is explained by nothing',
  'write "rate on:" with the moment that the balance goes by, such as "its opportunity\'s created"',
] as const;

type Misfit = readonly [says: string, fix: string];

const isSum = ({ wordings: [{ measure }] }: Metric): boolean => measure.measure === 'sum';

function misfitOf(moving: Metric): Misfit | null {
  if (!isSum(moving) || moving.by === null || moving.running !== null)
    return [
      'only a sum by a moment moves a balance',
      'write "sum of:" what each record changes, and "by:" when it does',
    ];
  const [first] = moving.breakdowns;
  return first && first.credit === null ? null : ['its first breakdown says what moved', 'add "break down by:"'];
}

function misfitOfBalance({ slug, asOf, ...balance }: Metric): Misfit | null {
  return isSum({ slug, asOf, ...balance }) && asOf === 'period end'
    ? null
    : [`"${slug}" is no balance`, 'name a metric with "sum of:" and "as of: period end"'];
}

function togetherMisfit(moving: Metric | undefined, balance: Metric | undefined): Misfit | null {
  if (!moving || !balance) return null;
  if (moving.unit.unit !== balance.unit.unit)
    return [`"${balance.slug}" is counted in something else`, 'sum up changes of what the balance sums up'];
  return grains.indexOf(moving.finest) > grains.indexOf(balance.finest)
    ? [`"${balance.slug}" is counted by the ${balance.finest}`, `write "finest: ${balance.finest}"`]
    : null;
}
