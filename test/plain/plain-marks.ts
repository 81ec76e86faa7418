/** Marks: what a value is called under every way in which its waiting records may still come out. */
import { wordingOn, type PlainValue } from './plain-series.ts';
import type { Metric } from '../../src/values/agreement.ts';
import type { Mark } from '../../src/values/value.ts';

type Judged = Pick<
  PlainValue,
  'value' | 'numerator' | 'denominator' | 'waiting' | 'records' | 'target' | 'broken' | 'to' | 'status' | 'wording'
>;

const none = (why: Mark['why']): Mark => ({ mark: 'none', why });

/** The mark of a value whose data is not too old to judge by. */
export function plainMark(metric: Metric, value: Judged): Mark {
  if (metric.missing.length > 0) return none('not countable');
  if (value.target === null) return none('no target');
  if (value.wording === null) return none('two wordings');
  if (value.status === 'so far' && !isOfAllRecords(metric)) return none('too early');
  if (['maturing', 'ahead'].includes(value.status)) return none('too early');
  if (isUnsigned(metric, value.to)) return none('waiting for agreement');
  const outcomes = outcomesOf(metric, value);
  // What is not known of many has nothing to be judged by, whatever waits; of few there may be many yet.
  const isOfFew = isOfMany(metric) && (value.denominator ?? value.records - value.waiting) < 10;
  if (outcomes === null) return none(value.value === null && !isOfFew ? 'not known' : 'too early');
  const [first, ...others] = outcomes.map((one) => markFor(metric, value, one));
  if (!first) return none('not known');
  if (others.every(({ mark, why }) => mark === first.mark && why === first.why)) return first;
  // Few stay few, whether none of them or some are left in the end.
  return [first, ...others].every(({ mark, why }) => mark === 'none' && why !== null)
    ? none('too few')
    : none('too early');
}

/** Records that no moment puts into a period are judged as they are today. */
const isOfAllRecords = ({ by, asOf, wordings: [{ measure }] }: Metric): boolean =>
  by === null && asOf === null && measure.measure !== 'ratio' && measure.measure !== 'difference';

/** Each team that promises, or that it is promised to, has to sign what holds today, or held then; partners sign elsewhere. */
function isUnsigned({ promise, signatures }: Metric, day: string): boolean {
  const teams = promise ? [...promise.by, ...promise.to].filter((team) => team !== 'partners') : [];
  const agreed = signatures.filter(({ holds, heldUntil }) => holds || (day !== '' && day <= (heldUntil ?? '')));
  return teams.some((team) => !agreed.some((one) => one.team === team));
}

/** What a value may come to, from how many records; no number where that does not matter. */
interface Outcome {
  readonly value: number | null;
  readonly from: number | null;
}

/** All that may become of it once nothing waits; null: that may be anything. */
function outcomesOf(metric: Metric, value: Judged): Outcome[] | null {
  const { waiting, records } = value;
  const { measure } = metric.wordings[0];
  const [kept, all] = [value.numerator ?? 0, value.denominator ?? 0];
  if ((measure.measure === 'share' || measure.measure === 'conversion') && measure.countedIn === null) {
    const ways = upTo(waiting).flatMap((inTime) => upTo(waiting - inTime).map((late) => [inTime, late] as const));
    return ways.map(([inTime, late]) => ({
      value: all + inTime + late === 0 ? null : (kept + inTime) / (all + inTime + late),
      from: all + inTime + late,
    }));
  }
  const from = isOfMany(metric) ? records - waiting : null;
  if (waiting === 0) return [{ value: value.value, from }];
  if (measure.measure === 'count')
    return upTo(waiting).map((more) => ({ value: (value.value ?? 0) + more, from: null }));
  return from === null ? null : records < 10 ? [{ value: null, from }] : null;
}

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, index) => index);

const isOfMany = ({ wordings: [{ measure }] }: Metric): boolean =>
  ['share', 'conversion', 'average', 'median', 'percentile'].includes(measure.measure);

function markFor(metric: Metric, { target, broken, to, waiting }: Judged, { value, from }: Outcome): Mark {
  if (from !== null && from < 10) return none(from === 0 && waiting === 0 ? 'not known' : 'too few');
  if (value === null || target === null) return none('not known');
  const atMost = wordingOn(metric, to).target?.way === 'at most';
  const reaches = (level: number): boolean => (atMost ? value <= level + 1e-9 : value >= level - 1e-9);
  if (reaches(target)) return { mark: 'kept', why: null };
  return { mark: reaches(broken ?? target) ? 'slipping' : 'broken', why: null };
}
