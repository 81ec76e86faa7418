import { usualOf, type Series } from '../story/usual.ts';
import type { Grain } from '../values/period.ts';
import type { MetricValue } from '../values/value.ts';

/** A table's column that says which periods left the usual range: none where none did. */
export function usualColumns(
  series: Series,
  grain: Grain,
): { readonly name: string; say(value: MetricValue): string }[] {
  const { signals, points } = usualOf(series, grain);
  const judged = new Set(points.map(({ period }) => period));
  const signalOf = new Map(signals.map((signal) => [signal.period, signal]));
  const say = ({ period }: MetricValue): string => {
    const signal = signalOf.get(period);
    if (!signal) return judged.has(period) ? 'within' : '–';
    return signal.rules.includes('outside') ? signal.side : `${signal.run} in a row ${signal.side} its middle`;
  };
  return signals.length > 0 ? [{ name: 'Usual range', say }] : [];
}
