/** What stands under the line of a ratio that is not per a metric's value: its target, or what of that is still to come. */
import type { Part } from './of-two.ts';
import type { Measure } from '../../values/agreement.ts';
import type { MetricValue } from '../../values/value.ts';

/** What was agreed for the period of a value of a metric; null: nothing, or it is not known. */
export type TargetIn = (metric: string, value: MetricValue) => number | null;

/** The two parts of a measure, the lower one as it is asked for. A target is for the whole of any period that either has. */
export function againstTarget(
  measure: Measure,
  [upper, lower]: readonly [Part, Part],
  targetIn: TargetIn,
): readonly [Part, Part] {
  if (measure.measure !== 'ratio' || measure.perIs === 'value') return [upper, lower];
  const { per, perIs } = measure;
  const came = new Map(lower.values.filter(isWhole).map((value) => [keyOf(value), value]));
  const whole = upper.values.filter(isWhole);
  const under = whole.map((value): MetricValue => {
    const found = came.get(keyOf(value));
    const sofar = found ? found.value : lower.empty;
    const target = targetIn(per, value);
    const rest = target === null || sofar === null ? null : target - sofar;
    return { ...(found ?? { ...value, waiting: 0 }), value: perIs === 'target' ? target : rest };
  });
  return [
    { ...upper, values: whole },
    { values: under, empty: null },
  ];
}

const isWhole = ({ dimension }: MetricValue): boolean => dimension === '';

const keyOf = ({ grain, period }: MetricValue): string => `${grain} ${period}`;
