import { bridgesOf, type Valued } from './bridge.ts';
import { majorOf, minorDigits } from './major-units.ts';
import type { Bridge } from '../values/bridge.ts';
import type { Metric } from '../values/agreement.ts';
import type { Problem } from '../values/problem.ts';
import type { MetricValue } from '../values/value.ts';

/** A warning for each metric that moves a balance and leaves something of it unexplained: how much, and in which period first. */
export function bridgeGaps(metrics: readonly Metric[], values: readonly MetricValue[]): Problem[] {
  const byMetric = Map.groupBy(values, ({ metric }) => metric);
  const valued = metrics.map((metric): Valued => ({ metric, values: byMetric.get(metric.slug) ?? [] }));
  return bridgesOf(valued).flatMap((bridge) => {
    const moving = metrics.find(({ slug }) => slug === bridge.metric);
    return moving ? gapOf(bridge, moving) : [];
  });
}

/** Of the first grain that has one: shorter periods tell best where to look. */
function gapOf({ balance, periods, unit }: Bridge, moving: Metric): Problem[] {
  const gaps = periods.filter(({ notExplained }) => notExplained !== null && notExplained !== 0);
  const [first] = gaps;
  if (!first) return [];
  const others = gaps.filter(({ grain }) => grain === first.grain).length - 1;
  const further =
    others === 0 ? '' : `, and something in ${others} more ${others === 1 ? first.grain : `${first.grain}s`}`;
  const says = `"${moving.slug}" leaves ${amountIn(first.notExplained ?? 0, unit)} of "${balance}" not explained in ${first.period}${further}`;
  const fix =
    unit.unit === 'money' && moving.rateOn === null
      ? 'write "rate on:" with the moment by which the balance takes its rate, such as "its opportunity\'s created"'
      : 'both must count the same records: look for changes that no row of the history tells';
  return [{ ...moving.at, level: 'warning', says, fix }];
}

function amountIn(amount: number, unit: Metric['unit']): string {
  if (unit.unit !== 'money') return amount.toLocaleString('en');
  const digits = minorDigits(unit.currency);
  const major = majorOf(amount, unit.currency);
  return `${major.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit.currency}`;
}
