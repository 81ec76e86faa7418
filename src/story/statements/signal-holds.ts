/** The facts of a signal's sentence worked out again, by other ways than those that found them. */
import { fewestPeriods, mostPeriods, type Limits, type PeriodValue } from '../limits.ts';
import { longRun } from '../signals.ts';
import type { Subject } from '../subject.ts';
import { wayOn } from '../wording-on.ts';
import { number, type Facts } from './statement-kind.ts';

/** Of what is worked out in two ways, so much may differ. */
const hair = (value: number) => (Number.isFinite(value) ? 1e-6 * Math.max(1, Math.abs(value)) : 0);
const isNear = (one: number, other: number, by = hair(other)) => Math.abs(one - other) <= by;

/** An end of the range as a fact; null: it reaches as far as the number can go. */
export const end = (facts: Facts, name: 'lower' | 'upper'): number | null =>
  typeof facts[name] === 'number' ? facts[name] : null;

/** Whether the first so many all came to the same, and as many of them were looked at as a range is made from. */
function staysThrough(periods: number, points: readonly PeriodValue[]): boolean {
  const [first] = points;
  return (
    (periods === points.length || (periods === mostPeriods && periods < points.length)) &&
    points.slice(0, periods).every(({ value }) => first !== undefined && isNear(value, first.value))
  );
}

/** Too early, or another reason: how many periods there are is counted again. */
export function holdsWithout(facts: Facts, { usual: { limits, points, since, tooFew } }: Subject): boolean {
  if (limits !== null || facts['of'] !== points.length || facts['restart'] !== (since !== null)) return false;
  if (facts['tooFew'] !== tooFew) return false;
  if (facts['says'] === 'unmoved') return staysThrough(number(facts, 'periods'), points);
  if (facts['periods'] !== points.length) return false;
  return facts['says'] !== 'too early' || (points.length < fewestPeriods && facts['needed'] === fewestPeriods);
}

/** The middle and the ends of the range, uncut: by one walk over the periods, on the scale of the limits in powers of two. */
function walked(points: readonly PeriodValue[], { scale }: Limits, step: number) {
  const [to, from] = scale === 'log' ? [Math.log2, (power: number) => 2 ** power] : [Number, Number];
  let [total, moved, count, before] = [0, 0, 0, Number.NaN];
  for (const { value } of points) {
    if (count === mostPeriods) break;
    total += to(value);
    moved += count === 0 ? 0 : Math.abs(to(value) - before);
    before = to(value);
    count += 1;
  }
  const [middle, reach] = [total / count, (2.66 * moved) / (count - 1)];
  const centre = from(middle);
  return {
    centre,
    lower: Math.min(from(middle - reach), centre - 3 * step),
    upper: Math.max(from(middle + reach), centre + 3 * step),
  };
}

/** Whether the range that is said is the one that the periods make; of what is counted, its whole numbers. */
function holdsRange(facts: Facts, limits: Limits, { metric, usual: { points } }: Subject): boolean {
  const whole = metric.unit.unit === 'records';
  const range = walked(points, limits, whole ? 1 : 0);
  const [lower, upper] = [end(facts, 'lower'), end(facts, 'upper')];
  const isEnd = (said: number, one: number) => isNear(said, one, whole ? 1 : hair(one));
  return (
    isNear(number(facts, 'centre'), range.centre) &&
    (lower === null ? range.lower <= hair(0) : isEnd(lower, range.lower)) &&
    (upper === null ? range.upper >= 1 - hair(1) : isEnd(upper, range.upper))
  );
}

/** How many of the newest periods in a row lie on the side of the newest one, counted backwards. */
function runUpTo(points: readonly PeriodValue[], { centre, onCentre, upper, lower }: Limits): number {
  const near = Math.max(onCentre, 1e-9 * Math.max(upper - lower, Math.abs(centre)));
  const apart = points.map(({ value }) => value - centre).toReversed();
  const side = Math.sign(apart[0] ?? 0);
  const other = apart.findIndex((far) => Math.abs(far) < near || Math.sign(far) !== side);
  return other === -1 ? apart.length : other;
}

/** Whether the way that it went is the good one: the one that was agreed where something was, else the one that was said to be. */
function betterBy(facts: Facts, { metric, series }: Subject): boolean | null {
  const day = series.find(({ period }) => period === facts['period'])?.to ?? '';
  const way = wayOn(metric, day);
  const good = metric.better ?? (way === null ? null : way === 'at least' ? 'higher' : 'lower');
  if (good === null) return null;
  return facts['side'] === (good === 'higher' ? 'above' : 'below');
}

/** The newest value against the range that is said, and how far back its side of the centre goes. */
export function holdsWithin(facts: Facts, subject: Subject): boolean {
  const { limits, points, newest } = subject.usual;
  const value = number(facts, 'value');
  if (!limits || points.at(-1)?.value !== value || newest !== facts['period']) return false;
  if (!holdsRange(facts, limits, subject)) return false;
  const [lower, upper] = [end(facts, 'lower') ?? -Infinity, end(facts, 'upper') ?? Infinity];
  const side = value > upper ? 'above' : value < lower ? 'below' : null;
  const run = runUpTo(points, limits);
  if ('better' in facts && facts['better'] !== betterBy(facts, subject)) return false;
  if (facts['says'] === 'outside') return side === facts['side'] && facts['run'] === run;
  if (facts['says'] === 'run') return run >= longRun && facts['run'] === run;
  return facts['says'] === 'within' && run < longRun && value <= upper + hair(upper) && value >= lower - hair(lower);
}
