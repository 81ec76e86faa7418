/** The bridge of a balance: for each period what it was, what each movement came to, and what it is. */
import type { Bridge, BridgePeriod } from '../values/bridge.ts';
import type { Metric } from '../values/agreement.ts';
import type { MetricValue } from '../values/value.ts';

/** A metric with its values, members in the order in which they are told. */
export interface Valued {
  readonly metric: Metric;
  readonly values: readonly MetricValue[];
}

/** A bridge for each metric that moves a balance, of those that could be counted. */
export function bridgesOf(metrics: readonly Valued[]): Bridge[] {
  return metrics.flatMap((moving) => {
    const balance = metrics.find(({ metric }) => metric.slug === moving.metric.moves);
    return balance && balance.values.length > 0 && moving.values.length > 0 ? [bridgeOf(moving, balance)] : [];
  });
}

/**
 * Opening + movements = closing, for each period of the balance but all time; what remains is said by itself. Before its first period a balance
 * was nothing; in a period without a value of its own a movement came to nothing.
 */
function bridgeOf(moving: Valued, balance: Valued): Bridge {
  const dimension = moving.metric.breakdowns[0]?.dimension ?? '';
  const parts = moving.values.filter((value) => value.dimension === dimension);
  const movements = [...new Set(parts.map(({ member }) => member))];
  const moved = new Map(parts.map((value) => [keyOf(value, value.member), value.value]));
  const wholes = balance.values.filter(
    ({ dimension: of, grain }) => of === '' && grain !== 'all' && grain !== 'undated',
  );
  const byGrain = [...Map.groupBy(wholes, ({ grain }) => grain).values()];
  const periods = byGrain.flatMap((values) =>
    values
      .toSorted((one, other) => (one.from < other.from ? -1 : 1))
      .map((closing, index, all) =>
        periodOf(
          closing,
          index === 0 ? 0 : (all[index - 1]?.value ?? null),
          movements.map(
            (member) => moved.get(keyOf(closing, member)) ?? (moved.has(keyOf(closing, member)) ? null : 0),
          ),
        ),
      ),
  );
  return { metric: moving.metric.slug, balance: balance.metric.slug, unit: balance.metric.unit, movements, periods };
}

const keyOf = ({ grain, period }: Pick<MetricValue, 'grain' | 'period'>, member: string): string =>
  JSON.stringify([grain, period, member]);

function periodOf(
  { grain, period, from, to, value: closing, status }: MetricValue,
  opening: number | null,
  moved: readonly (number | null)[],
): BridgePeriod {
  const explained = [opening, ...moved].reduce<number | null>(
    (sum, one) => (sum === null || one === null ? null : sum + one),
    0,
  );
  const notExplained = explained === null || closing === null ? null : closing - explained;
  return { grain, period, from, to, opening, moved, notExplained, closing, status };
}
