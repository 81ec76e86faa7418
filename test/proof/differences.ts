import type { CaseRun } from '../cases/run-case.ts';
import type { MetricValue } from '../../src/values/value.ts';
import { addressOf, type PlainValue, type PlainValues } from './plain-tally.ts';

type Numbers = Pick<MetricValue, 'value' | 'numerator' | 'denominator' | 'waiting' | 'records'>;

/** What a period without records has. */
const nothing: Readonly<Record<string, Numbers>> = {
  count: { value: 0, numerator: null, denominator: null, waiting: 0, records: 0 },
  sum: { value: 0, numerator: null, denominator: null, waiting: 0, records: 0 },
  share: { value: null, numerator: 0, denominator: 0, waiting: 0, records: 0 },
  conversion: { value: null, numerator: 0, denominator: 0, waiting: 0, records: 0 },
  average: { value: null, numerator: null, denominator: null, waiting: 0, records: 0 },
  ratio: { value: null, numerator: 0, denominator: 0, waiting: 0, records: 0 },
};

function say({ value, numerator, denominator, waiting, records }: Numbers): string {
  return `${value} = ${numerator} / ${denominator}, ${waiting} waiting, ${records} records`;
}

/** Equal: whole numbers exactly, others to 1e-9. */
function isSame(one: Numbers, other: Numbers): boolean {
  const isNear =
    one.value === null || other.value === null || Number.isInteger(other.value)
      ? one.value === other.value
      : Math.abs(one.value - other.value) <= 1e-9;
  return isNear && say({ ...one, value: null }) === say({ ...other, value: null });
}

/** Every place where what was published of a metric and the plain count differ, in words, with the first records counted plainly. */
export function differences(run: CaseRun, plain: PlainValues, slug: string): string[] {
  const measure = run.company.agreement.metrics.find((metric) => metric.slug === slug)!.wordings[0].measure.measure;
  const left = new Map<string, PlainValue>([...plain].filter(([address]) => address.startsWith(`${slug} | `)));
  const found: string[] = [];
  for (const value of run.values.filter(({ metric }) => metric === slug)) {
    const address = addressOf(slug, value.period, value.dimension, value.member);
    const expected = left.get(address);
    left.delete(address);
    if (isSame(value, expected ?? nothing[measure]!)) continue;
    const keys = expected ? `: ${expected.keys.slice(0, 5).join(', ')}` : '';
    found.push(`${address}: published ${say(value)}; plainly ${expected ? say(expected) : 'nothing'}${keys}`);
  }
  for (const [address, expected] of left) found.push(`${address}: not published; plainly ${say(expected)}`);
  return found;
}
