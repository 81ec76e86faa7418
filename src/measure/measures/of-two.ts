/** Values that are made of two metrics' values, for each period and member that either has. */
import type { Measure } from '../../values/agreement.ts';
import type { Period } from '../../values/period.ts';
import type { MetricValue, ValueStatus } from '../../values/value.ts';

const statuses: readonly ValueStatus[] = ['complete', 'maturing', 'waiting', 'so far', 'ahead'];

/** What two sums come to; not known where one of them is not. */
type Combine = (upper: number | null, lower: number | null) => Pick<MetricValue, 'value' | 'numerator' | 'denominator'>;

/** Sum over sum. Nothing over zero is not known. */
export const divided: Combine = (numerator, denominator) => ({
  value: numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
});

/** The same over what is still to come: nothing is for each of what has come already. */
const dividedByRest: Combine = (numerator, denominator) => ({
  ...divided(numerator, denominator),
  ...(denominator !== null && denominator <= 0 ? { value: null } : {}),
});

const taken: Combine = (upper, lower) => ({
  value: upper === null || lower === null ? null : upper - lower,
  numerator: null,
  denominator: null,
});

/** How two values of a measure of two metrics make one. */
export function combining(measure: Measure): Combine {
  if (measure.measure === 'difference') return taken;
  return measure.measure === 'ratio' && measure.perIs === 'remaining' ? dividedByRest : divided;
}

/** One of the two metrics. */
export interface Part {
  readonly values: readonly MetricValue[];
  /** Its value where it has no records: 0 or not known. */
  readonly empty: number | null;
}

/** What one of the two lacks is nothing where it adds up, and not known elsewhere. Records are those above the line, or of a difference those of both. */
export function valuesOfTwo(
  slug: string,
  measure: Measure,
  [upper, lower]: readonly [Part, Part],
  wordingOf: (period: Period) => string | null,
): MetricValue[] {
  const combine = combining(measure);
  const below = new Map(lower.values.map((value) => [keyOf(value), value]));
  const above = new Map(upper.values.map((value) => [keyOf(value), value]));
  const keys = new Set([...above.keys(), ...below.keys()]);
  return [...keys].flatMap((key) => {
    const [top, bottom] = [above.get(key), below.get(key)];
    const either = top ?? bottom;
    if (!either) return [];
    const { grain, period, dimension, member } = either;
    const days = { from: earlier(top, bottom, either), to: later(top, bottom, either) };
    return [
      {
        metric: slug,
        grain,
        period,
        ...days,
        dimension,
        member,
        ...combine(top ? top.value : upper.empty, bottom ? bottom.value : lower.empty),
        waiting: (top?.waiting ?? 0) + (bottom?.waiting ?? 0),
        records: (top?.records ?? 0) + (measure.measure === 'difference' ? (bottom?.records ?? 0) : 0),
        low: null,
        high: null,
        target: null,
        broken: null,
        wording: wordingOf({ grain, name: period, ...days }),
        status: worse(top, bottom),
      },
    ];
  });
}

type Maybe = MetricValue | undefined;

const keyOf = ({ grain, period, dimension, member }: MetricValue): string =>
  JSON.stringify([grain, period, dimension, member]);

/** All time may begin and end on other days in the two. */
const earlier = (top: Maybe, bottom: Maybe, either: MetricValue): string =>
  [top?.from, bottom?.from].reduce<string>(
    (least, day) => (day !== undefined && day < least ? day : least),
    either.from,
  );

const later = (top: Maybe, bottom: Maybe, either: MetricValue): string =>
  [top?.to, bottom?.to].reduce<string>((most, day) => (day !== undefined && day > most ? day : most), either.to);

const worse = (top: Maybe, bottom: Maybe): ValueStatus =>
  statuses[Math.max(statuses.indexOf(top?.status ?? 'complete'), statuses.indexOf(bottom?.status ?? 'complete'))] ??
  'complete';
